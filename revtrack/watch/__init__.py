"""Watch: follows feeds and pages, politely, and keeps what is new as revisions.

What to follow is in `watch.toml`, beside the store; where each address stands is in `watch.sqlite`, inside it. When to
look, whom to leave in peace and what counts as an edit are functions of values; one module asks the network
(`wire`), one keeps the state (`watch_state`), and one runs it all (`watch_run`), with the clock handed in.

Nothing of this is loaded unless a `watch` command runs; it needs the extra `watch`.
"""
