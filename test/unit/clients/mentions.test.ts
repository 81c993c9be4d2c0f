import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Mention } from '../../../src/core/clients/concerns.ts';
import { mentionKey, mentionsOf, namedBy } from '../../../src/core/clients/mentions.ts';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';

const REGION = 'mypurecloud.jp';
const ID = '0b1f0c5e-0000-4000-8000-00000000000a';

const at = { uri: 'file:///a', path: 'a', line: 1 };
const FRAMEWORK: Mention = {
  ...{ kind: 'framework', ...at },
  use: { region: REGION, dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'on' },
};
const OF_PRACTICE: Mention = { kind: 'scim', ...at, practice: true };
const OF_REAL: Mention = { kind: 'scim', ...at, practice: false };

const client = { id: ID.toUpperCase(), name: 'Agents' };
function org(practice: boolean): OrgClients {
  const account = practice ? 'practice' : 'real';
  return { account, orgName: account, region: REGION, practice, clients: [client], readAt: '' };
}
const [real, practice] = [org(false), org(true)];

describe('The places of the workspace that mean a client', () => {
  const all = new Map([[mentionKey(REGION, ID), [FRAMEWORK, OF_PRACTICE, OF_REAL]]]);
  const meaning = (its: OrgClients, orgs: readonly OrgClients[]) =>
    mentionsOf({ org: its, client }, all, orgs);

  it('are told apart where a real org and a practice org have a client of one ID', () => {
    assert.deepEqual(meaning(real, [real, practice]), [FRAMEWORK, OF_REAL]);
    assert.deepEqual(meaning(practice, [real, practice]), [OF_PRACTICE]);
  });

  it('are all that do not say otherwise, where only one of them has it', () => {
    assert.deepEqual(meaning(real, [real]), [FRAMEWORK, OF_REAL]);
    assert.deepEqual(meaning(practice, [practice]), [FRAMEWORK, OF_PRACTICE, OF_REAL]);
  });

  it('are none of another region', () => {
    const elsewhere = { ...real, region: 'mypurecloud.de' };
    assert.deepEqual(meaning(elsewhere, [elsewhere]), []);
  });

  it('are found by what they are kept under', () => {
    assert.deepEqual(namedBy(mentionKey(REGION, ID.toUpperCase())), { region: REGION, clientId: ID });
  });
});
