"""What a kept sentence states, in words that are not a claim of another kind, and the account of every changed word.

Whatever is not proven harmless is shown. A changed word belongs to a change of another kind, is form, turns what is
said round, exchanges, widens or narrows it, says how far an act has come, means the same, or is another word.
"""

from __future__ import annotations

from revtrack.changes.statements.account import Statements, find

__all__ = ["Statements", "find"]
