"""What the package knows of languages: the lexicons and how a text's language is told."""
