import type { Mention } from './concerns.ts';
import { type FoundClient, meantBy, type OrgClients } from './whereabouts.ts';

/** The places of the workspace that name clients, by `mentionKey`. */
export type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** By what the places are found that name a client of a region (its domain), whichever org of it they mean. */
export function mentionKey(region: string, clientId: string): string {
  return `${region} ${clientId.toLowerCase()}`;
}

/** What was to be found so. */
export function namedBy(key: string): { region: string; clientId: string } {
  const end = key.lastIndexOf(' ');
  return { region: key.slice(0, end), clientId: key.slice(end + 1) };
}

/**
 * The places that mean this very client: of those that name its ID, not those that mean the one of another org.
 *
 * @param orgs all that are known
 */
export function mentionsOf(
  { org, client }: FoundClient,
  mentions: Mentions,
  orgs: readonly OrgClients[],
): readonly Mention[] {
  const { region } = org;
  return (mentions.get(mentionKey(region, client.id)) ?? []).filter((at) => {
    const named = { region, clientId: client.id, practice: isSaidToPractice(at) };
    return meantBy(named, orgs).some((found) => found.org.account === org.account);
  });
}

/** Whether the place says that its client is one of the practice org; a framework.js cannot say so. */
export function isSaidToPractice(at: Mention): boolean {
  return at.kind === 'scim' && at.practice === true;
}
