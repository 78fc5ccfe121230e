"""The living city: map data, walks on real streets, and the people who play in `./lapa demo`."""
