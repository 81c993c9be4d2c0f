import assert from 'node:assert/strict';
import { diagnostics, type ScimCode } from '../../../src/core/findings/catalogue.ts';
import type { Args } from '../../../src/core/findings/finding.ts';
import { findingBuilder, findingText } from '../../../src/core/findings/finding.ts';
import { scimRefusalText } from '../../../src/core/texts/scim.ts';

function text(code: ScimCode, args: Args): string {
  return findingText(diagnostics, findingBuilder(diagnostics)(code, undefined, args), 'en');
}

describe('What is said of genesys-scim.json', () => {
  it('S6: who holds the token, and when it ends', () => {
    const args = { provider: 'okta', moment: '2028-02-15T09:00:00Z' };
    const expiring = text('token-expiring', args);
    assert.match(expiring, /Okta holds ends on February 1\d, 2028/);
    assert.match(text('token-expired', args), /Okta holds ended on .* give it to Okta/);
  });

  it('S6: a provider that nobody knows is named as the file does', () => {
    const args = { provider: 'our own', moment: '2028-02-15T09:00:00Z' };
    assert.match(text('token-expired', args), /our own holds/);
  });

  it('S4: durations in words, and roles by name', () => {
    const duration = text('duration-reset', { written: 38_880_000, lasts: 86_400 });
    assert.match(duration, /last 1 day, not 450 days/);
    const roles = text('extra-role', { roles: ['Admin', 'Agent'] });
    assert.match(roles, /Admin and Agent/);
  });

  it('S6: why a file is left alone, and where', () => {
    for (const reason of ['not-json', 'not-a-scim-config', 'several-connections'] as const) {
      assert.match(scimRefusalText(reason, 'idp/genesys-scim.json', 7), /^idp\/genesys-scim\.json .*line 7/);
    }
  });
});
