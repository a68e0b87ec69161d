"""Drafts answers to customers' questions; a person sends them."""
