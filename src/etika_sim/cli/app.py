"""Entry point: options that hold for every command, dispatch to the command, and where errors end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module

import click
import typer

from etika_sim import __version__
from etika_sim.cli import completion, context
from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import LANGUAGE_VARIABLE, Closed, ExitStatus
from etika_sim.languages import LANGUAGES
from etika_sim.library.folders import LibraryMissing
from etika_sim.locale import DEFAULT, N_, CatalogueMissing, _, use
from etika_sim.store.trouble import StoreTrouble

COMMANDS = {
    "list": N_("List the cases."),
    "play": N_("Play a case, alone."),
    "progress": N_("See how practice goes over your plays."),
    "class": N_("Lead a class live: phones, one phone a table, or raised hands."),
    "handout": N_("Print what a class needs on paper."),
    "report": N_("See what a class came to, write it to a file, or forget it."),
    "new": N_("Begin a new case, which passes the check as it stands."),
    "check": N_("Check case files."),
    "graph": N_("Show where the choices of a case lead."),
    "watch": N_("Check a case at every save, and show the scene you changed as it is played."),
    "explain": N_("Explain a rule of the check."),
    "share": N_("Pack a case into a zip, with its translations and what it cites of your registers."),
    "receive": N_("Take in a case that you were sent as a zip; nothing of yours is replaced."),
    "law": N_("Look up the law and the channels."),
    "completion": N_("Complete words with Tab."),
}
"""The commands in the order of the help page, and what it says of each; its module has its name."""

OTHER_WORDS = {"replace": "yes"}
"""Options that are understood under another word as well, which no page names: --replace is --yes."""


def run(argv: list[str]) -> int:
    """Run one command line. Every error ends here, as one sentence and an exit status."""
    try:
        if os.environ.get(completion.VARIABLE):
            return _answer_tab()
        words = _take_out(argv)
        return int(_run(words))
    except CatalogueMissing as error:
        sys.stderr.write(
            f"etika-sim: the language catalogue '{error}' is missing; install the program again.\n"
            f"etika-sim: katalog bahasa '{error}' tidak ada; pasang ulang program ini.\n"
        )
        return ExitStatus.ENVIRONMENT


def _answer_tab() -> int:
    """Answer the shell, in the language of the environment; never a word but the answer."""
    language = os.environ.get(LANGUAGE_VARIABLE, "")
    use(language if language in LANGUAGES else DEFAULT)
    return completion.answer(_program(COMMANDS))


def _take_out(argv: list[str]) -> list[str]:
    """Heed --lang and --plain, which work anywhere on the line; the words without them."""
    rest: list[str] = []
    language = os.environ.get(LANGUAGE_VARIABLE, "")
    words = iter(argv)
    for word in words:
        if word == "--lang":
            language = next(words, "")
        elif word.startswith("--lang="):
            language = word.partition("=")[2]
        elif word == "--plain":
            environment().wants_plain = True
        else:
            rest.append(word)
    environment().language = language if language in LANGUAGES else DEFAULT
    use(environment().language)
    if language and language not in LANGUAGES:
        environment().complain(_("There is no language {name}; Indonesian is used.").format(name=language))
    return rest


def _run(words: list[str]) -> int:
    try:
        result = _open_menu() if not words and environment().interactive else _run_command(words)
        sys.stdout.flush()
        return result or ExitStatus.FINE
    except click.UsageError as error:
        return _complain_of_usage(error)
    except Trouble as trouble:
        environment().complain(str(trouble))
        return trouble.status
    except LibraryMissing:
        environment().complain(_("The shipped cases are missing; install the program again."))
        return ExitStatus.ENVIRONMENT
    except StoreTrouble as trouble:
        return _complain_of_store(trouble)
    except Closed:
        return ExitStatus.FINE
    except (KeyboardInterrupt, click.Abort):
        environment().complain("")
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        _silence()
        return ExitStatus.FINE
    except Exception:  # noqa: BLE001 - the one place where our own faults end
        return _complain_of_own_fault()


def _open_menu() -> int:
    """The menu, for a person at a terminal who named no command."""
    from etika_sim.cli.menus.main import run_main_menu

    return run_main_menu(environment())


def _run_command(words: list[str]) -> int | None:
    known = [word for word in words if word in COMMANDS]
    is_named = known[:1] == words[:1] != []
    program = _program(known[:1]) if is_named else _all_named(_program(known))
    result: int | None = program.main(words, prog_name=completion.PROGRAM, standalone_mode=False)
    return result


def _all_named(program: click.Group) -> click.Group:
    """The program as the help page tells of it, which asks a command that is not loaded for its name only."""
    loaded = program.commands
    program.commands = {
        name: loaded.get(name) or click.Command(name, help=_(about)) for name, about in COMMANDS.items()
    }
    return program


def _program(names: Iterable[str]) -> click.Group:
    """The program with those commands."""
    app = typer.Typer(
        name=completion.PROGRAM,
        help=_("Role-play in public-service ethics, for civil servants."),
        epilog=_("Everywhere: --lang en for English, --plain for plain text without drawing."),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        suggest_commands=False,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "token_normalize_func": lambda word: OTHER_WORDS.get(word, word),
        },
    )
    app.callback(options_metavar=_("[OPTIONS]"), subcommand_metavar=_("COMMAND [ARGS]..."))(_version_option())
    for name in names:
        import_module(f"etika_sim.cli.{name}_command").add_to(app, _(COMMANDS[name]))
    program = typer.main.get_command(app)
    assert isinstance(program, click.Group)
    return program


def _version_option() -> Callable[[bool], None]:
    """The option --version for the help page; __main__ has answered it long before."""

    def show(wanted: bool) -> None:
        if wanted:
            environment().write(f"etika-sim {__version__}\n")
            raise typer.Exit

    about = _("Show the version.")
    option = typer.Option(False, "--version", help=about, is_eager=True, callback=show)

    def options(version: bool = option) -> None:
        """Answered before a command is looked for."""

    return options


def _complain_of_usage(error: click.UsageError) -> int:
    lines = [error.format_message()]
    if error.ctx is not None and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        lines.insert(0, error.ctx.get_usage())
        lines.append(_("Help: {command} --help").format(command=error.ctx.command_path))
    environment().complain("\n".join(lines))
    return ExitStatus.USAGE


def _complain_of_store(trouble: StoreTrouble) -> int:
    from etika_sim.cli.solo.open_store import sentence_of

    environment().complain(sentence_of(trouble))
    return ExitStatus.ENVIRONMENT


def _silence() -> None:
    """The reader of our output has gone; keep Python from complaining when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain_of_own_fault() -> int:
    if context.DEBUG in os.environ:
        import traceback

        traceback.print_exc()
    kind, fault, _trace = sys.exc_info()
    name = kind.__name__ if kind else ""
    said = _("The program made a mistake of its own ({name}: {fault}).").format(name=name, fault=fault)
    environment().complain(f"{said} " + _("Please report it; your files are untouched."))
    return ExitStatus.ENVIRONMENT
