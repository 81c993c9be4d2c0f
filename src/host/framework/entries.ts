import type { OrgClients } from '../../core/clients/orgClients.ts';
import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';

/** The entries of `clientIds`, where they are in the text. */
export function entriesIn({ clientIds }: FrameworkInspection): readonly ClientIdEntry[] {
  return clientIds.kind === 'literal' ? clientIds.entries : [];
}

/** The client of an entry, as far as an org of its region is known to have it. */
export function clientOf(
  { region, value }: ClientIdEntry,
  orgs: readonly OrgClients[],
): { client: OAuthClient; org: OrgClients } | undefined {
  if (value.kind !== 'client-id') return undefined;
  const id = value.text.toLowerCase();
  for (const org of orgs.filter((each) => each.region === region)) {
    const client = org.clients.find((each) => each.id.toLowerCase() === id);
    if (client !== undefined) return { client, org };
  }
  return undefined;
}
