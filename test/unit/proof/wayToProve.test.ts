import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Run } from '../../../src/core/operations/run.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { wayToProve } from '../../../src/core/proof/proof.ts';
import { contextOf, savedIn } from '../../wizard/context.ts';

const clientId = '0b7de4aa-6b0c-4bb2-9a3d-8a2f0c7e5d11';

describe('How a new client can show that it works', () => {
  it('G8, G9: by a login, first with the redirect URI that leads to this computer where there is one', () => {
    const registeredRedirectUri = ['https://app.example.com/', 'http://localhost:8080/callback'];
    for (const grant of ['CODE', 'TOKEN'] as const) {
      assert.deepEqual(wayToProve(made({ authorizedGrantType: grant, registeredRedirectUri })), {
        kind: 'login',
        clientId,
        grant,
        redirectUris: ['http://localhost:8080/callback', 'https://app.example.com/'],
      });
    }
  });

  it('takes no host for this computer that only looks like it', () => {
    const registeredRedirectUri = ['https://app.example.com/', 'https://localhost.example.com/'];
    const way = wayToProve(made({ authorizedGrantType: 'CODE', registeredRedirectUri }));
    assert.ok(way?.kind === 'login');
    assert.deepEqual(way.redirectUris, registeredRedirectUri);
  });

  it('G10: says of SAML2 Bearer that it needs an assertion', () => {
    assert.deepEqual(wayToProve(made({ authorizedGrantType: 'SAML2-BEARER' })), { kind: 'assertion' });
  });

  it('S7: has nothing to add where Save has proven the client', () => {
    assert.equal(wayToProve(made({ authorizedGrantType: 'CLIENT-CREDENTIALS' })), undefined);
  });

  it('has nothing to prove before a client is there', () => {
    assert.equal(wayToProve(null), undefined);
  });

  it('knows a client that the person made on the admin page by the answers that were saved', () => {
    const redirectUris = 'https://app.example.com/callback';
    const draft = { name: 'Wallboard', redirectUris, scopes: ['users'] };
    const plan = [{ kind: 'use-client' as const, id: clientId, name: 'Wallboard' }];
    const way = wayToProve({ ...made({}), plan, saved: savedIn('general', draft, CONTEXT) });
    assert.deepEqual(way, { kind: 'login', clientId, grant: 'CODE', redirectUris: [redirectUris] });
  });
});

const CONTEXT = contextOf({ adminPageRegion: 'mypurecloud.jp', files: [] });

/** The run that made a client of this. */
function made(request: Partial<OAuthClientRequest>): Extract<Run, { kind: 'finished' }> {
  const body: OAuthClientRequest = {
    name: 'Wallboard',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 86_400,
    ...request,
  };
  const plan = [{ kind: 'create-client' as const, orgName: 'Practice Org', url: '', body }];
  const client = { id: clientId, name: 'Wallboard' };
  const saved = savedIn('general', {}, CONTEXT);
  return { kind: 'finished', saved, plan, done: 1, client, hasSecret: true, unsavedFile: false };
}
