"""Claim intelligence for news: who claims what, how surely, on whose word."""
