import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { columnsOf } from '../../../src/core/texts/columns.ts';
import { type EntryLack, entryLens } from '../../../src/core/texts/entryLens.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const CLIENT: OAuthClient = {
  id: '0b1f0c5e-1111-4111-8111-000000000002',
  name: 'My CRM',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
};

function lensOf(lacks: readonly EntryLack[], { name = CLIENT.name, practice = false } = {}) {
  const client = { ...CLIENT, name };
  const org = {
    ...{ account: 'a', orgName: 'Acme', region: 'mypurecloud.jp', practice, clients: [client] },
    readAt: NOW.toISOString(),
  };
  return entryLens({ client, org }, lacks, NOW, 'en');
}

describe('What stands above an entry of framework.js', () => {
  it('is the client alone where there is nothing to do about it', () => {
    assert.equal(lensOf([]).title, 'My CRM');
    assert.equal(lensOf([{ code: 'missing-scope', severity: 'information' }]).title, 'My CRM');
  });

  it('is what keeps people out before all else, and only that', () => {
    const { title, more } = lensOf(
      [
        { code: 'implicit-grant-ending', severity: 'hint' },
        { code: 'missing-redirect-uri', severity: 'warning' },
        { code: 'client-not-active', severity: 'error' },
      ],
      { practice: true },
    );
    assert.equal(title, 'My CRM · not active, but used');
    const text = more.join('\n');
    for (const fact of [/Acme/, /18 hours/, /Redirect URI missing/, /Implicit, may end/, /practice org/])
      assert.match(text, fact);
  });

  it('is that the client is of the practice org before what will be one day', () => {
    const lack: EntryLack = { code: 'implicit-grant-ending', severity: 'hint' };
    assert.equal(lensOf([lack], { practice: true }).title, 'My CRM · Practice org');
    assert.match(lensOf([lack]).title, /^My CRM · implicit, may end/);
  });

  it('is short whatever the client is called, and the tooltip has the whole name', () => {
    const name = '顧客管理システム '.repeat(20).trim();
    const { title, more } = lensOf([{ code: 'missing-redirect-uri', severity: 'error' }], { name });
    assert.ok(columnsOf(title) < 75, title);
    assert.ok(title.endsWith('… · redirect URI missing'), title);
    assert.ok(more[0]?.startsWith(name));
  });
});
