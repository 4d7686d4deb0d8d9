"""Which service a question is about."""
