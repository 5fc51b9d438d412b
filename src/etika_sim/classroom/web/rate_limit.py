"""How often one phone may ask: a bucket for each token; never for an address, as a class is one address."""

from __future__ import annotations

from collections import OrderedDict


class Limits:
    """Buckets by name: each holds `burst` askings and is refilled with `rate` a second.

    At most `most` are remembered; the one longest unused is forgotten first, which only favours it.
    """

    def __init__(self, rate: float, burst: float, most: int = 10_000) -> None:
        self.rate, self.burst, self.most = rate, burst, most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, name: str, now: float) -> bool:
        """Take one asking out of that bucket at that time in seconds; False when it is empty."""
        left, then = self._buckets.pop(name, (self.burst, now))
        left = min(self.burst, left + max(0.0, now - then) * self.rate)
        is_allowed = left >= 1
        self._buckets[name] = (left - 1 if is_allowed else left, now)
        if len(self._buckets) > self.most:
            self._buckets.popitem(last=False)
        return is_allowed

    def __len__(self) -> int:
        return len(self._buckets)
