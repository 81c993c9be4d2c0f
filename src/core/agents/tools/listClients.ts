import * as z from 'zod/mini';
import { GrantType, type OAuthClient } from '../../platform/oauthClients.ts';
import { answer, errorText, refusal, rows } from '../answer.ts';
import { clientRow } from '../clientView.ts';
import type { AgentOrg } from '../desk.ts';
import { orgLine, orgsMeant } from '../lookUp.ts';
import { type ToolWork, tool } from '../tool.ts';

/** Which clients are wanted. */
type Wanted = { readonly search?: string | undefined; readonly grantType?: GrantType | undefined };

/** The clients of the orgs at hand. */
export const listClients = tool({
  name: 'list_clients',
  title: 'List OAuth Clients',
  description:
    'Lists the OAuth clients of the Genesys Cloud orgs that the person is signed in to, one a line: ID, name, grant type, state, who made it and what needs attention; and says which orgs there are. Without a sign-in it lists those of a practice org, in which nothing is real. Reads only; never returns a secret.',
  input: z.strictObject({
    org: z.optional(
      z
        .string()
        .check(
          z.maxLength(300),
          z.describe(
            'Only this org: its name, its ID or its region, such as mypurecloud.ie. All orgs when left out.',
          ),
        ),
    ),
    search: z.optional(
      z
        .string()
        .check(z.maxLength(300), z.describe('Only clients with this in their name, description or ID.')),
    ),
    grantType: z.optional(GrantType.check(z.describe('Only clients of this grant type.'))),
    limit: z._default(
      z.int().check(z.minimum(1), z.maximum(200), z.describe('Most clients of each org in the answer.')),
      50,
    ),
  }),
  effect: 'reads',
  run: async ({ org, limit, ...wanted }, work) => {
    const meant = await orgsMeant(work, org);
    if (!meant.ok) return meant.told;
    const { orgs, said } = meant.value;
    const parts = await Promise.all(orgs.map(async (each) => await partOf(each, wanted, limit, work)));
    const texts = parts.map(({ text }) => text);
    return parts.every(({ isRead }) => !isRead) ? refusal(said, ...texts) : answer(said, ...texts);
  },
});

async function partOf(
  org: AgentOrg,
  wanted: Wanted,
  limit: number,
  { desk, reads }: ToolWork,
): Promise<{ readonly isRead: boolean; readonly text: string }> {
  const list = await reads.clients(org);
  if (!list.ok) {
    const why = desk.inEnglish(() => errorText(list.error));
    return { isRead: false, text: `${orgLine(org)}\nIts clients could not be read. ${why}` };
  }
  const { clients } = list.value;
  const found = clients.filter((client) => isWanted(client, wanted));
  const shown = found.slice(0, limit);
  const count = `${found.length} of ${clients.length} clients${shown.length < found.length ? `, the first ${shown.length} shown; search, or raise the limit, for the others` : ''}.`;
  return {
    isRead: true,
    text: [`${orgLine(org)}\n${count}`, rows(shown.map(clientRow))].filter(Boolean).join('\n'),
  };
}

function isWanted(
  { id, name, description, authorizedGrantType }: OAuthClient,
  { search, grantType }: Wanted,
): boolean {
  if (grantType !== undefined && authorizedGrantType !== grantType) return false;
  const words = (search ?? '').trim().toLowerCase();
  return [id, name, description ?? ''].some((text) => text.toLowerCase().includes(words));
}
