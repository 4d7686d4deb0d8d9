"""Shapes of requests and responses, for OpenAPI and for checking what leaves."""
