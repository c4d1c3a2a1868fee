"""The folder of the page: everything is in it, the same each time, and nothing of somebody else's is touched."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import revtrack
from revtrack.browser import bundle, page_folder, runtime, started
from revtrack.cli import main
from revtrack.errors import InputError
from tests.browser import false_runtime

PACKAGE = Path(revtrack.__file__).parent


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with files of the right names, and the hash that is expected of it; nothing in it can be started."""
    path, integrity = false_runtime.write(tmp_path)
    monkeypatch.setattr(runtime, "INTEGRITY", integrity)
    monkeypatch.setattr(started, "made", lambda python, code: (b"memory" * 99, code))
    return path


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_page_is_whole_and_the_same_each_time(archive: Path, tmp_path: Path) -> None:
    page_folder.write(tmp_path / "a", archive)
    page_folder.write(tmp_path / "b", archive)
    page_folder.write(tmp_path / "b", archive)
    files = written(tmp_path / "a")
    assert files == written(tmp_path / "b")
    assert {"index.html", "revtrack.mjs", "revtrack.d.mts", "python/rest.zip", "python/pyodide.asm.wasm.bin"} <= set(
        files
    )
    assert not any(re.search(rb"%[A-Z]+%", data) for name, data in files.items() if not name.startswith("python/"))
    assert json.loads(files["python/pyodide-lock.json"])["packages"] == {}


def test_the_page_names_no_address_of_anybody(archive: Path, tmp_path: Path) -> None:
    page_folder.write(tmp_path / "page", archive)
    for name, data in written(tmp_path / "page").items():
        if not name.startswith("python/"):
            data = data.replace(b"https://news.example/", b"")  # of the example's comment
            assert re.findall(rb"https?://[^\s\"'<>]+", data) == [], name


def test_typescript_finds_the_types_of_the_module() -> None:
    """It looks for `revtrack.d.mts` beside `revtrack.mjs`, and for nothing else; each function has its type there."""
    module = PACKAGE / "browser" / "assets" / "revtrack.mjs"
    returned = module.read_text().rpartition("  return {")[2]
    interface = module.with_suffix(".d.mts").read_text().partition("interface Revtrack {")[2].partition("\n}")[0]
    names = re.findall(r"^    (\w+):", returned, re.MULTILINE)
    assert len(names) == 8
    assert names == re.findall(r"^  (\w+)\(", interface, re.MULTILINE)


def test_every_file_of_the_assets_is_written() -> None:
    there = {path.name for path in (PACKAGE / "browser" / "assets").iterdir()}
    assert there == set(page_folder.ASSETS)


@pytest.mark.parametrize("kind", ["missing", "damaged"])
def test_a_runtime_that_is_not_the_right_one_is_refused(kind: str, archive: Path, tmp_path: Path) -> None:
    if kind == "missing":
        archive.unlink()
    else:
        archive.write_bytes(archive.read_bytes() + b"\n")
    ran = CliRunner().invoke(main, ["page", str(tmp_path / "page"), "--runtime", str(archive)])
    assert isinstance(ran.exception, (InputError, SystemExit))
    assert not (tmp_path / "page").exists()
    with pytest.raises(InputError, match=r"npm pack pyodide@"):
        runtime.files(archive)


def test_a_folder_of_somebody_else_s_is_left_alone(archive: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "index.html").write_text("mine")
    with pytest.raises(InputError, match="was not written by `revtrack page`"):
        page_folder.write(theirs, archive)
    with pytest.raises(InputError, match="is a file"):
        page_folder.write(theirs / "index.html", archive)
    assert written(theirs) == {"index.html": b"mine"}


def test_the_bundle_holds_every_module_that_the_page_needs() -> None:
    """Imports are followed from `inside`, also those inside functions."""
    names = set(zipfile.ZipFile(io.BytesIO(bundle.made())).namelist())
    assert "revtrack/lexicon/tagger.bin" in names
    assert not any("/git/" in name or "/store/" in name or name.endswith((".so", ".pyc")) for name in names)
    seen: set[str] = set()
    waiting = [f"revtrack/{name}.py" for name in ("browser/inside", "claims/__init__", "changes/__init__")]
    while waiting:
        name = waiting.pop()
        if name in seen or name == "revtrack/__init__.py":  # what it offers of archives is loaded on use
            continue
        seen.add(name)
        assert name in names, f"{name} is not in the bundle"
        for node in ast.walk(ast.parse((PACKAGE.parent / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("revtrack"):
                waiting += [found for one in node.names if (found := module(f"{node.module}.{one.name}"))]
    assert len(seen) > 200


def module(dotted: str) -> str | None:
    """The file of a module, or of the one that holds a name."""
    path = PACKAGE.parent.joinpath(*dotted.split("."))
    for found in (
        path.with_suffix(".py"),
        path / "__init__.py",
        path.parent.with_suffix(".py"),
        path.parent / "__init__.py",
    ):
        if found.is_file():
            return found.relative_to(PACKAGE.parent).as_posix()
    return None


def test_without_node_the_way_out_is_told(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match=r"install it \(npm comes with it\)"):
        started.made({}, b"")


@pytest.mark.parametrize("link", ["index.html", "python"])
def test_a_link_in_the_folder_is_not_written_through(link: str, tmp_path: Path) -> None:
    """A file of the page or a folder of it."""
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / link).symlink_to(tmp_path)
    with pytest.raises(InputError, match=f"{link}: is a symbolic link"):
        page_folder._refuse_links(folder, folder / link / "x")
    page_folder._refuse_links(folder, folder / "page.css")
