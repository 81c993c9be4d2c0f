import { inspectFramework } from '../framework/inspect.ts';
import { mayBeFramework } from '../framework/isFramework.ts';
import { placer } from '../framework/places.ts';
import { readTokenEnds } from '../scim/connections.ts';
import { readJson } from '../scim/jsonDocument.ts';
import type { NamedPlaces } from '../watch/endings.ts';
import type { Mention } from './concerns.ts';
import { switchState } from './forFramework.ts';
import { mentionKey, namedBy } from './mentions.ts';

/** A client as a file names it: its region (a domain) and its ID in lower case. */
export type Named = { readonly region: string; readonly clientId: string; readonly mention: Mention };

/** Finds the clients that a text names; `brokenAt`: the line, from 1, from which on it makes no sense. */
export type Naming = (
  text: string,
  place: Pick<Mention, 'uri' | 'path'>,
) => { readonly named: readonly Named[]; readonly brokenAt?: number };

/** The same by client: found by `mentionKey`, and one by one. */
export function byClient(named: readonly Named[]): {
  readonly byKey: ReadonlyMap<string, readonly Mention[]>;
  readonly named: readonly NamedPlaces[];
} {
  const byKey = new Map<string, Mention[]>();
  for (const { region, clientId, mention } of named) {
    const key = mentionKey(region, clientId);
    const those = byKey.get(key);
    if (those === undefined) byKey.set(key, [mention]);
    else those.push(mention);
  }
  return { byKey, named: [...byKey].map(([key, mentions]) => ({ ...namedBy(key), mentions })) };
}

/** The clients that the text of a framework.js names. */
export const mentionsInFramework: Naming = (text, place) => {
  const inspection = mayBeFramework(text) ? inspectFramework(text) : undefined;
  if (inspection?.isFramework !== true) return { named: [] };
  const { clientIds, dedicatedLoginWindow, usePKCEAuthFlow } = inspection;
  const entries = clientIds.kind === 'literal' ? clientIds.entries : [];
  const named = entries.flatMap(({ region, value, keyPlace }): Named[] => {
    if (value.kind !== 'client-id') return [];
    const use = {
      region,
      dedicatedLoginWindow: switchState(dedicatedLoginWindow),
      usePKCEAuthFlow: switchState(usePKCEAuthFlow),
    };
    const mention: Mention = { kind: 'framework', ...place, line: keyPlace.line, use };
    return [{ region, clientId: value.text, mention }];
  });
  return { named };
};

/** The clients that the text of a genesys-scim.json names. */
export const mentionsInScimConfig: Naming = (text, place) => {
  const placeOf = placer(text);
  const named = readTokenEnds(text).map(({ connection, endsAt, lifeSeconds }): Named => {
    const { line } = placeOf(connection);
    const mention: Mention = {
      kind: 'scim',
      ...place,
      line,
      ...(endsAt !== undefined && { tokenEndsAt: endsAt.toISOString() }),
      ...(lifeSeconds !== undefined && { tokenLifeSeconds: lifeSeconds }),
      provider: connection.provider,
      practice: connection.practice,
      holdsToken: connection.holdsToken,
    };
    return { region: connection.region, clientId: connection.clientId, mention };
  });
  const { errorOffset: at } = readJson(text);
  return at === undefined ? { named } : { named, brokenAt: placeOf({ start: at, end: at }).line };
};
