"""What the page of an article needs, composed from its rows. Nothing here writes."""
