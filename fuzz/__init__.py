"""Fuzzing: inputs made from bytes, what must hold of every one of them, and the inputs that once broke it.

    python -m fuzz --seconds 3600       what `make fuzz` runs
    python -m fuzz --replay             every input in corpus/, as the tests do

With Atheris (the extra `fuzz`) new inputs are bred from those that reached new code; without it Hypothesis makes them.
Both feed the same targets (`targets.py`), which read an input from bytes (`draws.py`).
"""
