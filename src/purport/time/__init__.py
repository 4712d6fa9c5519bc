"""What time expressions mean: relations between days, read by a grammar, evaluated where the day of writing is known."""
