"""What figures of a survey must be to one another: pure checks over remarks and survey rows."""
