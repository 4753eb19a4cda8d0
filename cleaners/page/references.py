"""Nuxt's payload: a flat list whose values point to each other by index."""

from __future__ import annotations

from typing import Any

_WRAPPERS = frozenset(
    ["ShallowReactive", "Reactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Date", "Island"]
)
_DEEPEST = 60
_MOST = 200_000


def resolved(payload: Any) -> Any:
    """The value that a payload stands for; the payload itself where it is none. What points to itself is None there."""
    if not isinstance(payload, list) or not payload or isinstance(payload[0], (str, int, float, bool)):
        return payload
    return _Payload(payload).value(0, 0)


class _Payload:
    def __init__(self, values: list[Any]) -> None:
        self.values = values
        self.known: dict[int, Any] = {}
        self.left = _MOST

    def value(self, index: Any, depth: int) -> Any:
        self.left -= 1
        if type(index) is not int or not 0 <= index < len(self.values) or depth > _DEEPEST or self.left < 0:
            return None
        if index not in self.known:
            self.known[index] = None
            self.known[index] = self.read(self.values[index], depth)
        return self.known[index]

    def read(self, value: Any, depth: int) -> Any:
        if isinstance(value, dict):
            return {key: self.value(inner, depth + 1) for key, inner in value.items()}
        if not isinstance(value, list):
            return value
        if value and isinstance(value[0], str):
            is_wrapper = len(value) > 1 and value[0] in _WRAPPERS
            return self.value(value[1], depth + 1) if is_wrapper and type(value[1]) is int else value[1:]
        return [self.value(inner, depth + 1) for inner in value]
