import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { meantBy, type NamedAccount, toldApart, whereIs } from '../../../src/core/clients/whereabouts.ts';

const JAPAN = 'mypurecloud.jp';
const AMERICAS = 'mypurecloud.com';
const ID = '0b1f0c5e-0000-4000-8000-00000000000a';

function account(account: string, region = JAPAN, other: Partial<NamedAccount> = {}): NamedAccount {
  return { account, region, orgName: `Org ${account}`, label: `Ann · Org ${account}`, ...other };
}

function read(org: NamedAccount, ...ids: string[]): OrgClients {
  const clients = ids.map((id) => ({ id, name: `Client in ${org.account}` }));
  return { ...org, practice: false, clients, readAt: '2026-11-22T08:00:00Z' };
}

describe('In whose org a client is', () => {
  const [first, second, elsewhere] = [account('1'), account('2'), account('3', AMERICAS)];
  const all = [first, second, elsewhere];
  const look = (known: readonly OrgClients[], accounts: readonly NamedAccount[] = all, clientId = ID) =>
    whereIs({ region: JAPAN, clientId }, accounts, known);

  for (const order of [all, [...all].reverse()]) {
    it(`is where it was read, whoever signed in last (${order.map((each) => each.account).join()})`, () => {
      const found = look([read(first, ID), read(second, 'another')], order);
      assert.ok(found.kind === 'in-one');
      assert.deepEqual([found.org.account, found.client.name], ['1', 'Client in 1']);
    });
  }

  it('is the same in capitals', () => {
    assert.equal(look([read(second, ID)], all, ID.toUpperCase()).kind, 'in-one');
  });

  for (const known of [[], [read(first, 'another')], [read(first), read(second)]]) {
    it(`is not known while ${known.length} of two were read, and none has it: both could be asked`, () => {
      const found = look(known);
      assert.ok(found.kind === 'unknown');
      assert.deepEqual(
        found.accounts.map((each) => each.account),
        ['1', '2'],
      );
    });
  }

  it('is not known by an org of another region that has it', () => {
    assert.equal(look([read(elsewhere, ID)]).kind, 'unknown');
  });

  it('says both where two claim it', () => {
    const found = look([read(first, ID), read(second, ID.toUpperCase())]);
    assert.ok(found.kind === 'in-several');
    assert.deepEqual(
      found.places.map(({ org, client }) => [org.account, client.name]),
      [
        ['1', 'Client in 1'],
        ['2', 'Client in 2'],
      ],
    );
  });

  it('is nobody who signed out, although it was read', () => {
    assert.deepEqual(look([read(first, ID)], [elsewhere]), { kind: 'signed-out' });
    assert.equal(look([read(first, ID)], [second]).kind, 'unknown');
  });
});

describe('The name of an org', () => {
  const names = (...accounts: readonly NamedAccount[]) =>
    toldApart(accounts, (region) => `in ${region}`).map(({ orgName }) => orgName);
  const acme = { orgName: 'Acme' };

  it('is its own where no other has it', () => {
    assert.deepEqual(names(account('1'), account('2')), ['Org 1', 'Org 2']);
  });

  it('comes with the region where another region has one of the same', () => {
    assert.deepEqual(names(account('1', JAPAN, acme), account('2', AMERICAS, acme), account('3')), [
      'Acme · in mypurecloud.jp',
      'Acme · in mypurecloud.com',
      'Org 3',
    ]);
  });

  it('comes with the account where its own region has another', () => {
    assert.deepEqual(names(account('1', JAPAN, acme), account('2', JAPAN, acme)), [
      'Acme · Ann · Org 1',
      'Acme · Ann · Org 2',
    ]);
  });

  it('comes with both where three have it', () => {
    const three = [account('1', JAPAN, acme), account('2', JAPAN, acme), account('3', AMERICAS, acme)];
    assert.equal(new Set(names(...three)).size, 3);
  });

  it('comes with the ID where even the accounts are called the same', () => {
    const same = { ...acme, label: 'Ann · Acme' };
    assert.deepEqual(names(account('1', JAPAN, same), account('2', JAPAN, same)), ['Acme · 1', 'Acme · 2']);
  });

  it('comes with the ID where one of several accounts is called the same, and with the account where none is', () => {
    const same = { ...acme, label: 'Ann · Acme' };
    const other = { ...acme, label: 'Bob · Acme' };
    assert.deepEqual(
      names(account('1', JAPAN, same), account('2', JAPAN, same), account('3', JAPAN, other)),
      ['Acme · 1', 'Acme · 2', 'Acme · Bob · Acme'],
    );
  });

  it('leaves everything else of it alone', () => {
    const [org] = toldApart([account('1')], String);
    assert.deepEqual(org, { account: '1', region: JAPAN, orgName: 'Org 1' });
  });
});

describe('Which client a place means, where a practice org has one with the ID of a real one', () => {
  const [real, practice] = [
    read(account('real'), ID),
    { ...read(account('practice'), ID), practice: true },
  ] as const;
  const meant = (isSaidToPractice: boolean, ...orgs: readonly OrgClients[]) =>
    meantBy({ region: JAPAN, clientId: ID.toUpperCase(), practice: isSaidToPractice }, orgs).map(
      ({ org }) => org.account,
    );

  it('is the one of the practice org that is said to be there, and no other', () => {
    assert.deepEqual(meant(true, real, practice), ['practice']);
    assert.deepEqual(meant(true, real), []);
  });

  it('is the real one where nothing is said, and that of the practice org only where no real org has one', () => {
    for (const orgs of [
      [real, practice],
      [practice, real],
    ])
      assert.deepEqual(meant(false, ...orgs), ['real']);
    assert.deepEqual(meant(false, practice, read(account('real'))), ['practice']);
  });

  it('is looked up so where somebody says of which kind it is, and in both kinds where nobody does', () => {
    const look = (isSaidToPractice?: boolean) =>
      whereIs(
        {
          region: JAPAN,
          clientId: ID,
          ...(isSaidToPractice !== undefined && { practice: isSaidToPractice }),
        },
        [real, practice].map((org) => ({ ...account(org.account), ...org })),
        [real, practice],
      );
    assert.equal(look().kind, 'in-several');
    for (const isPractice of [true, false]) {
      const found = look(isPractice);
      assert.ok(found.kind === 'in-one');
      assert.equal(found.org.practice, isPractice);
    }
  });
});
