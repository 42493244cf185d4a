"""Clause tables and parameters: which findings make a site unqualified, cost points or earn them."""
