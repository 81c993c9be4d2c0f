"""scim2-tester: goes over everything that RFC 7643 and 7644 ask of a SCIM server."""
import os

import httpx2
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

from steps import BASE_URL, tell

GOOD = (Status.SUCCESS, Status.COMPLIANT, Status.ACCEPTABLE)

token = os.environ["PRACTICE_ORG_TOKEN"]
http = httpx2.Client(base_url=f"{BASE_URL}/api/v2/scim/v2", headers={"Authorization": f"Bearer {token}"})
scim = SyncSCIMClient(http)
scim.discover()
for result in check_server(scim):
    if result.status == Status.SKIPPED:
        continue
    about = f" ({result.resource_type})" if result.resource_type else ""
    reason = " ".join(str(result.reason or "").split())
    tell(f"{result.title}{about}", result.status in GOOD, f"{result.status.name}: {reason}"[:400])
