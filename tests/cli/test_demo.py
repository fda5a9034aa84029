"""`demo`: everything built, what the user changed kept, the cast offered on loopback only."""

import json
import re
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from temaplan.documents.exchange.plan_folder import read_folder
from tests.fixtures.commands import (
    ROOT,
    Server,
    Surroundings,
    children_of,
    clean_surroundings,
    run_command,
    run_driver,
    serving,
)

EXAMPLES = {"drammen-2011", "eksempelvik"}
SESSION = ROOT / "tests/reliability/installation_of_its_own.py"
STATE = Path(__file__).parent / "state_of_a_demo.py"
STEPS = [
    "[1/4] Leser inn eksemplene",
    "[2/4] Lager rollene som kan logge inn",
    "[3/4] Regner, tegner diagrammer og bygger sider",
    "[4/4] Bygger dokumenter som PDF og Word",
]


def demo_data(surroundings: Surroundings) -> Surroundings:
    """Return the surroundings in which other commands work on the demo."""
    return {**surroundings, "TEMAPLAN_DATA": f"{surroundings['TEMAPLAN_DATA']}/demo"}


def page(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return str(answer.read().decode())


def test_demo_has_both_plans_with_cast_pages_and_files(demo: Surroundings) -> None:
    found = json.loads(run_driver(demo_data(demo), STATE))
    assert set(found["plans"]) == EXAMPLES
    assert found["planners"] == ["Planlegger, Drammen kommune", "Planlegger, Eksempelvik kommune"]
    assert found["pages_missing"] == []
    assert found["files"] == sorted(
        f"{plan} {document}.{form}"
        for plan in EXAMPLES
        for document in ("challenges", "status")
        for form in ("docx", "pdf")
    )
    assert found["waiting_tasks"] == 0


def test_it_tells_each_step_in_one_line(demo: Surroundings) -> None:
    done = run_command(demo, "demo", "--no-serve")
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (0, "", STEPS)
    assert run_command(demo, "demo", "--no-serve", "--quiet").stderr == ""


def test_second_run_keeps_what_the_user_changed(demo: Surroundings, tmp_path: Path) -> None:
    run_command(demo_data(demo), "export", "eksempelvik", tmp_path / "ut")
    text = (tmp_path / "ut/plan.toml").read_text()
    (tmp_path / "ut/plan.toml").write_text(text.replace("Næringsplan for", "Min plan for"))
    run_command(demo_data(demo), "import", tmp_path / "ut", "--replace")

    assert run_command(demo, "demo", "--no-serve").returncode == 0

    found = json.loads(run_driver(demo_data(demo), STATE))
    assert found["plans"]["eksempelvik"] == "Min plan for Eksempelvik"
    assert found["pages_missing"] == []


def test_fresh_says_what_it_removes_and_begins_again(demo: Surroundings, tmp_path: Path) -> None:
    folder = Path(demo["TEMAPLAN_DATA"]) / "demo"
    (folder / "mine-notater.txt").write_text("viktig")
    run_command(demo_data(demo), "export", "eksempelvik", tmp_path / "ut")
    text = (tmp_path / "ut/plan.toml").read_text()
    (tmp_path / "ut/plan.toml").write_text(text.replace("Næringsplan for", "Min plan for"))
    run_command(demo_data(demo), "import", tmp_path / "ut", "--replace")

    done = run_command(demo, "demo", "--no-serve", "--fresh")

    said = done.stderr.splitlines()
    removed = [line.strip() for line in said[1 : said.index(STEPS[0])]]
    assert said[0] == "Begynner på nytt. Fjerner demoens planer med alt du har endret i dem:"
    assert {f"{folder}/temaplan.sqlite3", f"{folder}/files"} <= set(removed)
    found = json.loads(run_driver(demo_data(demo), STATE))
    assert found["plans"]["eksempelvik"] == "Næringsplan for Eksempelvik"
    assert (folder / "mine-notater.txt").read_text() == "viktig"


def test_other_commands_read_the_demo_until_there_is_an_installation(
    demo: Surroundings, tmp_path: Path
) -> None:
    done = run_command(demo, "export", "drammen-2011", tmp_path / "ut")
    said = done.stderr.splitlines()
    assert (done.returncode, said[0]) == (0, f"Leser demoen i {demo['TEMAPLAN_DATA']}/demo.")

    run_command(demo, "import", ROOT / "examples/eksempelvik")
    done = run_command(demo, "export", "drammen-2011", tmp_path / "igjen")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "Planen «drammen-2011» finnes ikke. Velg en av: eksempelvik.\n"


@pytest.mark.parametrize("slug", sorted(EXAMPLES))
def test_export_of_an_example_is_the_example(demo: Surroundings, tmp_path: Path, slug: str) -> None:
    run_command(demo, "export", slug, tmp_path / "ut")
    exported = read_folder(tmp_path / "ut")
    del exported["history.jsonl"]
    assert exported == read_folder(ROOT / "examples" / slug)


def test_planner_logs_in_with_one_click_in_the_demo(demo: Surroundings, free_port: int) -> None:
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with serving(demo, free_port, command="demo"):
        address = f"http://127.0.0.1:{free_port}/konto/logg-inn/"
        forms = visitor.open(address).read().decode().split("<form")
        (form,) = [form for form in forms if "Planlegger, Drammen kommune" in form]
        fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
        target = re.search(r'action="([^"]+)"', form)
        posted = address if target is None else f"http://127.0.0.1:{free_port}{target[1]}"
        request = urllib.request.Request(posted, urlencode(fields).encode(), {"Referer": address})
        answer = visitor.open(request)
    assert answer.url == f"http://127.0.0.1:{free_port}/arbeid/"
    assert answer.status == 200


def test_demo_that_others_can_reach_has_no_cast_and_says_so(tmp_path: Path, free_port: int) -> None:
    surroundings = clean_surroundings(tmp_path / "data")
    arguments = ["demo", "--host", "0.0.0.0", "--port", str(free_port)]
    server = Server(surroundings, *arguments)
    try:
        server.wait_until_up()
        login = page(free_port, "/konto/logg-inn/")
    finally:
        server.stop()
    assert "Planlegger, " not in login
    assert (
        "0.0.0.0 kan nås fra andre maskiner. Derfor har demoen ingen roller å logge inn som uten "
        "passord." in server.errors
    )
    found = json.loads(run_driver(demo_data(surroundings), STATE))
    assert found["planners"] == []


def test_serve_does_not_open_the_demo(demo: Surroundings, free_port: int) -> None:
    done = run_command(demo_data(demo), "serve", "--port", str(free_port))
    assert (done.returncode, done.stdout) == (4, "")
    done = run_command(demo, "export", "nothing", "nowhere")
    with serving(demo, free_port):
        assert "Drammen" not in page(free_port, "/")


def test_surroundings_of_an_installation_do_not_reach_the_demo(
    demo: Surroundings, free_port: int
) -> None:
    demo |= {"TEMAPLAN_EMAIL_URL": "smtp://post.eksempel.test", "TEMAPLAN_FILES": "s3://eske"}
    with serving(demo, free_port, command="demo") as server:
        (web, *_) = [
            pid for pid, line in children_of(server.process.pid).items() if "serving.web" in line
        ]
        variables = Path(f"/proc/{web}/environ").read_text()
    assert "TEMAPLAN_EMAIL_URL" not in variables
    assert "TEMAPLAN_FILES" not in variables
    assert f"TEMAPLAN_DATA={demo['TEMAPLAN_DATA']}/demo\0" in variables


def test_installation_without_the_examples_says_where_they_are(tmp_path: Path) -> None:
    elsewhere = tmp_path / "site"
    program = (
        "import sys; from pathlib import Path; import temaplan.config.environment as e; "
        f"e.CLONE = Path({str(elsewhere)!r}); "
        "from temaplan.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "demo", "--no-serve"],
        env=clean_surroundings(tmp_path / "data"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "Demoen trenger eksemplene, som ligger i kildekoden og ikke følger med installasjonen. "
        "Klon kildekoden og kjør «./temaplan demo» der.\n"
    )
    assert not (tmp_path / "data" / "demo").exists()


def test_demo_on_a_server_is_known_by_serve_and_leaves_installations_alone(
    installation: Surroundings, free_port: int
) -> None:
    """On SQLite `demo` has a file of its own, so both get what they ask for."""
    on_server = "DATABASE_URL" in installation
    run_command(installation, "import", ROOT / "examples/eksempelvik")
    run_driver(installation, SESSION, "session")  # somebody who is no member of a cast

    done = run_command(installation, "demo", "--no-serve", "--quiet")
    assert done.returncode == (4 if on_server else 0)
    assert ("er i bruk av en installasjon" in done.stderr) == on_server
    with serving(installation, free_port):
        assert "Eksempelvik" in page(free_port, "/")
        assert "Drammen" not in page(free_port, "/")
