"""The catalogue of refusals: every stable code, what it says in each language, who gives it."""

from collections import defaultdict
from collections.abc import Mapping

from lapa_cli.generate.describe import Description
from lapa_cli.layout import ROOT

TABLE = ROOT / "docs" / "reference" / "problems.md"
HEAD = """# Problems

Made by `./lapa generate` from the services. A refusal is an `application/problem+json` document (RFC 9457); programs go by its
`code`, people read its texts in the language of `Accept-Language` (English or Russian, `Content-Language` says which).

"""


def table(descriptions: Mapping[str, Description]) -> str:
    by_whom: dict[tuple[str, int, tuple[str, ...]], set[str]] = defaultdict(set)
    languages: list[str] = []
    for service, description in descriptions.items():
        for problem in description.problems:
            languages = list(problem["titles"])
            titles = tuple(text or "" for text in problem["titles"].values())
            by_whom[problem["code"], problem["status"], titles].add(service)
    lines = [
        f"| code | status | {' | '.join(languages)} | of |",
        f"|---|---|{'---|' * len(languages)}---|",
    ]
    for (code, status, titles), services in sorted(by_whom.items()):
        whose = (
            "every service" if len(services) == len(descriptions) else ", ".join(sorted(services))
        )
        lines.append(f"| `{code}` | {status} | {' | '.join(titles)} | {whose} |")
    return HEAD + "\n".join(lines) + "\n"
