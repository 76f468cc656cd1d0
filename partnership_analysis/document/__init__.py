"""A report as read: its text, its blocks and their positions."""
