"""From a file to a document, one module a format."""
