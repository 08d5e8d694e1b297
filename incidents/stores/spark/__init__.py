"""Spark as a store: it reads a folder of Parquet files, here or on a cluster."""

from __future__ import annotations

from incidents.stores import address
from incidents.stores.spark.asking import Spark

__all__ = ["open_engine"]


def open_engine(given: str) -> Spark:
    """Return the engine over ``local[*]:FOLDER`` or ``spark://host:7077/FOLDER``.

    Spark starts with the first question. Raises StoreLost if pyspark or Java is missing. The
    folder is filled as any folder of Parquet files is.
    """
    return Spark(address.read(given))
