"""One file of the catalogue becomes an entry, or is refused by its name."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from indicators.catalogue.entry import CatalogueError, Entry

E = TypeVar("E", bound=Entry)


class _UniqueKeys(yaml.CSafeLoader):
    """Refuses a key written twice in one mapping, which YAML would settle silently in favour of the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        if twice := [key for key, times in keys.items() if times > 1]:
            raise yaml.constructor.ConstructorError(None, None, f"written twice: {twice}", node.start_mark)
        return super().construct_mapping(node, deep=deep)


def read(path: Path) -> Any:
    """What a YAML file holds. Raises CatalogueError naming the file."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_UniqueKeys)
    except (OSError, yaml.YAMLError) as error:
        raise CatalogueError(f"{path}: {error}") from error


def build(entry: type[E], path: Path, **fields: Any) -> E:
    """An entry of the fields that `path` gives it. Raises CatalogueError naming the file."""
    try:
        return entry(**fields)
    except ValidationError as error:
        raise CatalogueError(f"{path}: {error}") from error
