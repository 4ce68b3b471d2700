"""Makes a built site ready for hosts, browsers and discs."""
