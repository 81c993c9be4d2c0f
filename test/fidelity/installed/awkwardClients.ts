import { deepEqual } from 'node:assert/strict';
import * as z from 'zod/mini';
import type { ExportTarget } from '../../../src/core/export/exportTarget.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { hostileTexts, inPractice } from '../../unit/export/clients.ts';

const Environment = z.object({ PRACTICE_ORG_URL: z.url(), PRACTICE_ORG_TOKEN: z.string() });
const { PRACTICE_ORG_URL: url, PRACTICE_ORG_TOKEN: token } = Environment.parse(process.env);

const Client = z.object({
  name: z.string(),
  description: z.string(),
  authorizedGrantType: z.string(),
  accessTokenValiditySeconds: z.number(),
  registeredRedirectUri: z.array(z.string()),
  scope: z.array(z.string()),
  roleDivisions: z.array(z.object({ roleId: z.string(), divisionId: z.string() })),
});
const Clients = z.object({ entities: z.array(Client) });
const Roles = z.object({ entities: z.array(z.object({ id: z.string() })) });

/** Where what is exported leads. */
export const org: ExportTarget = { ...inPractice, apiUrl: url, loginUrl: `${url}/login` };

/** Texts that a name may be, and that break careless quoting. */
const awkward = [
  ...(['every kind of quote', 'an end of the quoted word', 'shell expansions', 'HCL templates'] as const),
  ...(['the end of a here-document', 'a backslash at the end', 'comments'] as const),
  ...(['reversed writing and line separators', 'Japanese, a joined emoji and combining marks'] as const),
];

/** Nine clients, by what is awkward in their texts: one for client credentials, the others with 125 redirect URIs. */
export async function awkwardClients(): Promise<[what: string, client: OAuthClientRequest][]> {
  const roles = Roles.parse(await read('/api/v2/authorization/roles?name=Employee'));
  const common = { accessTokenValiditySeconds: 86_400 };
  return awkward.map((what, index): [string, OAuthClientRequest] => {
    const text = hostileTexts[what];
    const named = { ...common, name: text, description: text };
    const [role] = roles.entities;
    if (index === 0 && role !== undefined) {
      const roleDivisions = [{ roleId: role.id, divisionId: '*' }];
      return [what, { ...named, authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions }];
    }
    const registeredRedirectUri = Array.from({ length: 125 }, (_, n) => `https://app.example/${n}?a=\${b}`);
    return [
      what,
      { ...named, authorizedGrantType: 'CODE', scope: ['users:readonly'], registeredRedirectUri },
    ];
  });
}

/** Throws unless the org has exactly one client of this name, and it is what was asked; `written` is what becomes of a text. */
export async function assertMade(
  asked: OAuthClientRequest,
  written: (text: string) => string = (text) => text,
): Promise<void> {
  const { entities } = Clients.parse(await read('/api/v2/oauth/clients'));
  const { name, description = '', authorizedGrantType, accessTokenValiditySeconds } = asked;
  const { registeredRedirectUri = [], scope = [], roleDivisions = [] } = asked;
  const wanted = {
    name: written(name),
    description: written(description),
    ...{ authorizedGrantType, accessTokenValiditySeconds },
    ...{
      registeredRedirectUri: [...registeredRedirectUri],
      scope: [...scope],
      roleDivisions: [...roleDivisions],
    },
  };
  const made = entities.filter((client) => client.name === wanted.name);
  deepEqual(made.map(sorted), [sorted(wanted)]);
}

/** Lists whose order says nothing. */
function sorted(client: z.infer<typeof Client>): z.infer<typeof Client> {
  return { ...client, registeredRedirectUri: client.registeredRedirectUri.toSorted() };
}

async function read(path: string): Promise<unknown> {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  return await answer.json();
}

/** Does one step and tells how it went, as the other clients' programs do. */
export async function step(name: string, act: () => Promise<void> | void): Promise<void> {
  const why = await Promise.resolve()
    .then(act)
    .then(
      () => '',
      (error: unknown) => String(error).slice(0, 2000),
    );
  process.stdout.write(`${JSON.stringify({ step: name, ok: why === '', why })}\n`);
}
