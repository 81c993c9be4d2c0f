import { type OrgUnderTest, type Reply, replyOf, valueAt } from './client.ts';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

export const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GENESYS = 'urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User';

/** The least that a user needs. */
export const person = { userName: 'new@practice.example', displayName: 'New Person' };

/** What tests about SCIM work with; the org is fresh for each test. */
export type ScimUnderTest = {
  readonly org: () => OrgUnderTest;
  /** Calls SCIM as a client with the role SCIM Integration: `path` is what follows the base. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
  /** The same with a body that is sent as it is, because no JSON can be made of it. */
  readonly sendText: (method: string, path: string, text: string) => Promise<Reply>;
  /** Creates a user, changed as asked; gives the id. */
  readonly create: (change?: object) => Promise<string>;
  /** Sends PATCH operations to a resource: `/Users/{id}`. */
  readonly patch: (resource: string, ...operations: object[]) => Promise<Reply>;
  /** The answer to a list with a filter. */
  readonly find: (list: 'Users' | 'Groups', filter: string) => Promise<Reply>;
  /** The id of the person who signs in by this name. */
  readonly idOfPerson: (loginHint: string) => Promise<string>;
  /** The id of the group of this name. */
  readonly idOfGroup: (name: string) => Promise<string>;
};

export function useScim(base = '/api/v2/scim/v2'): ScimUnderTest {
  const org = useOrg();
  let token = '';

  beforeEach(async () => {
    const admin = await org().automationToken();
    const scim = await roleId(org(), admin, 'SCIM Integration');
    token = await org().tokenOfNewClient(admin, [{ roleId: scim, divisionId: '*' }]);
  });

  const call: ScimUnderTest['call'] = (method, path, body, headers) =>
    org().call(token, method, `${base}${path}`, body, headers);
  const find: ScimUnderTest['find'] = (list, filter) =>
    call('GET', `/${list}?filter=${encodeURIComponent(filter)}`);
  const idFound = async (answer: Promise<Reply>) => String(valueAt((await answer).body, 'Resources.0.id'));

  return {
    org,
    call,
    sendText: async (method, path, body) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
      return replyOf(await fetch(`${org().baseUrl}${base}${path}`, { method, headers, body }));
    },
    find,
    create: async (change = {}) => idOf(await call('POST', '/Users', { ...person, ...change })),
    patch: (resource, ...Operations) => call('PATCH', resource, { schemas: [PATCH], Operations }),
    idOfPerson: (loginHint) => idFound(find('Users', `userName eq "${loginHint}@practice.example"`)),
    idOfGroup: (name) => idFound(find('Groups', `displayName eq "${name}"`)),
  };
}
