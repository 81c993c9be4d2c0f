import assert from 'node:assert/strict';
import type { Mention } from '../../../src/core/clients/concerns.ts';
import { endingsOf, type TokenEnding } from '../../../src/core/watch/endings.ts';

export const DAY = 86_400_000;

/** When the token of 450 days was made that these tests look at, by the clock of the reader. */
export const MADE = new Date(2026, 10, 30, 12);

type ScimMention = Extract<Mention, { kind: 'scim' }>;

/** A connection of a genesys-scim.json, without a token unless one is given. */
export function scim(more: Partial<ScimMention> = {}): ScimMention {
  return { kind: 'scim', uri: 'file:///idm/genesys-scim.json', path: 'genesys-scim.json', line: 3, ...more };
}

/** The token of 450 days that Okta holds, as it stands then. */
export function token(more: Partial<ScimMention>, now: Date, soonDays = 30): TokenEnding {
  const at = scim({
    provider: 'okta',
    holdsToken: true,
    tokenEndsAt: new Date(MADE.getTime() + 450 * DAY).toISOString(),
    tokenLifeSeconds: 38_880_000,
    ...more,
  });
  const named = [
    { region: 'mypurecloud.jp', clientId: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31', mentions: [at] },
  ];
  const [ending] = endingsOf({ named, orgs: [], reckon: () => ({ now, soonDays }) });
  assert.ok(ending?.kind === 'token');
  return ending;
}

/** The same so many days after it was made. */
export function at450(days: number): TokenEnding {
  return token({}, new Date(MADE.getTime() + days * DAY));
}
