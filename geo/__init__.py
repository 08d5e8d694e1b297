"""Places and shapes of North Korea: names to units, polygons; knows nothing of incidents."""
