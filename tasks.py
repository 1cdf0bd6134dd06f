"""Every command of the project. `python3 tasks.py build` on a machine with nothing but Python.

Run directly, this file first makes `.venv` with the locked dependencies (checked against their
hashes), then hands the command to Invoke inside it. Inside the environment the same commands are
`invoke build`, `invoke test` and so on; `invoke --list` shows them all. What `inspection-digest`
alone can do (`explain`, `source add` and others) goes to it as it was typed.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"site": HERE / "requirements/site.txt", "test": HERE / "requirements/test.txt"}
PASSED_ON = {"compare", "draft", "explain", "quote", "source"}  # whole, to `inspection-digest`
NEEDS_TEST_LOCK = {"test", "lint", "corpus", "golden", "schema", "lock", "bench"}


def prepare(lock: str) -> None:
    """Makes `.venv` hold what `lock` lists; does nothing when it does already."""
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    wanted = {name: _sum(path) for name, path in LOCKS.items()}
    ready = {name: VENV / f".ready-{name}" for name in LOCKS}
    for name in {lock, "test"}:  # what the tests need holds all that the site needs
        if ready[name].is_file() and ready[name].read_text() == wanted[name]:
            return
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: PLC0415
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            "Python's venv module is missing: on Debian and Ubuntu, "
            f"`apt install python{version}-venv` (or python3-venv) adds it."
        )
    print(f"Preparing {VENV.name} (once; a minute or so) ...", flush=True)
    for mark in ready.values():
        mark.unlink(missing_ok=True)
    venv.EnvBuilder(with_pip=True, clear=not PYTHON.exists(), symlinks=os.name != "nt").create(VENV)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    _run_or_leave([*pip, "install", "--quiet", "--require-hashes", "-r", LOCKS[lock]])
    _run_or_leave([*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", HERE])
    ready[lock].write_text(wanted[lock])


def _sum(path: Path) -> str:
    """Changes with the lock, the project's own declaration and the Python that runs this."""
    parts = [path.read_bytes(), (HERE / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _run_or_leave(command: list[object]) -> None:
    if subprocess.run([str(part) for part in command], check=False).returncode:
        sys.exit("The dependencies could not be installed; what pip said is above.")


# As `pelican`, but that it knows sooner where there is nothing to do; with the plugin that is here.
PELICAN = (str(PYTHON), *["-m", "inspection_digest", "-s", "pelican.conf.py", "--fatal", "errors"])
PLUGIN = {"PYTHONPATH": str(HERE / "plugins")}


def _run(*command: object, **environment: str) -> None:
    """Runs a program of the environment; if it fails, its exit code becomes ours."""
    words = [str(word) for word in command]
    with subprocess.Popen(words, cwd=HERE, env={**os.environ, **environment}) as program:
        while program.returncode is None:
            with suppress(KeyboardInterrupt):  # it has heard that, too, and says what follows
                program.wait()
    if program.returncode:
        sys.exit(program.returncode)


def build_site(output: str = "output", timings: bool = False) -> None:
    target = Path(output).resolve() if output != "output" else HERE / "output"
    _run(*PELICAN, OUTPUT_PATH=str(target), TIMINGS="1" if timings else "", **PLUGIN)
    look = "python3 tasks.py serve" if output == "output" else f"python3 -m http.server -d {output}"
    print(f"\nThe site is in {output}/. To look at it: {look}")


def check_content(form: str = "text") -> None:
    _run(BIN / "inspection-digest", "check", "--format", form)


# Asked for alone, these go without Invoke: to import it takes longer than a build in which nothing
# has changed.
ALONE: dict[str, Callable[[], None]] = {"build": build_site, "check": check_content}


if __name__ == "__main__":
    chosen = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    prepare("test" if chosen in NEEDS_TEST_LOCK else "site")
    # Debian's pip and venv leave PATH alone; the commands below find their tools by BIN.
    arguments = sys.argv[1:] or ["--list"]
    if len(arguments) == 1 and arguments[0] in ALONE:
        ALONE[arguments[0]]()
        sys.exit()
    command = [str(PYTHON), "-m", "invoke", "--search-root", str(HERE), *arguments]
    if arguments[0] in PASSED_ON:
        command = [str(PYTHON), "-m", "inspection_digest.cli", *arguments]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False, cwd=HERE).returncode)
    os.chdir(HERE)
    os.execv(command[0], command)

from invoke.context import Context
from invoke.tasks import task


@task(help={"output": "another folder", "timings": "say where the time went"})
def build(context: Context, output: str = "output", timings: bool = False) -> None:
    """Check the content and build the site into output/."""
    build_site(output, timings)


@task(help={"port": "where to listen on this machine (8000)"})
def serve(context: Context, port: str = "8000") -> None:
    """Show the site at http://localhost:8000/; rebuild and reload when a file changes."""
    sys.path.insert(0, str(HERE / "plugins"))
    from inspection_digest.serving.server import serve as show  # noqa: PLC0415

    show(HERE, port)


@task(
    help={
        "base": "what the change is set against: a revision, or a content folder (main)",
        "output": "the folder of the preview (preview/)",
    }
)
def preview(context: Context, base: str = "main", output: str = "preview") -> None:
    """Build a preview to be opened from disk: it opens on what changed since BASE."""
    program, site = BIN / "inspection-digest", HERE / ".preview.site"
    if subprocess.run([str(program), "check"], cwd=HERE, check=False).returncode:
        sys.exit("\nNo preview was built: mend what is named above first.")
    # An address that is nobody's and never will be.
    _run(*PELICAN, "--quiet", OUTPUT_PATH=str(site), SITEURL="https://preview.invalid", **PLUGIN)
    target = Path(output).resolve() if output != "preview" else HERE / "preview"
    _run(program, "preview", base, "content", "--site", site, "--output", target)


