"""Reading a partnership report into tables, and tables into an assessment."""
