"""scim-sanity: the life of a user and of a group, search and errors."""
import json
import os
import subprocess
import sys

from steps import BASE_URL, tell

token = os.environ["PRACTICE_ORG_TOKEN"]
command = [
    os.path.join(os.path.dirname(sys.executable), "scim-sanity"), "probe", f"{BASE_URL}/api/v2/scim/v2",
    "--token", token, "--i-accept-side-effects", "--json-output", "--user-domain", "practice.example",
]
done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
for result in json.loads(done.stdout)["results"]:
    tell(f"{result.get('phase', '')}: {result['name']}", result["status"] in ("pass", "skip"), result.get("message", ""))
