"""Health indicators of a kabupaten: count, define, judge, show."""
