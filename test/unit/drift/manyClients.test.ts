import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { compareScim } from '../../../src/core/drift/scim.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { MOST_NAMED } from '../../../src/core/scim/inspectConfig.ts';
import { endingsOf } from '../../../src/core/watch/endings.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { scim } from '../watch/tokens.ts';
import {
  anOrg,
  FRAMEWORK_FILE,
  frameworkText,
  ID,
  known,
  NOW,
  ofFramework,
  REGION,
  SCIM_CLIENT,
  SCIM_FILE,
  scimText,
} from './scenes.ts';

const COUNT = 10_000;

/** An org with so many clients, and how often the ID of any of them was read. */
function large(): { org: OrgClients; reads: () => number } {
  let reads = 0;
  const counting = (id: string): OAuthClient => ({
    ...SCIM_CLIENT,
    get id() {
      reads += 1;
      return id;
    },
  });
  const others = Array.from({ length: COUNT - 1 }, (_, at) => counting(`${ID.slice(0, -5)}${at + 10_000}`));
  return { org: anOrg([...others, counting(ID)]), reads: () => reads };
}

describe('An org with ten thousand clients', () => {
  it('is searched once, however many connections a file has', () => {
    const { org, reads } = large();
    const [one] = JSON.parse(scimText()).connections;
    const text = JSON.stringify({ connections: Array.from({ length: MOST_NAMED }, () => one) });
    const all = { ...known(org), names: new Map(), practiceOrgs: new Map() };
    assert.equal(compareScim({ ...SCIM_FILE, text }, all, reckonedAt(NOW)).compared.length, MOST_NAMED);
    assert.ok(reads() <= 2 * COUNT, `${reads()} IDs`);
  });

  it('is searched once, however many files name clients of it', () => {
    const { org, reads } = large();
    for (let file = 0; file < 20; file += 1)
      assert.equal(ofFramework([], frameworkText(), known(org)).compared.length, 1, FRAMEWORK_FILE.path);
    const named = Array.from({ length: 50 }, () => ({
      region: REGION,
      clientId: ID,
      mentions: [scim({ tokenEndsAt: NOW.toISOString() })],
    }));
    const before = reads();
    assert.ok(before <= 2 * COUNT, `${before} IDs`);
    endingsOf({ named, orgs: [org], reckon: reckonedAt(NOW) });
    assert.ok(reads() - before <= 2 * COUNT, `${reads() - before} IDs`);
  });
});