@task(help={"format": "text, json or github"})
def check(context: Context, format: str = "text") -> None:  # noqa: A002 - it is the option's name
    """Check every file in content/ and every quotation against its source."""
    check_content(format)


@task(
    help={
        "provider": "who was inspected, by name",
        "published": "when the report was published: 2019-03-29, 2019-03 or 2019",
        "release": "the address of the press release",
        "report": "the address of the report",
        "framework": "a file in content/frameworks/; proposed from the rest",
        "kind": "for a new provider: what it is, in a few words",
    }
)
def new(  # noqa: PLR0913, PLR0917 - what a digest starts from, each an option
    context: Context,
    provider: str = "",
    published: str = "",
    release: str = "",
    report: str = "",
    framework: str = "",
    kind: str = "",
) -> None:
    """Begin a digest: asks for what is not given and writes a file that passes."""
    given = {
        "--provider": provider,
        "--published": published,
        "--release": release,
        "--report": report,
        "--framework": framework,
        "--kind": kind,
    }
    words = [f"{option}={value}" for option, value in given.items() if value]
    _run(BIN / "inspection-digest", "new", *words)


@task(
    iterable=["file"],
    help={
        "file": "a file in content/, again for each; without it, all",
        "check": "only name what would be tidied",
        "diff": "only show what would be changed",
    },
)
def fmt(context: Context, file: list[str], check: bool = False, diff: bool = False) -> None:
    """Tidy the layout of YAML files; no word and no comment is changed."""
    options = [*(["--check"] if check else []), *(["--diff"] if diff else [])]
    _run(BIN / "inspection-digest", "fmt", *options, *file)


@task(help={"remove": "take the hook away again"})
def hooks(context: Context, remove: bool = False) -> None:
    """Check the YAML files you stage before each commit, in under a second."""
    _run(BIN / "inspection-digest", "hooks", *(["--remove"] if remove else []))


@task(help={"only": "a part of the tests' names", "jobs": "how many processes (auto)"})
def test(context: Context, only: str = "", jobs: str = "auto") -> None:
    """Run all tests, the linters and the type checker."""
    lint(context)
    _run(
        PYTHON,
        "-m",
        "pytest",
        "-n",
        jobs,
        "--dist",
        "worksteal",
        *(["-k", only] if only else []),
    )


@task
def lint(context: Context) -> None:
    """Look for mistakes in the code: ruff and mypy."""
    _run(PYTHON, "-m", "ruff", "check", "--quiet")
    _run(PYTHON, "-m", "ruff", "format", "--check", "--quiet")
    _run(PYTHON, "-m", "mypy", "--no-error-summary")


@task
def golden(context: Context) -> None:
    """Write the expected pages of the golden site again, to be read before they are committed."""
    _run(PYTHON, "-m", "pytest", "-q", "tests/test_golden.py", UPDATE_GOLDEN="1")


@task
def schema(context: Context) -> None:
    """Write the editors' schemas again, after a record has changed."""
    _run(PYTHON, "-m", "pytest", "-q", "tests/reading/test_editor_schema.py", UPDATE_SCHEMA="1")


@task
def corpus(context: Context) -> None:
    """Measure the reading and proving of real reports, where a folder of them is at hand."""
    _run(PYTHON, "tests/corpus/measure.py")


@task(
    help={
        "sizes": "how many digests (100,1000)",
        "against": "which of hugo, eleventy, pelican, or none; pelican:1000 is up to 1,000 (all)",
        "scenarios": "which of full, nothing, digest, title, new, page-template, template (full)",
        "rounds": "how often each is built (3)",
        "everywhere": "measure the other systems in every scenario",
        "keep": "measure against equivalents made by an older state of our code",
        "note": "a sentence for the table: what else the machine was doing, say",
        "write": "write benchmarks/RESULTS.md",
    }
)
def bench(  # noqa: PLR0913, PLR0917 - its options
    context: Context,
    sizes: str = "100,1000",
    against: str = "hugo,eleventy,pelican",
    scenarios: str = "full",
    rounds: int = 3,
    everywhere: bool = False,
    keep: bool = False,
    note: str = "",
    write: bool = False,
) -> None:
    """Measure how fast the site is built, beside the same site in other systems."""
    words = ["--sizes", sizes, "--against", against, "--scenarios", scenarios, "--note", note]
    flags = {"--everywhere": everywhere, "--keep": keep, "--write": write}
    chosen = [flag for flag, wanted in flags.items() if wanted]
    _run(PYTHON, "-m", "benchmarks.bench", *words, "--rounds", rounds, *chosen)


@task
def links(context: Context) -> None:
    """Ask every outside address in content/ whether it answers; reports, and stops nothing."""
    _run(BIN / "inspection-digest", "links")


@task
def audit(context: Context) -> None:
    """Look for known vulnerabilities in the locked versions; reports, and stops nothing."""
    _run(PYTHON, "tools/audit.py")


@task
def lock(context: Context) -> None:
    """Resolve the dependencies again and write their versions and hashes (needs uv)."""
    options = "--universal --python-version 3.11 --generate-hashes --no-header --upgrade --quiet"
    quiet = ("--no-emit-index-url", "--no-emit-find-links")
    for name in (*LOCKS, "audit"):
        files = f"requirements/{name}.in", "-o", f"requirements/{name}.txt"
        _run("uv", "pip", "compile", *options.split(), *quiet, *files)
