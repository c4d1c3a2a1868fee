"""A command that is told: started as it is listed, without a shell, with the facts on its standard input as JSON."""

from __future__ import annotations

import asyncio
import json

from revtrack.watch.sending import Outgoing, Sent

TIMEOUT = 60  # seconds


async def run(one: Outgoing) -> Sent:
    """Start it and wait for its end; anything but 0 is a failure."""
    program, *rest = one.notifier.command
    facts = json.dumps(one.notification.to_dict(), indent=2) + "\n"
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            *rest,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            cwd=one.folder,
        )
    except (OSError, ValueError) as error:
        return Sent(f"{program}: cannot be started ({type(error).__name__})")
    try:
        await asyncio.wait_for(process.communicate(facts.encode()), TIMEOUT)
    except TimeoutError:
        return Sent(f"{program}: was not done after {TIMEOUT} seconds")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return Sent(f"{program}: ended with {process.returncode}" if process.returncode else "")
