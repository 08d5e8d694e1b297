"""Many readers at once for minutes: no error, nobody shown another's numbers, memory flat.

`python -m tests.soak` runs it; what each reader must be shown is worked out here, from the files.
"""
