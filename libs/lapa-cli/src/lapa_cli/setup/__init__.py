"""What is got once and kept: package groups, native programs, Node.js, the built web app, a browser."""
