import assert from 'node:assert/strict';
import type { ScimFinding } from '../../../src/core/scim/inspectConfig.ts';
import { scimFindingText, scimRefusalText } from '../../../src/core/texts/scim.ts';

const PLACE = { offset: 0, length: 1, line: 1, severity: 'warning' } as const;

function text(finding: ScimFinding): string {
  return scimFindingText(finding, 'en');
}

describe('What is said of genesys-scim.json', () => {
  it('S6: who holds the token, and when it ends', () => {
    const args = { provider: 'okta', endsAt: '2028-02-15T09:00:00Z' };
    const expiring = text({ ...PLACE, code: 'token-expiring', args });
    assert.match(expiring, /Okta holds ends on February 1\d, 2028/);
    assert.match(text({ ...PLACE, code: 'token-expired', args }), /Okta holds ended on .* give it to Okta/);
  });

  it('S6: a provider that nobody knows is named as the file does', () => {
    const args = { provider: 'our own', endsAt: '2028-02-15T09:00:00Z' };
    assert.match(text({ ...PLACE, code: 'token-expired', args }), /our own holds/);
  });

  it('S4: durations in words, and roles by name', () => {
    const duration = text({
      ...PLACE,
      code: 'duration-reset',
      args: { written: 38_880_000, actual: 86_400 },
    });
    assert.match(duration, /last 1 day, not 450 days/);
    const roles = text({ ...PLACE, code: 'extra-role', args: { roles: ['Admin', 'Agent'] } });
    assert.match(roles, /Admin and Agent/);
  });

  it('S6: why a file is left alone, and where', () => {
    for (const reason of ['not-json', 'not-a-scim-config', 'several-connections'] as const) {
      assert.match(scimRefusalText(reason, 'idp/genesys-scim.json', 7), /^idp\/genesys-scim\.json .*line 7/);
    }
  });
});
