"""Which address phones can reach, from tables of cards as systems really name them."""

from __future__ import annotations

import pytest

from etika_sim.classroom.web import network
from etika_sim.classroom.web.network import Interface, firewall_hints, rank

TABLES = {
    "windows at home, with VirtualBox, WSL and a card without a cable": (
        [
            ("VirtualBox Host-Only Ethernet Adapter", "192.168.56.1"),
            ("Hyper-V Virtual Ethernet Adapter", "172.28.64.1"),
            ("Intel(R) Wi-Fi 6 AX201 160MHz", "192.168.1.23"),
            ("Realtek PCIe GbE Family Controller", "169.254.11.9"),
            ("Software Loopback Interface 1", "127.0.0.1"),
        ],
        "192.168.1.23",
        ("192.168.1.23",),
    ),
    "windows with its own hotspot, and the office cable": (
        [
            ("Realtek PCIe GbE Family Controller", "10.20.30.40"),
            ("Microsoft Wi-Fi Direct Virtual Adapter #2", "192.168.137.1"),
        ],
        "10.20.30.40",
        ("192.168.137.1", "10.20.30.40"),
    ),
    "windows with a VPN that has taken the road outwards": (
        [("TAP-Windows Adapter V9", "10.8.0.6"), ("Intel(R) Wi-Fi 6 AX201 160MHz", "192.168.0.5")],
        "10.8.0.6",
        ("192.168.0.5",),
    ),
    "linux with docker and a bridge": (
        [
            ("lo", "127.0.0.1"),
            ("docker0", "172.17.0.1"),
            ("br-3f2a", "172.18.0.1"),
            ("wlp2s0", "192.168.100.7"),
            ("enp0s31f6", "10.0.0.4"),
        ],
        "10.0.0.4",
        ("10.0.0.4", "192.168.100.7"),
    ),
    "linux that makes a hotspot itself": (
        [("wlp2s0", "10.42.0.1"), ("enp3s0", "192.168.8.2")],
        "192.168.8.2",
        ("10.42.0.1", "192.168.8.2"),
    ),
    "macos with a tunnel, sharing its line": (
        [
            ("lo0", "127.0.0.1"),
            ("en0", "192.168.2.17"),
            ("bridge100", "192.168.2.1"),
            ("utun3", "100.101.102.103"),
        ],
        "192.168.2.17",
        ("192.168.2.1", "192.168.2.17"),
    ),
    "a laptop in the hotspot of an iphone, no road outwards": (
        [("en0", "172.20.10.4"), ("awdl0", "169.254.3.3")],
        None,
        ("172.20.10.4",),
    ),
    "a laptop in the hotspot of an android phone": (
        [("wlan0", "192.168.43.117")],
        "192.168.43.117",
        ("192.168.43.117",),
    ),
    "a public address beside a private one": (
        [("eth0", "203.0.113.9"), ("eth1", "192.168.5.5")],
        None,
        ("192.168.5.5", "203.0.113.9"),
    ),
    "nothing but a bridge: inside a container": ([("docker0", "172.17.0.2")], "172.17.0.2", ("172.17.0.2",)),
    "a tailnet comes after everything": (
        [("Tailnet", "100.90.1.2"), ("Wi-Fi", "192.168.1.9")],
        "100.90.1.2",
        ("192.168.1.9", "100.90.1.2"),
    ),
    "the same address twice": ([("a", "10.1.1.1"), ("b", "10.1.1.1")], None, ("10.1.1.1",)),
    "addresses that are none": ([("a", "fe80::1"), ("b", "nonsense"), ("c", "224.0.0.1")], None, ()),
    "no network at all": ([("lo", "127.0.0.1")], None, ()),
}


@pytest.mark.parametrize(("cards", "route", "expected"), TABLES.values(), ids=TABLES.keys())
def test_the_likeliest_address_comes_first(
    cards: list[tuple[str, str]], route: str | None, expected: tuple[str, ...]
) -> None:
    """Own hotspots, the road outwards, other private addresses; what no phone reaches is left out."""
    assert rank([Interface(*card) for card in cards], route) == expected


def test_a_forced_address_is_the_only_one() -> None:
    """Whoever names an address knows better."""
    assert network.addresses("classroom.local") == ("classroom.local",)


def test_this_machine_can_be_asked() -> None:
    """Every machine has itself; what is offered is among what it has."""
    own = network.own_addresses()

    assert "127.0.0.1" in own
    assert set(network.addresses()) <= own


@pytest.mark.parametrize("system", ["Windows", "Darwin", "Linux"])
def test_a_firewall_is_told_about_the_port(system: str) -> None:
    """Each system has its hints; a command names the port, where there is a command."""
    hints = firewall_hints(system, 8765)

    assert hints
    assert all("8765" in hint.command for hint in hints if hint.command)
    assert any(hint.command for hint in hints) or system == "Darwin"
