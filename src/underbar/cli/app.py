"""The commands that use the database, and the names of those that do not, for `--help` and the shell."""

from __future__ import annotations

from typing import Annotated

import typer

from underbar.cli import account, bring, experiment, insights, leave, log, look, nights, serve, today
from underbar.cli.show import fail
from underbar.services.errors import ServiceError

app = typer.Typer(
    name="underbar",
    help="A training and symptom diary that answers with today's plan, and every reason why.",
    epilog="First steps: underbar start --sample, then underbar today. "
    "Completion of commands in your shell: underbar --install-completion.",
    no_args_is_help=True,
    # Plain help: it reads the same in a pipe and in a narrow terminal.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

File = Annotated[str, typer.Argument(metavar="FILE", help="A diary file, or - for standard input.")]
Fork = Annotated[
    str | None, typer.Option("--protocol", metavar="FILE", help="Your own copy of the protocol document.")
]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]


def _pure(command: str, *words: str) -> None:
    from underbar.cli import pure

    raise typer.Exit(pure.run(command, list(words)))


@app.command()
def check(file: File) -> None:
    """Say what is wrong in a diary file. Needs no database."""
    _pure("check", file)


@app.command()
def plan(
    file: File,
    day: Annotated[str | None, typer.Option("--day", metavar="YYYY-MM-DD", help="Which day.")] = None,
    protocol: Fork = None,
    json: Json = False,
) -> None:
    """Print the plan of a day from a diary file. Needs no database."""
    words = [*(["--day", day] if day else []), *(["--protocol", protocol] if protocol else [])]
    _pure("plan", file, *words, *(["--json"] if json else []))


@app.command()
def replay(file: File, protocol: Fork = None, json: Json = False) -> None:
    """Print a plan a day over a diary file. Needs no database."""
    _pure("replay", file, *(["--protocol", protocol] if protocol else []), *(["--json"] if json else []))


@app.command("format")
def format_(file: File) -> None:
    """Print a diary file the one way. Needs no database."""
    _pure("format", file)


app.command()(serve.serve)
app.command()(account.password)
app.command()(today.start)
app.command()(today.today)
app.command()(today.tomorrow)
app.command()(log.checkin)
app.command()(log.add)
app.command()(look.history)
app.command()(look.why)
app.command()(nights.sources)
app.command()(insights.insights)
app.command()(experiment.experiment)
app.command("import")(bring.import_)
app.command()(leave.export)
app.add_typer(look.param, name="param")


def run(words: list[str]) -> int:
    """Runs a command and returns its exit status: 0 done, 1 it could not be done, 2 wrong usage.

    What a use case has to say against it is printed to standard error as the sentence it is.
    """
    try:
        app(args=words, prog_name="underbar")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except ServiceError as error:
        fail(error.sentence)
        return 1
    return 0
