"""What the pages of actors, topics, days and the front page show, put together from the models' shared reads."""
