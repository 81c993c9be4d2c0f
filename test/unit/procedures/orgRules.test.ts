import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Caller } from '../../../src/core/procedures/context.ts';
import { check } from '../../../src/core/procedures/index.ts';
import type { LoadedOrg } from '../../../src/core/procedures/loadedOrg.ts';
import { aContext, anOrg, findings, inOrg, onAdminPage } from './situations.ts';

describe('G1: the permission to add clients', () => {
  it('asks to connect first', () => {
    assert.deepEqual(findings({}, aContext({ destination: { kind: 'undecided' } })), ['error not-connected']);
  });

  it('says who may not add clients, and where', () => {
    const caller: Caller = {
      kind: 'user',
      id: 'p',
      name: 'Practice Developer',
      permissions: ['authorization:role:edit'],
      roles: [],
    };
    const [finding] = check(
      'embeddable',
      { name: 'CRM' },
      aContext({ destination: inOrg(anOrg({ caller })) }),
    );
    assert.equal(finding?.code, 'permission-missing');
    assert.deepEqual(finding.args, { person: 'Practice Developer', org: 'Practice Org' });
  });

  const callersWithoutPermissions: Record<string, Caller> = {
    'a client speaks instead of a user': { kind: 'client', name: 'Automation' },
    'the org does not say who calls': {
      kind: 'unknown',
      error: { kind: 'forbidden', answer: { status: 403 } },
    },
  };
  for (const [situation, caller] of Object.entries(callersWithoutPermissions)) {
    it(`only warns when ${situation}, so that nobody is kept out who may`, () => {
      const context = aContext({ destination: inOrg(anOrg({ caller })) });
      assert.deepEqual(findings({}, context), ['warning permission-unknown']);
      assert.deepEqual(check('embeddable', { name: 'CRM' }, context)[0]?.args, { org: 'Practice Org' });
    });
  }

  it('is nothing to ask about when the person makes the client on the admin page', () => {
    const clientId = '0b1f0c5e-0000-4000-8000-000000000002';
    assert.deepEqual(findings({ clientId }, aContext({ destination: onAdminPage() })), []);
  });
});

describe('The scopes of the token', () => {
  const withToken = (differences: Partial<LoadedOrg>) => aContext({ destination: inOrg(anOrg(differences)) });
  const holding = (...value: string[]): LoadedOrg['tokenScopes'] => ({ kind: 'known', value });

  it('warns of every scope that saving may need and the token lacks', () => {
    const context = withToken({ tokenScopes: holding('oauth:readonly', 'user-basic-info') });
    const [finding] = check('embeddable', { name: 'CRM' }, context);
    assert.equal(finding?.code, 'token-scopes-missing');
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(finding.args, { scopes: ['authorization', 'oauth', 'organization:readonly'] });
  });

  it('takes a scope that may write for one that may read, and does not mind more of them', () => {
    const tokenScopes = holding('authorization', 'oauth', 'organization', 'user-basic-info', 'routing');
    assert.deepEqual(findings({}, withToken({ tokenScopes })), []);
  });

  it('says nothing when the org keeps them to itself', () => {
    const error = { kind: 'forbidden', answer: { status: 403 } } as const;
    assert.deepEqual(findings({}, withToken({ tokenScopes: { kind: 'unknown', error } })), []);
  });

  it('says nothing for client credentials, to which scopes do not apply', () => {
    const caller = { kind: 'client', name: 'Automation' } as const;
    const found = findings({}, withToken({ caller, tokenScopes: holding() }));
    assert.deepEqual(found, ['warning permission-unknown']);
  });
});

describe('G1 without an API call: the Client ID from the admin page', () => {
  const context = aContext({ destination: onAdminPage() });
  const clientId = '0B1F0C5E-0000-4000-8000-00000000000A';

  for (const typed of ['', '  ', '\u200b']) {
    it(`asks for one when ${JSON.stringify(typed)} is typed`, () => {
      assert.deepEqual(findings({ clientId: typed }, context), ['error client-id-missing']);
    });
  }
  for (const typed of [
    'CRM',
    clientId.slice(1),
    `${clientId}0`,
    clientId.replaceAll('-', ''),
    clientId.replace('A', 'G'),
  ]) {
    it(`refuses ${typed}, which is no UUID`, () => {
      assert.deepEqual(findings({ clientId: typed }, context), ['error client-id-malformed']);
    });
  }
  for (const typed of [
    clientId,
    clientId.toLowerCase(),
    ` ${clientId}\n`,
    `{${clientId}}`,
    `\u200e"${clientId}"\u2060`,
  ]) {
    it(`accepts ${JSON.stringify(typed)}`, () => {
      assert.deepEqual(findings({ clientId: typed }, context), []);
    });
  }

  it('is not asked for when a request of ours makes the client', () => {
    assert.deepEqual(findings({ clientId: '' }), []);
  });
});
