import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { getMe, getOrganization } from '../../../src/core/platform/me.ts';
import {
  deleteToken,
  getServiceProviderConfig,
  getToken,
  secondsUntil,
} from '../../../src/core/platform/tokens.ts';
import { json, useAnswers } from './useAnswers.ts';

const ME = {
  id: 'user-1',
  name: 'Ann',
  authorization: { permissions: ['oauth:client:add'], roles: [{ id: 'role-1', name: 'Admin' }] },
};
const TOKEN_INFO = {
  organization: { id: 'org-1', name: 'ACME' },
  authorizedScope: ['oauth'],
  dateTokenIdles: '2026-11-30T10:00:00Z',
  OAuthClient: { id: 'client-1', name: 'CRM' },
};

describe('What an org says of who asks', () => {
  const answers = useAnswers();

  /** An org that answers this, and what it was asked. */
  async function answering(body: unknown) {
    const asked: string[] = [];
    const connection = await answers.answering((request, response) => {
      const { method, url } = request;
      asked.push(`${method} ${url}`);
      json(200, body)(request, response);
    });
    return { connection, asked };
  }

  it('G1: is who they are and what they may do, in one request', async () => {
    const { connection, asked } = await answering(ME);
    assert.deepEqual(await getMe(connection), { ok: true, value: ME });
    assert.deepEqual(asked, ['GET /api/v2/users/me?expand=authorization']);
  });

  it('G1: is still what they may do where one of their roles is odd', async () => {
    const roles = [{ id: 7 }, ...ME.authorization.roles];
    const { connection } = await answering({ ...ME, authorization: { ...ME.authorization, roles } });
    assert.deepEqual(await getMe(connection), { ok: true, value: ME });
  });

  it('is no answer without their ID, their name or their permissions', async () => {
    for (const odd of [
      { ...ME, id: 7 },
      { ...ME, name: null },
      { ...ME, authorization: {} },
    ]) {
      const { connection } = await answering(odd);
      assert.equal((await getMe(connection)).ok, false, JSON.stringify(odd));
    }
  });

  it('G5: is the org, with its features as far as they are such', async () => {
    const { connection, asked } = await answering({
      id: 'org-1',
      name: 'ACME',
      features: { hipaa: true, x: 1 },
    });
    assert.deepEqual(await getOrganization(connection), {
      ok: true,
      value: { id: 'org-1', name: 'ACME', features: { hipaa: true } },
    });
    assert.deepEqual(asked, ['GET /api/v2/organizations/me']);
    assert.equal((await getOrganization((await answering({ id: 'org-1' })).connection)).ok, false);
  });

  it('is whose token it is, with each part that is as it is published', async () => {
    const { connection, asked } = await answering(TOKEN_INFO);
    assert.deepEqual(await getToken(connection), { ok: true, value: TOKEN_INFO });
    assert.deepEqual(asked, ['GET /api/v2/tokens/me']);
    const { OAuthClient: _, ...others } = TOKEN_INFO;
    const odd = await answering({ ...TOKEN_INFO, OAuthClient: { id: null } });
    assert.deepEqual(await getToken(odd.connection), { ok: true, value: others });
    for (const organization of [undefined, {}, { id: 7 }])
      assert.equal((await getToken((await answering({ ...TOKEN_INFO, organization })).connection)).ok, false);
  });

  it('is nothing any more once the token was ended', async () => {
    const { connection, asked } = await answering({});
    assert.ok((await deleteToken(connection)).ok);
    assert.deepEqual(asked, ['DELETE /api/v2/tokens/me']);
  });

  it('S7: is the config of SCIM only where it names its schemas', async () => {
    const path = '/api/v2/scim/v2/serviceproviderconfig';
    const { connection, asked } = await answering({ schemas: ['urn:x'] });
    assert.ok((await getServiceProviderConfig(connection, path)).ok);
    assert.deepEqual(asked, [`GET ${path}`]);
    assert.equal((await getServiceProviderConfig((await answering({})).connection, path)).ok, false);
  });
});

describe('The seconds until a moment', () => {
  const now = new Date('2026-11-30T09:00:00.000Z');

  it('are whole ones, and none where it is over', () => {
    assert.equal(secondsUntil('2026-11-30T09:01:00.000Z', now), 60);
    assert.equal(secondsUntil('2026-11-30T09:00:01.999Z', now), 1);
    assert.equal(secondsUntil('2026-11-30T09:00:00.000Z', now), 0);
    assert.equal(secondsUntil('2026-11-30T08:00:00.000Z', now), 0);
  });
});
