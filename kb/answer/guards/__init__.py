"""What is not answered, found before any service is looked for."""
