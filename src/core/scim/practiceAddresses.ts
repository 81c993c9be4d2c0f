import type { Node } from 'jsonc-parser';
import { isLoopbackHost } from '../platform/orgHosts.ts';
import { isOfPracticeOrg } from './connections.ts';
import { propertyValue, stringProperty } from './jsonDocument.ts';

/** How a practice org of this computer stands; `baseUrl` is its address, which may be another one after each start. */
export type PracticeStanding =
  | { readonly kind: 'unknown' | 'stopped' }
  | { readonly kind: 'running'; readonly baseUrl: string };

const ADDRESSES = ['scimBaseUrl', 'authorizationUrl', 'tokenUrl'];

/** The addresses of a connection to the practice org that are not where it is now, each with what it would be there. */
export function staleAddresses(
  connection: Node,
  baseUrl: string,
): readonly { readonly name: string; readonly at: Node; readonly now: string }[] {
  if (!isOfPracticeOrg(connection)) return [];
  return ADDRESSES.flatMap((name) => {
    const at = propertyValue(connection, name);
    const text = stringProperty(connection, name);
    if (at === undefined || text === undefined || !URL.canParse(text)) return [];
    const { hostname, port, pathname } = new URL(text);
    const isThere = isLoopbackHost(hostname) && port === new URL(baseUrl).port;
    return isThere ? [] : [{ name, at, now: baseUrl + pathname }];
  });
}
