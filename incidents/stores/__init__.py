"""Stores of incidents in an engine: embedded, a DuckDB file, Parquet, PostgreSQL, Spark."""
