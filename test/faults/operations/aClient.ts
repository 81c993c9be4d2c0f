import type { ClientChange } from '../../../src/core/clients/change.ts';
import {
  type ChangeOutcome,
  type ClientEffects,
  clientEffects,
  type MadeChange,
  makeChange,
  type NothingToDo,
  prepareChange,
} from '../../../src/core/operations/changeClient.ts';
import type { ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import type { Facts } from '../cell.ts';
import type { FaultDesk } from '../faultDesk.ts';

/** A client that is there before an operation on it. */
export const REQUEST: OAuthClientRequest = {
  name: 'Under trouble',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://crm.test/callback'],
  scope: ['users'],
};

/** How an operation touches it, for somebody who has just signed in. */
export async function effectsOn(desk: FaultDesk, id: string): Promise<ClientEffects> {
  const connection = await desk.connection();
  return clientEffects(async (call) => await call(connection), id);
}

/** The whole way of a change: the preview, and what the person agreed to. */
export async function changeOnce(
  effects: ClientEffects,
  changes: readonly ClientChange[],
): Promise<ChangeOutcome | NothingToDo> {
  const prepared = await prepareChange(effects, changes);
  return prepared.kind === 'ready' ? await makeChange(effects, prepared.preview, changes) : prepared;
}

/** The same, which must work. */
export async function made(effects: ClientEffects, changes: readonly ClientChange[]): Promise<MadeChange> {
  const outcome = await changeOnce(effects, changes);
  if (outcome.kind !== 'changed') throw new Error(`The client could not be prepared: ${outcome.kind}`);
  return outcome;
}

/** The whole client, which must be there. */
export async function recordOf(effects: ClientEffects): Promise<ClientRecord> {
  const read = await effects.read();
  if (!read.ok) throw new Error(`The client could not be read: ${read.error.kind}`);
  return read.value;
}

/** What the org has of it. */
export async function truthOf(desk: FaultDesk): Promise<Facts> {
  const [client, ...others] = await desk.clientsNamed(REQUEST.name);
  if (client === undefined) return { client: 'not there' };
  const { state, registeredRedirectUri: redirectUris, scope } = client;
  return { client: others.length === 0 ? 'there' : `${others.length + 1} times`, state, redirectUris, scope };
}
