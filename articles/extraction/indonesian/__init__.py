"""The words of Indonesian news by which the rules go; one module a subject, data alone."""
