"""From the words of a document to rows: mentions, things, facts."""
