"""What a reader sees: sentences, figures and the page, made from tables and findings."""
