"""The assessment: what adds up in a report, what it documents and what it leaves open, from its tables alone."""
