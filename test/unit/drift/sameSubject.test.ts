import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Comparison,
  type Comparisons,
  type Subject,
  sameSubject,
} from '../../../src/core/drift/comparison.ts';

const REGION = 'mypurecloud.jp';
const at = { uri: 'file:///idm/genesys-scim.json', path: 'genesys-scim.json', line: 3, region: REGION };

const scim = (clientId: string, provider = 'okta'): Subject => ({
  ...{ ...at, kind: 'scim', clientId, provider, practice: false },
});
const framework = (clientId: string): Subject => ({ ...at, kind: 'framework', clientId });

function look(...subjects: readonly Subject[]): Comparisons {
  const compared = subjects.map((subject): Comparison => {
    const org = { account: 'a', orgName: 'Acme', region: REGION, practice: false };
    return { subject, org, clientName: undefined, facts: [], differences: [] };
  });
  return { compared, notCompared: [] };
}

const idIn = (all: Comparisons, subject: Subject) => sameSubject(all, subject)?.subject.clientId;

describe('What is compared once more', () => {
  it('is the same client, in whatever case the file names it by now', () => {
    assert.equal(idIn(look(scim('b'), scim('A')), scim('a')), 'A');
  });

  it('is the client that stands in its place by now', () => {
    assert.equal(idIn(look(framework('b')), framework('a')), 'b');
    assert.equal(idIn(look(scim('b'), scim('c', 'entra')), scim('a')), 'b');
  });

  it('is no other connection of the file, where its own was taken out', () => {
    assert.equal(idIn(look(scim('b', 'entra')), scim('a')), undefined);
    assert.equal(idIn(look(scim('b'), scim('c')), scim('a')), undefined, 'nobody knows which one it is');
  });
});
