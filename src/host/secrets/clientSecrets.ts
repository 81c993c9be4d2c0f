import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { type FoundClient, isAtHome } from '../../core/clients/whereabouts.ts';
import { parseJson } from '../../core/platform/text.ts';
import { salvage, salvageList } from '../../core/salvage.ts';
import { SecretRecords } from './secretRecords.ts';

/**
 * The Client Secrets of clients made here, and the tokens made with them for identity providers, each in VS Code's
 * SecretStorage under its client's ID. What a client was made in stands in one record with its secret, so that the one
 * is never without the other.
 */
export type ClientSecrets = {
  /** Rejects when the keyring does. */
  keep(client: KeptClient, secret: string): Promise<void>;
  get(clientId: string): Promise<string | undefined>;
  /** Of what client the secret is that is kept under this ID; undefined where none is. */
  clientOf(clientId: string): Promise<KeptClient | undefined>;
  /** The clients whose secrets are kept, the latest first. */
  clients(): Promise<readonly KeptClient[]>;
  /** Rejects when the keyring does. */
  keepToken(clientId: string, token: string): Promise<void>;
  getToken(clientId: string): Promise<string | undefined>;
  /** Forgets both. Rejects when the keyring does. */
  forget(clientId: string): Promise<void>;
  /** Some window has changed this key of the keyring: perhaps the list, without what this one kept at that moment. */
  lookAgain(key: string): Promise<void>;
};

/** `notes` may name clients from before: then their secrets stood alone, and what they are of was noted there. */
export function clientSecrets(
  storage: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>,
  notes: Pick<vscode.Memento, 'get'>,
): ClientSecrets {
  const records = new SecretRecords(storage, KEPT_SECRETS_KEY);
  const tokenKey = (clientId: string) => `genesysOAuth.providerToken.${clientId}`;
  const formerKey = (clientId: string) => `genesysOAuth.clientSecret.${clientId}`;

  async function find(clientId: string): Promise<KeptSecret | undefined> {
    const kept = readKept(await records.get(clientId));
    if (kept !== undefined) return kept;
    const secret = await storage.get(formerKey(clientId));
    const client = notedClients(notes).find(({ id }) => id === clientId) ?? unknownClient(clientId);
    return secret === undefined ? undefined : { client, secret, keptAt: '' };
  }

  return {
    keep: async ({ id, name, orgName, region, practice }, secret) => {
      // What a client was made in does not change, so that it stays where it is not said again.
      const home = practice ?? (await find(id))?.client.practice;
      const client = { id, name, orgName, region, ...(home !== undefined && { practice: home }) };
      const kept: KeptSecret = { client, secret, keptAt: new Date().toISOString() };
      await records.change(new Map([[id, JSON.stringify(kept)]]), []);
      // The former secret is worth nothing any more, and is found no more.
      await storage.delete(formerKey(id)).then(undefined, () => undefined);
    },
    get: async (clientId) => (await find(clientId))?.secret,
    clientOf: async (clientId) => (await find(clientId))?.client,
    clients: async () => {
      const { byId } = await records.all();
      const kept = [...byId.values()].flatMap((text) => readKept(text) ?? []).toReversed();
      const former = notedClients(notes).filter(({ id }) => !byId.has(id));
      const left = await Promise.all(former.map(async ({ id }) => (await find(id)) ?? []));
      return [...kept.toSorted((a, b) => b.keptAt.localeCompare(a.keptAt)), ...left.flat()].map(
        ({ client }) => client,
      );
    },
    keepToken: async (clientId, token) => await storage.store(tokenKey(clientId), token),
    getToken: async (clientId) => await storage.get(tokenKey(clientId)),
    forget: async (clientId) => {
      await Promise.all([
        records.change(new Map(), [clientId]),
        ...[formerKey(clientId), tokenKey(clientId)].map(async (key) => await storage.delete(key)),
      ]);
    },
    lookAgain: async (key) => {
      if (key === KEPT_SECRETS_KEY) await records.mend();
    },
  };
}

/** The secret of a client, as long as it is one that was made at this place: no other place is shown it. */
export async function secretAt(
  secrets: Pick<ClientSecrets, 'get' | 'clientOf'>,
  clientId: string,
  place: { readonly region: string; readonly practice?: boolean },
): Promise<string | undefined> {
  const noted = await secrets.clientOf(clientId);
  return noted !== undefined && isAtHome(noted, place) ? await secrets.get(clientId) : undefined;
}

/**
 * Whether what is kept under the ID of a client of this place is of one elsewhere: all practice orgs are born with clients of
 * the same IDs. Of what is from before, nobody knows that.
 */
export async function isOfAnother(
  secrets: Pick<ClientSecrets, 'clientOf'>,
  clientId: string,
  place: { readonly region: string; readonly practice?: boolean },
): Promise<boolean> {
  const noted = await secrets.clientOf(clientId);
  return noted !== undefined && noted.region !== '' && !isAtHome(noted, place);
}

/** A secret without its client opens nothing, so it goes with it; that the keyring keeps it is no failure of the deletion. */
export async function forgetDeleted(
  secrets: Pick<ClientSecrets, 'clientOf' | 'forget'>,
  clientId: string,
  place: { readonly region: string; readonly practice?: boolean },
): Promise<void> {
  const forget = async () => {
    if (!(await isOfAnother(secrets, clientId, place))) await secrets.forget(clientId);
  };
  await forget().catch(() => undefined);
}

/** A client whose secret is kept here, and where it is at home. */
const KeptClient = z.object({
  id: z.string(),
  name: z.string(),
  orgName: z.string(),
  /** Domain; empty where it is not known. */
  region: z.string(),
  /** Whether it was made in the practice org; not known of those from before. */
  practice: z.optional(z.boolean()),
});
export type KeptClient = z.infer<typeof KeptClient>;

const KeptSecret = z.object({
  client: z.unknown(),
  secret: z.string(),
  /** ISO 8601; empty where nobody noted it. */
  keptAt: z.catch(z.string(), ''),
});
type KeptSecret = Omit<z.infer<typeof KeptSecret>, 'client'> & { client: KeptClient };

/** Where in SecretStorage the kept secrets are listed; each is beside it, under a key of its own. */
export const KEPT_SECRETS_KEY = 'genesysOAuth.keptSecrets';

function readKept(text: string | undefined): KeptSecret | undefined {
  const kept = KeptSecret.safeParse(parseJson(text ?? '')).data;
  const client = readClient(kept?.client);
  return kept && client && { ...kept, client };
}

/** Where the clients were noted before each stood with its secret. Nothing is written there any more. */
export const FORMER_NOTES_KEY = 'genesysOAuth.keptClients';

function notedClients(notes: Pick<vscode.Memento, 'get'>): readonly KeptClient[] {
  return salvageList(readClient, notes.get(FORMER_NOTES_KEY));
}

/** Its secret is found by its ID alone. */
function readClient(noted: unknown): KeptClient | undefined {
  return salvage(KeptClient, noted, { name: '', orgName: '', region: '' });
}

function unknownClient(id: string): KeptClient {
  return { id, name: id, orgName: '', region: '' };
}

/** A client of an org that one is signed in to, and the account (its ID) there. */
export type OwnClient = KeptClient & { account: string };

export function ownClient({ client, org }: FoundClient): OwnClient {
  const { account, orgName, region, practice } = org;
  return { id: client.id, name: client.name, orgName, region, practice, account };
}
