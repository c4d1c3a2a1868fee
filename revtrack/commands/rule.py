"""`revtrack rule`: the page of one rule of the gate, or the list of all."""

from __future__ import annotations

import click

from revtrack.gate.rules import find, rules
from revtrack.shell import exit_codes, output


@click.command("rule")
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="Print the pages of all rules, as in docs/rules.md.")
def command(code: str | None, every: bool) -> int:
    """Print what a rule of `revtrack check` is for, with an example and how to accept a change.

    Without CODE, list all rules.

    \b
    Examples:
      revtrack rule
      revtrack rule Q101
    """
    if every:
        from revtrack.gate.reference import document

        output.write_bytes(document().encode())
    elif code:
        from revtrack.gate.reference import page

        output.write_paged(page(find(code)))
    else:
        output.write_paged("".join(f"{rule.code}  {rule.severity:6}  {rule.title}\n" for rule in rules().values()))
    return exit_codes.DONE
