"""What is shipped: a wheel that plays anywhere, a source archive that makes the same wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest
from cli.program import clean

ROOT = Path(__file__).parents[1]
CASES = ROOT / "scenarios"
SHIPPED = sorted(path.relative_to(CASES).as_posix() for path in CASES.rglob("*.yaml"))
PAGES = sorted(path.name for path in (ROOT / "src" / "etika_sim" / "checks" / "pages").glob("*.md"))
ROAD = "tolak-dan-catat,isi-formulir,hitung-bersama,urutkan,lampirkan-keterangan,serahkan-bertanda-terima"
BUILD = "from hatchling.build import build_{kind} as build; print(build({target!r}))"
UNNEEDED = shutil.ignore_patterns(".*", "__pycache__", "*.mo", "build", "dist", "*.egg-info")


def run(*command: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The command's result, in an environment of its own."""
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean(env),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def built(kind: str, source: Path, target: Path) -> Path:
    """The wheel or source archive of a source tree, made by the build backend itself, offline."""
    target.mkdir(exist_ok=True)
    done = run(sys.executable, "-c", BUILD.format(kind=kind, target=str(target)), cwd=source)
    assert done.returncode == 0, done.stderr
    return target / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy of the project without anything compiled or cached."""
    copy = tmp_path_factory.mktemp("salinan") / "etika-sim"
    return Path(shutil.copytree(ROOT, copy, ignore=UNNEEDED, symlinks=True))


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel."""
    return built("wheel", checkout, tmp_path_factory.mktemp("roda"))


@pytest.fixture(scope="module")
def archive(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive."""
    return built("sdist", checkout, tmp_path_factory.mktemp("sumber"))


def names_in(wheel: Path) -> set[str]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as files:
        return set(files.namelist())


def test_the_wheel_carries_everything_that_the_program_reads(wheel: Path) -> None:
    """Cases, registers, translations, the compiled catalogue, and the page of every rule."""
    names = names_in(wheel)

    assert {f"etika_sim/scenarios/{name}" for name in SHIPPED} <= names
    assert {f"etika_sim/checks/pages/{name}" for name in PAGES} <= names
    assert {"etika_sim/locale/id/LC_MESSAGES/etika_sim.mo", "etika_sim/py.typed"} <= names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    """No tests, no scripts, no caches: one package and its metadata, for any Python 3."""
    names = names_in(wheel)
    tops = {name.split("/")[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"etika_sim"}
    assert [name for name in names if "/test" in name or "conftest" in name or "__pycache__" in name] == []
    assert wheel.name.endswith("-py3-none-any.whl")


def test_the_source_archive_makes_the_same_wheel(archive: Path, wheel: Path, tmp_path: Path) -> None:
    """Whoever builds from the archive gets the same files."""
    with tarfile.open(archive) as files:
        files.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()

    assert names_in(built("wheel", source, tmp_path / "roda")) == names_in(wheel)


def test_the_source_archive_carries_the_tests_and_nothing_compiled(archive: Path) -> None:
    """It can be tested where it is unpacked."""
    with tarfile.open(archive) as files:
        names = {name.partition("/")[2] for name in files.getnames()}

    assert {"tests/test_packaging.py", "hatch_build.py", "pyproject.toml", "README.md", "LICENSE"} <= names
    assert {f"scenarios/{name}" for name in SHIPPED} <= names
    assert [name for name in names if name.endswith((".mo", ".pyc"))] == []


def beside(libraries: Path) -> None:
    """Let an environment see the installed libraries, but not this checkout's own installation."""
    for path in Path(sysconfig.get_paths()["purelib"]).iterdir():
        ours = "etika_sim" in path.name or path.suffix == ".pth"
        if not ours and not (libraries / path.name).exists():
            (libraries / path.name).symlink_to(path)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new virtual environment that has our libraries, but not us; its folder of commands."""
    home = tmp_path_factory.mktemp("baru") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    libraries = home / "Lib" / "site-packages"
    if os.name != "nt":
        libraries = next(home.glob("lib/python3*/site-packages"))
    beside(libraries)
    return home / ("Scripts" if os.name == "nt" else "bin")


def played(python: Path, folder: Path, **env: str) -> str:
    """The transcript of a play in another folder."""
    words = ("play", "amplop-di-loket", "--choices", f"{ROAD},minta-maaf")
    done = run(python, "-m", "etika_sim", *words, cwd=folder, **env)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_an_installed_wheel_plays_in_any_folder(fresh: Path, wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel alone, the command finds cases, words and pages of its own."""
    install = ("-m", "pip", "--python", fresh / "python", "install", "--no-deps", "--no-index", "--quiet")
    done = run(sys.executable, *install, wheel, cwd=tmp_path)
    assert done.returncode == 0, done.stderr

    where = run(fresh / "python", "-c", "import etika_sim; print(etika_sim.__file__)", cwd=tmp_path).stdout
    listed = run(fresh / "etika-sim", "list", cwd=tmp_path)

    assert where.startswith(str(fresh.parent))
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "Amplop di Loket (amplop-di-loket)" in listed.stdout
    assert "Buku tamu yang berbicara" in played(fresh / "python", tmp_path)
    assert run(fresh / "etika-sim", "explain", "stuck", cwd=tmp_path).stdout.startswith("stuck: ")
    assert run(fresh / "etika-sim", "law", "G-06", cwd=tmp_path).stdout.startswith("G-06 (")


def test_a_plain_checkout_plays_without_being_installed(checkout: Path, tmp_path: Path) -> None:
    """With its catalogues compiled, the source tree finds the cases beside it."""
    compiled = run(sys.executable, "hatch_build.py", cwd=checkout)
    assert compiled.returncode == 0, compiled.stderr

    script = played(Path(sys.executable), tmp_path, PYTHONPATH=str(checkout / "src"))

    assert "Buku tamu yang berbicara" in script


def test_an_editable_installation_leaves_the_cases_where_they_are(checkout: Path) -> None:
    """Only a real wheel copies cases: an editable one would keep copies that grow stale."""
    code = (
        "import sys; sys.path.insert(0, '.'); from hatch_build import Hook\n"
        "for version in ('standard', 'editable'):\n"
        "    data = {'force_include': {}}\n"
        "    Hook('.', {}, None, None, '.', 'wheel').initialize(version, data)\n"
        "    print(list(data['force_include'].values()))\n"
    )

    done = run(sys.executable, "-c", code, cwd=checkout)

    assert (done.stdout, done.stderr) == ("['etika_sim/scenarios']\n[]\n", "")
