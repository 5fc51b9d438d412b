"""What answers at the door of a class: its notes, or nothing that is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from classroom.lesson import voting

from etika_sim.classroom.trainer_view import for_notes
from etika_sim.cli.live.discovery import Door, Shut, ask_notes

NOTES = for_notes(voting(3).room)


@contextmanager
def answering(body: bytes, status: int = 200) -> Iterator[Door]:
    """The door of a program that gives that answer to whoever asks."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Door("one", server.server_port, "token")
        finally:
            server.shutdown()
            thread.join()


def test_the_notes_come_back_as_they_were_sent() -> None:
    """JSON changes nothing in them; where nothing is newer, nothing comes."""
    with answering(json.dumps(NOTES).encode()) as door:
        assert ask_notes(door) == NOTES
    with answering(b"", 304) as door:
        assert ask_notes(door, version=3) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"v": 3, "phase": "read"}',
        json.dumps({**NOTES, "agenda": "later"}).encode(),
        json.dumps({**NOTES, "said": [{"number": 1}]}).encode(),
    ],
)
def test_what_is_not_the_notes_of_a_class_shuts_the_door(body: bytes) -> None:
    """Another program on the port, half an answer, a class of another version: no traceback, no page."""
    with answering(body) as door, pytest.raises(Shut):
        ask_notes(door)
