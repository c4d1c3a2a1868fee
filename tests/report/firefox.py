"""Debian's Firefox, driven by the protocol it speaks itself (Marionette), over a socket.

Playwright brings a Firefox of its own and cannot drive this one, and Selenium needs a driver that Debian does not pack.
Two dozen lines of protocol can: a message is its length, a colon, and JSON.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

FIREFOX = "/usr/bin/firefox-esr"
# Nothing is asked of any network; a page that moves is not where it is looked for.
PREFERENCES = {
    "marionette.port": 0,
    "ui.prefersReducedMotion": 1,
    "network.dns.disabled": True,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "browser.aboutwelcome.enabled": False,
    "app.normandy.enabled": False,
}
_EMULATED = """
const [width, height, scheme, medium] = arguments;
const browser = gBrowser.selectedBrowser;
for (const [name, value] of [["width", width], ["height", height]])
  for (const kind of [name, `min-${name}`, `max-${name}`]) browser.style.setProperty(kind, `${value}px`, "important");
browser.browsingContext.prefersColorSchemeOverride = scheme;
browser.browsingContext.mediumOverride = medium;
"""
# Messages that a page made the browser write: of its script, its style sheet, its policy.
_SAID = """
const said = Services.console.getMessageArray()
  .filter((one) => one instanceof Ci.nsIScriptError && one.sourceName.startsWith(arguments[0]))
  .map((one) => one.errorMessage);
Services.console.reset();
return said;
"""


class Firefox:
    """One window of Firefox; `close` ends it."""

    def __init__(self) -> None:
        self._profile = Path(tempfile.mkdtemp(prefix="firefox-"))
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        (self._profile / "user.js").write_text("".join(lines), encoding="utf-8")
        flags = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access")
        self._process = subprocess.Popen(
            [FIREFOX, *flags, "--profile", str(self._profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._socket = socket.create_connection(("127.0.0.1", self._port()))
        self._stream = self._socket.makefile("rb")
        self._number = 0
        self._read()
        self._call("WebDriver:NewSession")

    def open(
        self, address: str, *, width: int = 1280, height: int = 800, scheme: str = "light", medium: str = ""
    ) -> None:
        """Open a page in a view of so many pixels, light or dark, as on a screen or ("print") on paper."""
        self._privileged("Services.console.reset();")
        self.show(width, height, scheme, medium)
        self._call("WebDriver:Navigate", url=address)
        self.show(width, height, scheme, medium)  # what it is shown on is forgotten with the page before

    def show(self, width: int, height: int, scheme: str = "light", medium: str = "") -> None:
        """Show the page that is open in another view; the test's own limit ends it where that never comes."""
        self._privileged(_EMULATED, width, height, scheme, medium)
        while not self.run("return innerWidth === arguments[0];", width):
            time.sleep(0.02)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns that runs in the page; a promise is awaited."""
        return self._call("WebDriver:ExecuteScript", script=script, args=arguments)["value"]

    def press(self, key: str) -> None:
        """Press a key, where the focus is."""
        actions = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._call("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def said(self, address: str) -> list[str]:
        """The messages about a page since it was opened."""
        return self._privileged(_SAID, address)

    def printed(self) -> bytes:
        """The page as a PDF."""
        return base64.b64decode(self._call("WebDriver:Print")["value"])

    def close(self) -> None:
        self._process.kill()  # its profile goes as well
        self._process.wait()
        self._socket.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _privileged(self, script: str, *arguments: Any) -> Any:
        self._call("Marionette:SetContext", value="chrome")
        try:
            return self.run(script, *arguments)
        finally:
            self._call("Marionette:SetContext", value="content")

    def _port(self) -> int:
        active = self._profile / "MarionetteActivePort"
        while self._process.poll() is None:
            if active.exists() and active.read_text():
                return int(active.read_text())
            time.sleep(0.05)
        raise RuntimeError(f"{FIREFOX} did not start")

    def _call(self, command: str, **parameters: Any) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while (sign := self._stream.read(1)) != b":":
            length += sign
        return json.loads(self._stream.read(int(length)))
