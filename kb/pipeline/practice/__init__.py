"""What became of a promise: recommendations, marks given here and now, quotes, and a service's practice beside it."""
