"""`./lapa test`: everything, or one suite."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from lapa_cli import native
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT, STATE
from lapa_cli.setup import browser, node, secrets, web
from lapa_cli.setup.packages import ensure_group
from lapa_cli.testing import surroundings
from lapa_cli.testing.report import Counts, Result
from lapa_cli.testing.runner import Run, never_ran, run_suites
from lapa_cli.testing.suites import Suite, choose
from lapa_cli.ui import console, errors, step


def run_tests(
    context: typer.Context,
    suite: Annotated[
        str | None, typer.Argument(help="a service, libs, house, saga or e2e; all of them without")
    ] = None,
    expression: Annotated[
        str | None, typer.Option("-k", help="only tests whose names match, as in pytest")
    ] = None,
) -> None:
    """Run the tests on a throw-away PostgreSQL and Redis. What follows `--` goes to pytest."""
    if suite and suite.startswith("-"):
        context.args.insert(0, suite)
        suite = None
    suites = choose(suite)
    arguments = [*(["-k", expression] if expression else []), *context.args]
    ensure_group("test")
    with step("PostgreSQL and Redis"):
        native.ensure()
    results = _run(suites, arguments)
    _summarise(results)


def _run(suites: list[Suite], arguments: list[str]) -> list[Result]:
    """Those that need a platform come last: the others are quicker to tell what is wrong."""
    is_shown = len(suites) == 1
    alone = [suite for suite in suites if not suite.needs_platform]
    journeys = [suite for suite in suites if suite.needs_platform]
    results: list[Result] = []
    if alone:
        with surroundings.stores() as environment:
            results += _watch(alone, environment, arguments, is_shown)
    if journeys:
        try:
            results += _run_journeys(journeys, arguments, is_shown)
        except Failure as failure:
            reason = escape(str(failure))
            errors.print(f"[red]✗[/] the platform did not come up for the journeys: {reason}")
            results += [never_ran(suite) for suite in journeys]
    return results


def _run_journeys(journeys: list[Suite], arguments: list[str], is_shown: bool) -> list[Result]:
    secrets.ensure()
    web.try_to_build()
    chromium = browser.ensure() if web.WEB.exists() else None
    with surroundings.platform("e2e", test_mode=True) as environment:
        environment["LAPA_BROWSER"] = str(chromium or "")
        if chromium:
            # Playwright's own Node.js wants a library that a bare machine has not got.
            environment["PLAYWRIGHT_NODEJS_PATH"] = str(node.program())
        environment["LAPA_SCREENS"] = str(STATE / "logs" / "screens")
        return _watch(journeys, environment, arguments, is_shown)


def _watch(
    suites: list[Suite], environment: dict[str, str], arguments: list[str], is_shown: bool
) -> list[Result]:
    if is_shown:
        return run_suites(suites, Run(environment, arguments, True, lambda names: None, _report))
    with console.status("Starting") as status:

        def tell(names: Sequence[str]) -> None:
            status.update(f"Running {', '.join(names)}")

        return run_suites(suites, Run(environment, arguments, False, tell, _report))


def _report(result: Result) -> None:
    is_bad = result.counts.failed > 0
    mark = "[red]✗[/]" if is_bad else "[green]✓[/]"
    console.print(f"{mark} {result.suite}: {result.counts} [dim]{result.seconds:.1f} s[/]")
    if is_bad:
        console.print(result.log.read_text(errors="replace"), markup=False, soft_wrap=True)


def _summarise(results: list[Result]) -> None:
    table = Table(box=None, header_style="dim")
    table.add_column("suite")
    for column in ("passed", "failed", "skipped", "seconds"):
        table.add_column(column, justify="right")
    total = Counts()
    for result in results:
        total += result.counts
        style = "red" if result.counts.failed else None
        numbers = (result.counts.passed, result.counts.failed, result.counts.skipped)
        table.add_row(
            result.suite, *(str(number) for number in numbers), f"{result.seconds:.1f}", style=style
        )
    console.print(table)
    if not total.passed and not total.failed:
        console.print(f"No test ran: nothing in {ROOT} matches.")
    print(total, flush=True)
    raise typer.Exit(0 if total.is_green else 1)
