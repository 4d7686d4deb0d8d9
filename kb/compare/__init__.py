"""What contradicts what: rules over the statements of a service and the clauses of acts."""
