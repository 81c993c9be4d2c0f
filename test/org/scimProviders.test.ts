import assert from 'node:assert/strict';
import { type Reply, valueAt } from './client.ts';
import { findingsOf } from './contract/contract.ts';
import { entra } from './identityProviders/entra.ts';
import { okta } from './identityProviders/okta.ts';
import { oneLogin } from './identityProviders/oneLogin.ts';
import { pingOne } from './identityProviders/pingOne.ts';
import type { ProviderRequest } from './identityProviders/request.ts';
import { idOf } from './samples.ts';
import { useScim } from './useScim.ts';

/** Where each one is told to reach SCIM (Genesys facts 7.2). */
const providers: Readonly<Record<string, { base: string; requests: readonly ProviderRequest[] }>> = {
  'Microsoft Entra ID': { base: '/api/v2/scim/v2', requests: entra },
  Okta: { base: '/api/v2/scim/v2', requests: okta },
  OneLogin: { base: '/api/v2/scim', requests: oneLogin },
  PingOne: { base: '/api/v2/scim/v2', requests: pingOne },
};

for (const [name, { base, requests }] of Object.entries(providers)) {
  describe(`SCIM as ${name} uses it`, () => {
    const { call, idOfPerson, idOfGroup } = useScim(base);

    it('from the first connection to the last user', async () => {
      const ids: Record<string, string> = {
        group: await idOfGroup('Sales Team'),
        member: await idOfPerson('integrator'),
        manager: await idOfPerson('administrator'),
      };
      const send = (request: string, body?: object): Promise<Reply> => {
        const [method = '', path = ''] = filled(request, ids).split(/ (.*)/);
        const [resource = '', query] = path.split(/\?(.*)/);
        const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
        const sent: unknown = body && JSON.parse(filled(JSON.stringify(body), ids));
        return call(method, `${resource}${search}`, sent, { 'content-type': 'application/scim+json' });
      };
      for (const { what, send: request, body, status, answer = {}, after } of requests) {
        const reply = await send(request, body);
        assert.equal(reply.status, status, `${what}: ${JSON.stringify(reply.body)}`);
        if (request === 'POST /Users') ids['user'] = idOf(reply);
        if (status >= 400) assert.deepEqual(findingsOf('ScimError', reply.body), [], what);
        assertSays(reply.body, answer, what, ids);
        if (after === undefined) continue;
        const [path, says] = after;
        assertSays((await send(`GET ${path}`)).body, says, `${what}, after which ${path}`, ids);
      }
    });
  });
}

function assertSays(
  body: unknown,
  says: Readonly<Record<string, unknown>>,
  what: string,
  ids: Readonly<Record<string, string>>,
): void {
  for (const [place, value] of Object.entries(says)) {
    const wanted = typeof value === 'string' ? filled(value, ids) : value;
    assert.deepEqual(valueAt(body, place), wanted, `${what}: ${place}`);
  }
}

/** The text with each `{name}` that has an id by now. */
function filled(text: string, ids: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
}
