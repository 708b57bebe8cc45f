"""The words of English news by which the rules go; one module a subject, data alone."""
