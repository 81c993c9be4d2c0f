import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { knownConnections, readConnections } from '../../../src/core/scim/connections.ts';
import { inspectScimConfig } from '../../../src/core/scim/inspectConfig.ts';
import { updateScimConfig } from '../../../src/core/scim/writeConfig.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { CONNECTION, factsOf } from './samples.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

/** Secrets as they are pasted: letters and digits, base64 with all its signs, its form for addresses, and a JWT. */
const SECRETS = {
  'letters and digits': 'Qz9TmA2VbK7sLw4ZcR8nHd3YfJ6pGu1EaXo5WvBk0iN',
  'base64 with a slash': 'Qz9TmA2VbK7sLw4/cR8nHd3YfJ6pGu1EaXo5WvBk0iN=',
  'base64 with slashes and plus signs': 'Qz9Tm/2VbK7+Lw4Zc/8nHd3Yf+6pGu1Ea/o5WvBk0i==',
  'base64 for addresses': 'Qz9TmA2VbK7sLw4_cR8nHd3YfJ6-Gu1EaXo5WvBk0iN',
  'a JWT': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJlIDEyMw',
};

/** Everything that is text in a connection, with some text in its place; other things it may be in are made of it. */
function withIn(secret: string): Readonly<Record<string, object>> {
  const texts = Object.keys(CONNECTION).map((name): [string, object] => [name, { [name]: secret }]);
  return {
    ...Object.fromEntries(texts),
    'the name of the role': { role: { id: 'role-scim', name: secret } },
    'the ID of the role': { role: { id: secret, name: 'SCIM Integration' } },
    'a part of the name of the role': { role: { id: 'role-scim', name: `SCIM (${secret})` } },
    'the name of a division': { divisions: [{ id: 'd', name: secret }] },
    'the ID of a division': { divisions: [{ id: secret, name: 'Osaka' }] },
    'the path of an address': { scimBaseUrl: `https://gateway.example.com/${secret}` },
    'the place of the secret': { secret: { kept: secret } },
    'words behind the end of the token': { tokenEndsAt: `2026-11-23T09:00:00Z (${secret})` },
    'words behind an end that was': { tokenEndsAt: `2025-11-23T09:00:00Z (${secret})` },
    'the provider of a token without an end': { provider: secret, tokenEndsAt: 'tomorrow' },
    'a property of their own': { note: secret },
  };
}

const FACTS = factsOf({
  accessTokenValiditySeconds: 300,
  roles: [
    { id: 'role-scim', name: 'SCIM Integration', fit: { kind: 'altered', added: ['a:b:c'], taken: [] } },
  ],
});

describe('genesys-scim.json: a secret in it goes nowhere (S6)', () => {
  for (const [what, secret] of Object.entries(SECRETS)) {
    for (const [where, properties] of Object.entries(withIn(secret))) {
      it(`S6: ${what}, as ${where}: neither to the page nor into a message`, () => {
        const text = JSON.stringify({ connections: [{ ...CONNECTION, ...properties }] });
        const parts = secret.split(/[^A-Za-z0-9]/).filter(({ length }) => length > 8);
        const shown = JSON.stringify([
          knownConnections(text),
          readConnections(text),
          inspectScimConfig(text, reckonedAt(NOW), FACTS),
        ]);
        for (const part of [secret, ...parts])
          assert.ok(!shown.toLowerCase().includes(part.toLowerCase()), shown);
        const update = updateScimConfig(text, CONNECTION);
        if (update.kind === 'refused') assert.ok(!JSON.stringify(update).includes(secret));
      });
    }
  }

  it('S6: whatever the wizard itself writes is shown', () => {
    const gateway = {
      ...CONNECTION,
      scimBaseUrl: 'https://gateway.example.com/genesys/eu1/api/v2/scim/v2/users-and-groups',
    };
    for (const each of [CONNECTION, gateway]) {
      assert.deepEqual(knownConnections(JSON.stringify({ connections: [each] })), [each]);
    }
  });
});
