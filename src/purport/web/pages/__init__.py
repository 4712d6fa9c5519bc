"""A module a page: what may be asked of it, its frozen record, and how that is made from the desk."""
