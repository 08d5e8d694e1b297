"""How fast the atlas is, each figure beside a floor measured in the same run.

`python -m tests.bench` runs all figures; `tests/bench/__main__.py` lists them.
"""
