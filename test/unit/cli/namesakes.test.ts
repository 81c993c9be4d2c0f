import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { namesakesText } from '../../../src/cli/orgs/namesakes.ts';

const ONE = '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31';
const OTHER = '22222222-8a44-4d5c-9b0e-2f6f0a7d9e31';

const orgs = [
  { org: { id: ONE, name: 'Acme' }, account: { account: 'a', region: 'mypurecloud.jp' } },
  { org: { id: OTHER, name: 'ACME' }, account: { account: 'b', region: 'mypurecloud.de' } },
  { org: { id: 'x', name: 'Other' }, account: { account: 'c', region: 'mypurecloud.de' } },
];

describe('A name that several organizations have', () => {
  it('is refused, with the ID of each and how one is named', () => {
    assert.equal(
      namesakesText(['other', 'acme'], orgs, 'en'),
      `Several organizations are called "acme": ${ONE} (Asia Pacific (Tokyo), mypurecloud.jp), ${OTHER} (EMEA (Frankfurt), mypurecloud.de). Name one by its ID: --org ${ONE}.`,
    );
  });

  it('is no matter where one is named by its ID, or two ways lead to the same one', () => {
    assert.equal(namesakesText([OTHER.toUpperCase()], orgs, 'en'), undefined);
    assert.equal(namesakesText(['acme'], [...orgs.slice(0, 1), ...orgs.slice(0, 1)], 'en'), undefined);
  });
});
