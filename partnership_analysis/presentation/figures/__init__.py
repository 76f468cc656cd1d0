"""The figures: a module each says what is drawn where, `rendering` turns that into SVG and PNG."""
