"""What requirements.txt asks for as wheels, for computers that may be of another kind than this one.

pip can fetch for another system, but answers every condition (`; sys_platform == "win32"`) as this one would. So what
has a condition is decided here, and what only the other system's packages need is fetched after the rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesParser
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename


class WheelsMissingError(Exception):
    """A package could not be fetched; the message is what pip said."""


@dataclass(frozen=True)
class Platform:
    """A kind of computer. tags: what its wheels are called, best first. markers: what its Python says of itself."""

    name: str
    tags: tuple[str, ...]
    markers: dict[str, str]

    def holds(self, requirement: Requirement) -> bool:
        """Whether a requirement is one on this kind of computer, with a Python as the one that runs this."""
        environment = {**_markers_here(), **self.markers, "extra": ""}
        return requirement.marker is None or requirement.marker.evaluate(environment)

    def takes(self, wheel: Path) -> bool:
        """Whether a wheel can be installed there."""
        kinds = {tag.platform for tag in parse_wheel_filename(wheel.name)[3]}
        return bool(kinds & {"any", *self.tags})


# Up to glibc 2.28, as every distribution since 2019 has it; what this computer would take itself may be newer.
_MANYLINUX = tuple(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1))
PLATFORMS = {
    "windows": Platform(
        "windows",
        ("win_amd64",),
        {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
    ),
    "linux": Platform(
        "linux",
        (*_MANYLINUX, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
        {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
    ),
}


def this_computer() -> str | None:
    """The kind of computer that runs this; None where it is none of those that a copy can be made for."""
    here = _markers_here().items()
    return next((name for name, other in PLATFORMS.items() if here >= other.markers.items()), None)


def fetch(requirements: Path, target: Path, platform: Platform) -> None:
    """Put into a folder every wheel that this platform needs for a requirements file, and pip itself.

    Raises WheelsMissingError.
    """
    asked = [Requirement(line) for line in _lines(requirements)]
    wanted = [f"{one.name}{_extras(one)}{one.specifier}" for one in asked if platform.holds(one)]
    _download([*wanted, "pip"], target, platform)
    while missing := sorted(_missing(target, platform)):
        _download([*missing, "--no-deps"], target, platform)


def _markers_here() -> dict[str, str]:
    return {name: str(value) for name, value in default_environment().items()}


def _lines(requirements: Path) -> Iterator[str]:
    for line in requirements.read_text(encoding="utf-8").splitlines():
        if asked := line.partition("#")[0].strip():
            yield asked


def _extras(requirement: Requirement) -> str:
    return f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""


def _missing(folder: Path, platform: Platform) -> set[str]:
    """What the wheels for a platform need there and is not in the folder."""
    wheels = [path for path in folder.glob("*.whl") if platform.takes(path)]
    there = {parse_wheel_filename(path.name)[0] for path in wheels}
    needed = (one for path in wheels for one in _needs(path) if platform.holds(one))
    return {f"{one.name}{one.specifier}" for one in needed if canonicalize_name(one.name) not in there}


def _needs(wheel: Path) -> Iterator[Requirement]:
    with zipfile.ZipFile(wheel) as packed:
        [name] = [name for name in packed.namelist() if name.count("/") == 1 and name.endswith(".dist-info/METADATA")]
        told = BytesParser().parsebytes(packed.read(name), headersonly=True)
    yield from map(Requirement, told.get_all("Requires-Dist", []))


def _download(wanted: list[str], target: Path, platform: Platform) -> None:
    kind = [f"--platform={tag}" for tag in platform.tags]
    # The first of its line, so that it runs with every patch release.
    python = f"--python-version={sys.version_info[0]}.{sys.version_info[1]}"
    command = [sys.executable, "-m", "pip", "download", "--retries=2", "--only-binary=:all:", python]
    said = subprocess.run(
        [*command, *kind, f"--dest={target}", *wanted],
        env={**os.environ, "PIP_QUIET": "1"},  # a 2 there, as scripts set it, would also keep errors from us
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if said.returncode != 0:
        lines = [line for line in said.stderr.splitlines() if line.startswith("ERROR")]
        raise WheelsMissingError("\n".join(lines[-2:]) or said.stderr.strip()[-500:])
