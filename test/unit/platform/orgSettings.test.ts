import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { getGrants } from '../../../src/core/platform/authorization.ts';
import {
  embeddingIn,
  getAllowedNetworks,
  getAuthenticationSettings,
  getIdleTimeout,
  idleSecondsIn,
  listAuthorizations,
} from '../../../src/core/platform/orgSettings.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useOrg } from '../../org/useOrg.ts';
import { json, useAnswers } from './useAnswers.ts';

describe('The settings of an org that break a client which is right', () => {
  const answers = useAnswers();

  /** An org that answers this, and what it was asked. */
  async function answering(body: unknown): Promise<{ connection: Connection; asked: string[] }> {
    const asked: string[] = [];
    const connection = await answers.answering((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      json(200, body)(request, response);
    });
    return { connection, asked };
  }

  it('are who may embed it, and who is exempt from the inactivity timeout', async () => {
    const settings = {
      domainAllowlistEnabled: true,
      domainAllowlist: ['crm.example.com'],
      ipAddressAllowlist: [],
      inactivityTimeoutExclusions: ['client-1'],
    };
    const { connection, asked } = await answering({
      ...settings,
      passwordRequirements: { minimumLength: 8 },
    });
    assert.deepEqual(await getAuthenticationSettings(connection), { ok: true, value: settings });
    assert.deepEqual(asked, ['GET /api/v2/organizations/authentication/settings']);
  });

  it('are after how long an idle token ends', async () => {
    const timeout = { enableIdleTokenTimeout: true, idleTokenTimeoutSeconds: 900 };
    const { connection, asked } = await answering({ ...timeout, inactivityTimeoutUnit: 'Minutes' });
    assert.deepEqual(await getIdleTimeout(connection), { ok: true, value: timeout });
    assert.deepEqual(asked, ['GET /api/v2/tokens/timeout']);
  });

  it('are from which networks it may be asked', async () => {
    const { connection, asked } = await answering({ networkWhitelist: ['203.0.113.0/24'] });
    assert.deepEqual(await getAllowedNetworks(connection), { ok: true, value: ['203.0.113.0/24'] });
    assert.deepEqual(asked, ['GET /api/v2/organizations/ipaddressauthentication']);
  });

  it('are which clients it has let in', async () => {
    const authorized = {
      client: { id: 'client-1', name: 'CRM' },
      scope: ['users'],
      pending: false,
      state: 'Authorized',
    };
    const others = [{ client: 7 }, { state: 'Revoked' }, 'nonsense'];
    const { connection, asked } = await answering({ total: 4, entities: [authorized, ...others] });
    assert.deepEqual(await listAuthorizations(connection), { ok: true, value: [authorized] });
    assert.deepEqual(asked, ['GET /api/v2/oauth/authorizations']);
  });

  it('are not known where the answer leaves them out, or says something odd', async () => {
    for (const odd of [{}, { domainAllowlistEnabled: 'yes', domainAllowlist: ['crm.example.com', 7] }]) {
      const { connection } = await answering(odd);
      const settings = await getAuthenticationSettings(connection);
      assert.ok(settings.ok);
      // A list without the entry that is odd would say of it that it is not listed.
      assert.equal(settings.value.domainAllowlist, undefined);
      assert.equal(settings.value.domainAllowlistEnabled, undefined);
    }
    const { connection } = await answering({ networkWhitelist: '203.0.113.0/24' });
    assert.deepEqual(await getAllowedNetworks(connection), { ok: true, value: undefined });
  });

  it('are an error where there is no answer of use', async () => {
    const { connection } = await answering('nonsense');
    for (const read of [getAuthenticationSettings, getIdleTimeout, getAllowedNetworks, listAuthorizations]) {
      const answer = await read(connection);
      assert.ok(!answer.ok, read.name);
      assert.equal(answer.error.kind, 'unexpected-answer', read.name);
    }
  });
});

describe('The settings of a practice org', () => {
  const org = useOrg();

  async function connect(): Promise<Connection> {
    return { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
  }

  it('are read as its switches say', async () => {
    await org().turn({ embeddingAllowList: ['crm.example.com'], inactivityTimeoutSeconds: 600 });
    const connection = await connect();
    const settings = await getAuthenticationSettings(connection);
    assert.ok(settings.ok);
    assert.equal(settings.value.domainAllowlistEnabled, true);
    assert.deepEqual(settings.value.domainAllowlist, ['crm.example.com']);
    const timeout = await getIdleTimeout(connection);
    assert.ok(timeout.ok);
    assert.equal(timeout.value.enableIdleTokenTimeout, true);
    assert.equal(timeout.value.idleTokenTimeoutSeconds, 600);
  });

  it('leave the roles of any client to be asked for by its ID', async () => {
    const { id } = org().automationClient;
    const grants = await getGrants(await connect(), id);
    assert.ok(grants.ok);
    assert.ok(grants.value.length > 0);
  });
});

describe('What the settings of an org come to', () => {
  it('E3: any site may embed Genesys Cloud, or those of a list, or nobody knows', () => {
    const domainAllowlist = ['crm.example.com'];
    assert.equal(embeddingIn({ domainAllowlistEnabled: false, domainAllowlist }), 'all');
    assert.deepEqual(embeddingIn({ domainAllowlistEnabled: true, domainAllowlist }), domainAllowlist);
    assert.equal(embeddingIn({ domainAllowlistEnabled: true }), undefined);
    assert.equal(embeddingIn({ domainAllowlist }), undefined);
  });

  it('an idle token ends after so many seconds, or never, or nobody knows', () => {
    assert.equal(idleSecondsIn({ enableIdleTokenTimeout: false, idleTokenTimeoutSeconds: 600 }), 'never');
    assert.equal(idleSecondsIn({ enableIdleTokenTimeout: true, idleTokenTimeoutSeconds: 600 }), 600);
    assert.equal(idleSecondsIn({ enableIdleTokenTimeout: true }), undefined);
    assert.equal(idleSecondsIn({ idleTokenTimeoutSeconds: 600 }), undefined);
  });
});
