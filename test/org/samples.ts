import type { OrgUnderTest, Reply } from './client.ts';

/** The id in an answer; fails with the answer when there is none. */
export function idOf(reply: Reply): string {
  const id = reply.at('id');
  if (typeof id !== 'string') throw new Error(`No id in ${reply.status} ${JSON.stringify(reply.body)}`);
  return id;
}

/** Creates a Code Authorization client, changed as asked, and gives its id. */
export async function createClient(org: OrgUnderTest, token: string, change: object = {}): Promise<string> {
  const draft = { name: 'Sample', authorizedGrantType: 'CODE', scope: ['users'], ...change };
  return idOf(await org.call(token, 'POST', '/api/v2/oauth/clients', draft));
}

/** Policies for permissions written `domain:entity:action`, as a role's request has them. */
export function policies(...permissions: string[]) {
  return permissions.map((permission) => {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    return { domain, entityName, actionSet: [action] };
  });
}

/** The id of the role of exactly this name. */
export async function roleId(org: OrgUnderTest, token: string, name: string): Promise<string> {
  const path = `/api/v2/authorization/roles?pageSize=100&name=${encodeURIComponent(name)}`;
  const reply = await org.call(token, 'GET', path);
  for (let index = 0; reply.at(`entities.${index}`) !== undefined; index++) {
    if (reply.at(`entities.${index}.name`) === name) return String(reply.at(`entities.${index}.id`));
  }
  throw new Error(`No role ${name}`);
}
