import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';

/** The clients of an org by name, those that fit apart from the others. */
export type ClientOffer = { fitting: readonly OAuthClient[]; others: readonly OAuthClient[] };

/** Sorting thousands of clients at every keystroke would be felt; the org's answer stays the same object meanwhile. */
const sorted = new WeakMap<readonly OAuthClient[], readonly OAuthClient[]>();

/** What contains the searched words, in a name, a description or an ID. */
export function clientOffer(
  clients: readonly OAuthClient[],
  search: string,
  fits: (client: OAuthClient) => boolean,
): ClientOffer {
  const wanted = search.trim().toLowerCase();
  const found = byName(clients).filter(({ id, name, description }) =>
    `${name} ${description ?? ''} ${id}`.toLowerCase().includes(wanted),
  );
  return {
    fitting: found.filter((client) => fits(client)),
    others: found.filter((client) => !fits(client)),
  };
}

function byName(clients: readonly OAuthClient[]): readonly OAuthClient[] {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const known = sorted.get(clients) ?? [...clients].sort((a, b) => compare(a.name, b.name));
  sorted.set(clients, known);
  return known;
}
