import * as z from 'zod/mini';
import { answer } from '../answer.ts';
import { clientView } from '../clientView.ts';
import { CLIENT, ORG_OF_CLIENT } from '../inputs.ts';
import { clientMeant, orgLine } from '../lookUp.ts';
import { tool } from '../tool.ts';

/** One client, whole. */
export const showClient = tool({
  name: 'show_client',
  title: 'Show an OAuth Client',
  description:
    'Shows one OAuth client of Genesys Cloud with its grant type, redirect URIs, scopes, roles with their divisions, token duration in seconds and state. Reads only; never returns its secret, which nobody can read again.',
  input: z.strictObject({ client: CLIENT, org: ORG_OF_CLIENT }),
  effect: 'reads',
  run: async ({ client: wanted, org: inOrg }, work) => {
    const found = await clientMeant(work, wanted, inOrg);
    if (!found.ok) return found.told;
    const { client, org, said } = found.value;
    // Only roles need names, and an org that tells them not is no reason to tell nothing.
    const read = (client.roleDivisions ?? []).length === 0 ? undefined : await work.reads.org(org);
    const access = read?.ok ? read.value.access : undefined;
    return answer(said, orgLine(org), JSON.stringify(clientView(client, access), undefined, 1));
  },
});
