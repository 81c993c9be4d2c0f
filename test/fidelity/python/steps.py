"""Runs steps one after the other, and prints each as a line of JSON: {"step": …, "ok": …, "why": …}."""
import json
import os
import traceback

BASE_URL = os.environ["PRACTICE_ORG_URL"]
CLIENT_ID = os.environ["PRACTICE_ORG_CLIENT_ID"]
CLIENT_SECRET = os.environ["PRACTICE_ORG_CLIENT_SECRET"]
SIGN_IN_CLIENT_ID = os.environ["PRACTICE_ORG_SIGN_IN_CLIENT_ID"]


def tell(step, ok, why=""):
    print(json.dumps({"step": step, "ok": bool(ok), "why": str(why)}), flush=True)


def step(name):
    """A step that is done at once: it went well unless it raises."""

    def run(work):
        try:
            work()
        except Exception as error:  # Whatever the client throws is the result.
            where = traceback.extract_tb(error.__traceback__)[-1]
            tell(name, False, f"{type(error).__name__}: {error} ({os.path.basename(where.filename)}:{where.lineno})")
        else:
            tell(name, True)
        return work

    return run
