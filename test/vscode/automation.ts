import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import type { Rehearsal } from './rehearsal.ts';

/** A token of the practice org's own client that speaks for itself. */
export async function automationToken({ org }: Rehearsal): Promise<string> {
  const { id, secret } = automationClient;
  const answer = await fetch(`${org.baseUrl}/login/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token }: { access_token: string } = await answer.json();
  return token;
}

/** A client that people log in with, which cannot speak for itself. */
export async function codeClient(window: Rehearsal): Promise<{ id: string; secret: string }> {
  const answer = await fetch(`${window.org.baseUrl}/api/v2/oauth/clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await automationToken(window)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Site',
      authorizedGrantType: 'CODE',
      registeredRedirectUri: ['http://localhost'],
      scope: ['oauth'],
    }),
  });
  const client: { id: string; secret: string } = await answer.json();
  return client;
}
