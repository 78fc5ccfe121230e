"""Starting and stopping a supervisor from outside, and asking a service whether it is ready."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping

from lapa_cli.catalogue import present
from lapa_cli.environment import Options
from lapa_cli.failures import Failure
from lapa_cli.layout import ROOT, Place
from lapa_cli.running import children, record
from lapa_cli.running.platform import tail
from lapa_cli.running.supervise import arguments_for

STOP_PATIENCE = 60.0


def start(
    place: Place,
    options: Options,
    *,
    outlives_us: bool,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """A supervisor of its own session; one that does not outlive us is stopped with us, whatever ends us."""
    place.run.mkdir(parents=True, exist_ok=True)
    place.record.unlink(missing_ok=True)
    command = [sys.executable, "-m", "lapa_cli.running.supervise", *arguments_for(place, options)]
    return children.start(
        command,
        log=place.log("lapa"),
        cwd=ROOT,
        environment=None if environment is None else {**os.environ, **environment},
        outlives_us=outlives_us,
    )


def stop(place: Place) -> bool:
    """Whether there was anything to stop; returns when it is gone."""
    running = record.read(place)
    if running is None:
        return False
    os.kill(running.supervisor, signal.SIGTERM)
    deadline = time.monotonic() + STOP_PATIENCE
    while record.is_running(place):
        if time.monotonic() > deadline:
            raise Failure(
                f"The platform (pid {running.supervisor}) does not stop; see {place.log('lapa')}"
            )
        time.sleep(0.05)
    return True


def wait_until_started(
    place: Place, supervisor: subprocess.Popen[bytes], seconds: float
) -> record.Record:
    """Returns when every process has been started; see `unready` for what they say of themselves."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        now = record.read_last(place)
        check_alive(place, supervisor)
        if now and now.phase == "running":
            return now
        time.sleep(0.05)
    raise Failure(f"The platform did not start within {seconds:.0f} s; see {place.log('lapa')}")


def check_alive(place: Place, supervisor: subprocess.Popen[bytes]) -> None:
    if supervisor.poll() is not None:
        now = record.read_last(place)
        said = now.problem if now else tail(place.log("lapa"))
        raise Failure(said or f"The supervisor ended; see {place.log('lapa')}")


def wait_until_ready(
    place: Place, options: Options, supervisor: subprocess.Popen[bytes], seconds: float
) -> None:
    """Returns when every service says that it is ready."""
    deadline = time.monotonic() + seconds
    wait_until_started(place, supervisor, seconds)
    while waiting := unready(options):
        check_alive(place, supervisor)
        if time.monotonic() > deadline:
            raise Failure("\n".join(f"{name} is not ready: {why}" for name, why in waiting.items()))
        time.sleep(0.1)


def unready(options: Options) -> dict[str, str]:
    """Why, for each service that is not ready."""
    answers = {service.name: why_unready(options.port(service)) for service in present()}
    return {name: why for name, why in answers.items() if why}


def why_unready(port: int, seconds: float = 2.0) -> str:
    """Empty when the service on `port` answers that it is ready."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return "does not answer"
    finally:
        connection.close()
    return "" if answer.status == 200 else _reason(body) or f"answers {answer.status}"


def _reason(body: bytes) -> str:
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    dependencies = told.get("dependencies", {}) if isinstance(told, dict) else {}
    return ", ".join(f"{name}: {why}" for name, why in dependencies.items() if why != "ok")
