import type { OrgClients } from '../../core/clients/orgClients.ts';
import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';
import type { Place } from '../../core/framework/places.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';

/** The entries of `clientIds`, where they are in the text. */
export function entriesIn({ clientIds }: FrameworkInspection): readonly ClientIdEntry[] {
  return clientIds.kind === 'literal' ? clientIds.entries : [];
}

/** The entry whose key or value is at this offset. */
export function entryAt(
  inspection: FrameworkInspection,
  offset: number,
): { entry: ClientIdEntry; at: 'key' | 'value' } | undefined {
  for (const entry of entriesIn(inspection)) {
    if (isIn(entry.keyPlace, offset)) return { entry, at: 'key' };
    if (isIn(entry.valuePlace, offset)) return { entry, at: 'value' };
  }
  return undefined;
}

export function isIn({ start, end }: Place, offset: number): boolean {
  return start <= offset && offset <= end;
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
