import {
  type ClientBody,
  type ClientRecord,
  readClientRecord,
  updateClient,
} from '../platform/clientRecord.ts';
import type { Result } from '../platform/errors.ts';
import { removeClient } from '../platform/oauthClients.ts';
import type { Connection } from '../platform/request.ts';

/** Makes a call on the connection of the moment: the person may sign out, or in again, between two calls. */
export type Connected = <T>(call: (to: Connection) => Promise<Result<T>>) => Promise<Result<T>>;

/** The only ways in which an operation touches a client that exists. None of them throws. */
export type ClientEffects = {
  read(signal?: AbortSignal): Promise<Result<ClientRecord>>;
  write(body: ClientBody): Promise<Result<ClientRecord>>;
  /** Sends the request that deletes; the org accepts it for an inactive client only. */
  remove(): Promise<Result<unknown>>;
};

/** These ways for one client of an org (its ID), over the wire. */
export function clientEffects(connected: Connected, id: string): ClientEffects {
  return {
    read: async (signal) => await connected(async (to) => await readClientRecord(to, id, signal)),
    write: async (body) => await connected(async (to) => await updateClient(to, id, body)),
    remove: async () => await connected(async (to) => await removeClient(to, id)),
  };
}
