"""Prepares a built site for hosts, browsers and offline use."""
