"""Who may get a service, in two texts."""
