import { type Org, switchesNow } from '../org.ts';
import { findClient, orgClients } from '../world/clients.ts';
import type { Client } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { type CauseId, causeIds, causes, isCause } from './causes.ts';
import { type Change, changes } from './changes.ts';
import { type Injected, settingsNamed, switchesNamed, withSettings } from './injected.ts';
import { turn } from './readSwitches.ts';

/** A cause cannot be brought about; the message is one sentence for whoever asked, and nothing has been changed. */
export class CauseError extends Error {}

/** Another one is in force, and the one that is wanted was to be alone. */
export class NotAloneError extends Error {}

/** Which cause is wanted, for which client: its ID, or its name. `alone`: only where none is in force yet. */
export type CauseAsked = { readonly cause: string; readonly client: string; readonly alone?: boolean };

/** Makes one thing wrong for a client, and nothing else. Throws `CauseError` or `NotAloneError`. */
export function bringAbout(org: Org, { cause, client: named, alone = false }: CauseAsked): void {
  if (alone && org.world.injected.length > 0) throw new NotAloneError();
  if (!isCause(cause))
    throw new CauseError(`There is no cause ${JSON.stringify(cause)}; there are ${causeIds.join(', ')}.`);
  const client = clientNamed(org.world, named);
  if (client === undefined) throw new CauseError(`The org has no active client ${JSON.stringify(named)}.`);
  const change = changes[cause](client, org);
  if (change === undefined) {
    throw new CauseError(`The cause ${cause} needs ${causes[cause].needs}, which ${client.name} is not.`);
  }
  const touched = touchedBy(change, client);
  const other = org.world.injected.find((each) => each.touched.some((part) => touched.includes(part)));
  if (other !== undefined) {
    throw new CauseError(
      `The cause ${cause} changes what ${other.cause} has changed for ${other.clientName}: take that back first.`,
    );
  }
  const since = new Date(org.clock.now() - org.clock.offsetMs).toISOString();
  const made: Injected = { ...makeWrong(org, client, change), cause, since, touched };
  org.world.injected = [...org.world.injected, made];
}

/** Takes causes back, all of them or one: what they have changed is as before. */
export function takeBack(org: Org, cause?: string): void {
  const { injected } = org.world;
  const ending = injected.filter((each) => cause === undefined || each.cause === cause);
  org.world.injected = injected.filter((each) => !ending.includes(each));
  for (const each of ending) restore(org, each);
}

/** The causes that can be brought about for a client now; none for one that is not there. */
export function possibleFor(org: Org, named: string): CauseId[] {
  const client = clientNamed(org.world, named);
  return client === undefined ? [] : causeIds.filter((cause) => changes[cause](client, org) !== undefined);
}

/** A client of the org that is active, or was until a cause came into force, by its ID or its name. */
function clientNamed(world: World, named: string): Client | undefined {
  const gone = world.injected.flatMap(({ before }) => before.client?.record ?? []);
  const stopped = new Set(world.injected.map(({ clientId }) => clientId));
  const all = [...orgClients(world), ...gone].filter(
    ({ id, state }) => state === 'active' || stopped.has(id),
  );
  return all.find(({ id }) => id === named) ?? all.find(({ name }) => name === named);
}

function makeWrong(org: Org, client: Client, change: Change): Omit<Injected, 'cause' | 'since' | 'touched'> {
  const { world } = org;
  const { client: changed = {}, switches = {}, tokens } = change;
  const place = [...world.clients.keys()].indexOf(client.id);
  const isGone = changed === 'gone';
  const before: Injected['before'] = {
    settings: isGone ? {} : settingsNamed(client, Object.keys(changed)),
    client: isGone ? { record: client, place } : null,
    accessTokens: tokens === undefined ? [] : taken(world.accessTokens, client),
    refreshTokens: tokens === undefined ? [] : taken(world.refreshTokens, client),
    switches: switchesNamed(switchesNow(org), Object.keys(switches)),
    idleTimeout: 'inactivityTimeoutSeconds' in switches ? world.idleTimeout : null,
  };
  if (isGone) world.clients.delete(client.id);
  else if (world.clients.has(client.id)) world.clients.set(client.id, { ...client, ...changed });
  turn(org, switches);
  return { clientId: client.id, clientName: client.name, before };
}

function taken<Token extends { readonly clientId: string }>(
  all: Map<string, Token>,
  { id }: Client,
): Token[] {
  const ending = [...all].filter(([, { clientId }]) => clientId === id);
  for (const [print] of ending) all.delete(print);
  return ending.map(([, token]) => token);
}

/** A client that somebody has deleted meanwhile stays deleted; whatever else was changed meanwhile stays changed. */
function restore(org: Org, { clientId, before }: Injected): void {
  const { world } = org;
  const client = findClient(world, clientId);
  if (client !== undefined) world.clients.set(clientId, withSettings(client, before.settings));
  else if (before.client !== null) putBack(world, before.client.record, before.client.place);
  for (const token of before.accessTokens) world.accessTokens.set(token.fingerprint, token);
  for (const token of before.refreshTokens) world.refreshTokens.set(token.fingerprint, token);
  turn(org, before.switches);
  world.idleTimeout = before.idleTimeout ?? world.idleTimeout;
}

function putBack({ clients }: World, client: Client, place: number): void {
  const after = [...clients.values()].slice(place);
  for (const { id } of after) clients.delete(id);
  for (const each of [client, ...after]) clients.set(each.id, each);
}

/** What a change touches of an org: two causes that change the same cannot be told from each other. */
function touchedBy({ client = {}, switches = {}, tokens }: Change, of: Client): string[] {
  const settings = Object.keys(client === 'gone' ? of : client);
  return [
    ...settings.map((name) => `${of.id} ${name}`),
    ...Object.keys(switches),
    ...(tokens === undefined ? [] : [`${of.id} tokens`]),
  ];
}
