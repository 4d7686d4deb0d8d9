"""Pages of promise and practice: recommendations, the burden of services, marks given here and now."""
