"""Cards of portals against the norms in force."""
