import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientChange } from '../../../src/core/clients/change.ts';
import { bodyOf, changedClient, type Refusal } from '../../../src/core/clients/change.ts';
import type { ClientBody, ClientRecord } from '../../../src/core/platform/clientRecord.ts';

const INDEX = 'https://apps.mypurecloud.com/crm/index.html';
const LOGIN = 'https://apps.mypurecloud.com/crm/authWindow.html';
const ADD: ClientChange = { kind: 'add-redirect-uris', uris: [INDEX, LOGIN] };

describe('A client that is to be changed', () => {
  const record: ClientRecord = {
    id: '1',
    name: 'Agent desktop',
    authorizedGrantType: 'CODE',
    registeredRedirectUri: [INDEX],
    scope: ['users'],
    state: 'active',
    accessTokenValiditySeconds: 64_800,
    roleDivisions: [],
    fieldOfTomorrow: { kept: [1, null] },
    dateCreated: '2026-01-01T00:00:00Z',
    dateModified: '2026-01-01T00:00:00Z',
    createdBy: { id: 'p' },
    modifiedBy: { id: 'p' },
    selfUri: '/api/v2/oauth/clients/1',
  };

  function changed(client: ClientRecord, ...changes: ClientChange[]): ClientBody {
    const result = changedClient(client, changes);
    assert.ok(result.kind === 'changed', JSON.stringify(result));
    return result.body;
  }

  function refused(client: ClientRecord, ...changes: ClientChange[]): Refusal {
    const result = changedClient(client, changes);
    assert.ok(result.kind === 'refused', JSON.stringify(result));
    return result.refusal;
  }

  it('is sent whole, with fields that nobody here knows, and without those that the org fills', () => {
    assert.deepEqual(changed(record, ADD), {
      name: 'Agent desktop',
      authorizedGrantType: 'CODE',
      registeredRedirectUri: [INDEX, LOGIN],
      scope: ['users'],
      state: 'active',
      accessTokenValiditySeconds: 64_800,
      roleDivisions: [],
      fieldOfTomorrow: { kept: [1, null] },
    });
  });

  for (const none of [null, undefined]) {
    it(`gets its first redirect URIs and scopes where the org says ${none}`, () => {
      const { registeredRedirectUri: _, scope: __, ...rest } = record;
      const empty = none === null ? { ...rest, registeredRedirectUri: null, scope: null } : rest;
      const body = changed(empty, ADD, { kind: 'add-scopes', scopes: ['presence'] });
      assert.deepEqual(body.registeredRedirectUri, [INDEX, LOGIN]);
      assert.deepEqual(body.scope, ['presence']);
      const replacements = [{ from: `${INDEX}/`, to: INDEX }];
      const replaced = changed(empty, { kind: 'replace-redirect-uris', replacements });
      assert.deepEqual(replaced.registeredRedirectUri, [INDEX]);
    });
  }

  it('gets what is asked for twice only once', () => {
    const body = changed(record, ADD, ADD, { kind: 'add-redirect-uris', uris: [LOGIN, LOGIN] });
    assert.deepEqual(body.registeredRedirectUri, [INDEX, LOGIN]);
  });

  const asItIs: Record<string, readonly ClientChange[]> = {
    'nothing is asked': [],
    'no URI is named': [{ kind: 'add-redirect-uris', uris: [] }],
    'the URIs are there': [{ kind: 'add-redirect-uris', uris: [INDEX] }],
    'a URI is to become what it is': [
      { kind: 'replace-redirect-uris', replacements: [{ from: INDEX, to: INDEX }] },
    ],
    'somebody has replaced the URI already': [
      { kind: 'replace-redirect-uris', replacements: [{ from: `${INDEX}/`, to: INDEX }] },
    ],
    'the scopes are there': [{ kind: 'add-scopes', scopes: ['users'] }],
    'it is active': [{ kind: 'activate' }],
    'it uses Code Authorization / PKCE': [{ kind: 'use-pkce' }],
  };
  for (const [why, changes] of Object.entries(asItIs)) {
    it(`stays unchanged when ${why}`, () => {
      assert.deepEqual(changedClient(record, changes), { kind: 'unchanged' });
    });
  }

  it('is made inactive whatever its grant type, and nothing else of it changes', () => {
    for (const authorizedGrantType of ['CODE', 'CLIENT-CREDENTIALS', 'PASSWORD', undefined]) {
      const client = { ...record, authorizedGrantType, state: 'active', owner: 'somebody' };
      const body = changed(client, { kind: 'deactivate' });
      assert.deepEqual(body, { ...bodyOf(client), state: 'inactive' });
    }
    const inactive = { ...record, state: 'inactive', dateToDelete: '2026-12-01T00:00:00Z' };
    assert.deepEqual(changedClient(inactive, [{ kind: 'deactivate' }]), { kind: 'unchanged' });
  });

  it('is taken for active where the org says no state', () => {
    for (const state of [undefined, null]) {
      const { state: _, ...rest } = record;
      const stateless = state === null ? { ...rest, state } : rest;
      assert.deepEqual(changedClient(stateless, [{ kind: 'activate' }]), { kind: 'unchanged' });
    }
  });

  it('G14: gets an inexact URI replaced in its place, and others left alone', () => {
    const other = 'https://crm.test/callback';
    const client = { ...record, registeredRedirectUri: [`${INDEX}/`, other, INDEX.toUpperCase()] };
    const replacements = [
      { from: `${INDEX}/`, to: INDEX },
      { from: INDEX.toUpperCase(), to: INDEX },
      { from: 'https://gone.test/', to: LOGIN },
    ];
    const body = changed(client, { kind: 'replace-redirect-uris', replacements });
    assert.deepEqual(body.registeredRedirectUri, [INDEX, other, LOGIN]);
  });

  it('waits to be deleted no more once it is active again', () => {
    const client = { ...record, state: 'inactive', dateToDelete: '2026-12-01T00:00:00Z' };
    const body = changed(client, { kind: 'activate' });
    assert.equal(body.state, 'active');
    assert.equal('dateToDelete' in body, false);
  });

  it('E3: goes from Implicit to Code Authorization / PKCE with everything else kept', () => {
    const body = changed({ ...record, authorizedGrantType: 'TOKEN' }, { kind: 'use-pkce' });
    assert.equal(body.authorizedGrantType, 'CODE');
    assert.deepEqual(body.registeredRedirectUri, [INDEX]);
  });

  const URIS_FULL = Array.from({ length: 125 }, (_, index) => `https://crm.test/${index}`);

  it('G14: never gets a 126th redirect URI', () => {
    const full = { ...record, registeredRedirectUri: URIS_FULL };
    assert.deepEqual(refused(full, ADD), { kind: 'too-many-redirect-uris', count: 127, max: 125 });
  });

  it('G14: may come to have 125', () => {
    const client = { ...record, registeredRedirectUri: URIS_FULL.slice(1) };
    assert.equal(
      changed(client, { kind: 'add-redirect-uris', uris: [INDEX] }).registeredRedirectUri?.length,
      125,
    );
  });

  it('G14: that has more than an org takes today can still be repaired, as long as it gets no more', () => {
    const client = { ...record, registeredRedirectUri: [...URIS_FULL, `${INDEX}/`], state: 'disabled' };
    assert.equal(changed(client, { kind: 'activate' }).state, 'active');
    const replacements = [{ from: `${INDEX}/`, to: INDEX }];
    const body = changed(client, { kind: 'replace-redirect-uris', replacements });
    assert.deepEqual(body.registeredRedirectUri, [...URIS_FULL, INDEX]);
    assert.equal(refused(client, ADD).kind, 'too-many-redirect-uris');
  });

  it('G14: may be full and still change otherwise', () => {
    const full = { ...record, registeredRedirectUri: URIS_FULL };
    const replacements = [{ from: 'https://crm.test/0', to: INDEX }];
    assert.equal(
      changed(full, { kind: 'replace-redirect-uris', replacements }).registeredRedirectUri?.[0],
      INDEX,
    );
    assert.deepEqual(changed(full, { kind: 'add-scopes', scopes: ['presence'] }).scope, [
      'users',
      'presence',
    ]);
  });

  for (const grantType of ['CLIENT-CREDENTIALS', 'SAML2-BEARER', 'PASSWORD', 'TYPE-OF-TOMORROW', '', null]) {
    it(`with the grant type ${JSON.stringify(grantType)} is not made one for browser logins`, () => {
      const client = { ...record, authorizedGrantType: grantType };
      const refusal = { kind: 'other-grant-type', grantType: grantType ?? undefined };
      assert.deepEqual(refused(client, ADD), { ...refusal, change: 'add-redirect-uris' });
      assert.deepEqual(refused(client, { kind: 'use-pkce' }), { ...refusal, change: 'use-pkce' });
    });
  }

  it('G15: gets no scopes when it speaks for itself', () => {
    const client = { ...record, authorizedGrantType: 'CLIENT-CREDENTIALS' };
    assert.equal(refused(client, { kind: 'add-scopes', scopes: ['users'] }).kind, 'other-grant-type');
  });

  it('G15: gets scopes when it speaks for people, on a login page or not', () => {
    for (const authorizedGrantType of ['CODE', 'TOKEN', 'SAML2-BEARER']) {
      const body = changed({ ...record, authorizedGrantType }, { kind: 'add-scopes', scopes: ['presence'] });
      assert.deepEqual(body.scope, ['users', 'presence']);
    }
  });

  it('may become active again whatever its grant type is', () => {
    const client = { ...record, authorizedGrantType: 'TYPE-OF-TOMORROW', state: 'disabled' };
    assert.equal(changed(client, { kind: 'activate' }).state, 'active');
  });
});
