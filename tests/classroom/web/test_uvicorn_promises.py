"""What we lean on inside uvicorn and h11, promise by promise: a new version that breaks one fails by name."""

from __future__ import annotations

import inspect
from pathlib import Path

import h11
import pytest
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from etika_sim.classroom.web.uvicorn_protocol import Patient, Quiet, quiet_server


async def app(_scope: object, _receive: object, _send: object) -> None:
    """An app that is never asked."""


def protocol() -> H11Protocol:
    """A connection as uvicorn makes one."""
    config = Config(app, http=Patient, lifespan="off", log_config=None)
    config.load()

    class Loop:
        """The loop that a protocol is given; nothing is scheduled here."""

    return Patient(config=config, server_state=ServerState(), app_state={}, _loop=Loop())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    ["connection_made", "data_received", "timeout_keep_alive_handler", "pause_writing", "resume_writing"],
)
def test_uvicorn_calls_what_we_put_in_its_place(name: str) -> None:
    """Each method that we extend is one of uvicorn's own, and takes as many arguments as ours."""
    theirs, ours = getattr(H11Protocol, name), getattr(Patient, name)

    assert ours is not theirs
    assert len(inspect.signature(theirs).parameters) == len(inspect.signature(ours).parameters)


@pytest.mark.parametrize("name", ["conn", "loop", "connections", "transport"])
def test_a_connection_carries_what_our_deadlines_read(name: str) -> None:
    """The parser, the loop, the set of all connections and the transport stand under those names."""
    assert hasattr(protocol(), name)


def test_the_parser_tells_how_far_a_request_has_come() -> None:
    """`their_state` goes from idle to done, by the names of h11 that we compare with."""
    connection = protocol().conn
    assert connection.their_state is h11.IDLE

    connection.receive_data(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    while connection.next_event() is not h11.NEED_DATA and connection.their_state is not h11.DONE:
        pass

    assert connection.their_state is h11.DONE


def test_all_connections_are_known_to_the_server_while_they_last() -> None:
    """A protocol joins the set of the state it was given, which is how a server is brought to an end."""
    state = ServerState()

    assert state.connections == set()
    assert "server_state" in inspect.signature(H11Protocol.__init__).parameters


def test_a_server_takes_signals_in_one_place_only() -> None:
    """`serve` asks `capture_signals`, which ours replaces by one that takes none."""
    assert "capture_signals" in inspect.getsource(Server.serve)
    assert Quiet.capture_signals is not Server.capture_signals


def test_a_server_ends_when_it_is_told_to() -> None:
    """`started` and `should_exit` are plain truths, and the state of its connections is at hand."""
    server = quiet_server(app)  # type: ignore[arg-type]

    assert (server.started, server.should_exit) == (False, False)
    assert server.server_state.connections == set()


def test_the_versions_tested_are_the_only_ones_admitted() -> None:
    """What is subclassed has an upper bound below the next minor version."""
    page = (Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8")

    for name in ("uvicorn", "h11"):
        (line,) = [line for line in page.splitlines() if line.strip().startswith(f'"{name}>=')]
        assert ",<" in line
