"""The SQL of Spark as the query language writes it, with an offset of Spark's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir


def write(question: ir.Table) -> str:
    """Return a question as SQL; needs pyspark for its settings, and no Java."""
    compiler = _compiler()
    return str(compiler.to_sqlglot(question.unbind()).sql(dialect=compiler.dialect))


@cache
def _compiler() -> Any:
    """Return ibis's compiler without its stand-in for OFFSET, which numbers rows in no order."""
    import ibis
    from ibis.backends.sql.compilers.base import SQLGlotCompiler
    from ibis.backends.sql.compilers.pyspark import PySparkCompiler

    _ = ibis.pyspark  # brings the settings that the compiler reads

    class Language(PySparkCompiler):
        __slots__ = ()
        rewrites = SQLGlotCompiler.rewrites

    return Language()
