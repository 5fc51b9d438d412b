"""Which addresses phones can reach, best first; and what a firewall may want to be told.

Ranking is pure; only `interfaces` and `routed` ask the machine, and neither sends anything.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network
from typing import NamedTuple


class Interface(NamedTuple):
    """A network card as the machine names it, and one IPv4 address of it."""

    name: str
    address: str


class Hint(NamedTuple):
    """What to do about a firewall: a code for the sentence, and the command to type, if there is one."""

    code: str
    command: str = ""


VIRTUAL = re.compile(
    r"docker|^br-|veth|virbr|vbox|virtualbox|vmnet|vmware|vethernet|hyper-v|wsl|^utun|^tun\d|^tap|tap-windows"
    r"|tailscale|^zt|zerotier|wireguard|^wg\d|^ppp|openvpn|^ipsec|^cni|^lxc|^lxdbr|^podman|^awdl|^llw",
    re.IGNORECASE,
)
"""Names of cards behind which there is no phone: other machines inside this one, and tunnels."""

OWN_HOTSPOTS = ("192.168.137.1/32", "10.42.0.0/16", "192.168.2.1/32")
"""Where a laptop stands in the network it makes itself: Windows, Linux, macOS."""

NEVER = ("127.0.0.0/8", "169.254.0.0/16", "0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "192.168.56.0/24")
"""This machine alone, an address it gave itself for want of any, no address, VirtualBox's own."""

PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")

SHARED = "100.64.0.0/10"
"""A provider's, or Tailscale's; a phone in the room is not there."""


def rank(cards: Iterable[Interface], route: str | None = None) -> tuple[str, ...]:
    """The addresses that phones may reach, the likeliest first; each once.

    A network that the laptop makes itself comes first: whoever switched it on did so for the phones.
    Then the card that leads outwards, then other private addresses, then public ones. Cards of
    virtual machines and tunnels are left out, unless nothing else is there.
    """
    usable = [card for card in cards if _is_address(card.address) and not _within(card.address, NEVER)]
    real = [card for card in usable if not is_virtual(card)] or usable
    ordered = sorted(real, key=lambda card: _place(card.address, route))
    return tuple(dict.fromkeys(card.address for card in ordered))


def is_virtual(card: Interface) -> bool:
    """Whether a card has no cable and no radio; the one that Windows makes for its hotspot has."""
    return bool(VIRTUAL.search(card.name)) and not _within(card.address, OWN_HOTSPOTS[:1])


def _place(address: str, route: str | None) -> tuple[bool, bool, bool, bool]:
    return (
        _within(address, (SHARED,)),
        not _within(address, OWN_HOTSPOTS),
        address != route,
        not _within(address, PRIVATE),
    )


def _is_address(text: str) -> bool:
    try:
        IPv4Address(text)
    except ValueError:
        return False
    return True


def _within(address: str, networks: Iterable[str]) -> bool:
    return any(IPv4Address(address) in IPv4Network(network) for network in networks)


# --- asking the machine -----------------------------------------------------------------------


def addresses(forced: str | None = None) -> tuple[str, ...]:
    """The addresses to offer, best first; the forced one alone if there is one; empty without a network."""
    return (forced,) if forced else rank(interfaces(), routed())


def own_addresses() -> frozenset[str]:
    """Every IPv4 address this machine answers to, however unlikely."""
    return frozenset(card.address for card in interfaces())


def interfaces() -> tuple[Interface, ...]:
    """The cards of this machine that have an IPv4 address."""
    import ifaddr

    return tuple(
        Interface(adapter.nice_name, str(ip.ip))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    )


def routed() -> str | None:
    """The address that the way outwards begins at; None without one.

    Connecting a UDP socket only asks for the route. 192.0.2.1 belongs to nobody (RFC 5737).
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(asking.getsockname()[0])


def firewall_hints(system: str, port: int) -> tuple[Hint, ...]:
    """What may keep phones out on that system (`platform.system()`), and what lets them in."""
    match system:
        case "Windows":
            rule = "netsh advfirewall firewall add rule name=etika-sim dir=in action=allow"
            return (
                Hint("windows-asks"),
                Hint("windows-public"),
                Hint("windows-rule", f"{rule} protocol=TCP localport={port}"),
            )
        case "Darwin":
            return (Hint("macos-asks"),)
        case _:
            return (
                Hint("ufw", f"sudo ufw allow {port}/tcp"),
                Hint("firewalld", f"sudo firewall-cmd --add-port={port}/tcp"),
            )
