import type { PlatformError, Result } from '../platform/errors.ts';
import { clientCredentialsLogin, type LoginResult, type Token } from '../platform/login.ts';
import {
  createClient,
  getClient,
  type OAuthClient,
  type OAuthClientRequest,
  readClients,
} from '../platform/oauthClients.ts';
import { getServiceProviderConfig, tokenEndsAt } from '../platform/tokens.ts';
import { TRIES_AFTER } from '../proof/trial.ts';
import { reasonOf } from '../reason.ts';
import { type Connected, clientEffects, undoChange } from './changeClient.ts';
import { deleteClient, restoreClient } from './deleteClient.ts';
import { editClient } from './editClient.ts';
import type { Effects, ProveStep, TokenMade } from './effects.ts';
import { roleTools } from './newRole.ts';
import { lookAFewTimes } from './once.ts';
import { findCreated } from './readBack.ts';
import type { ProofError, Saved } from './run.ts';

/** Of some of the clients not even the ID could be read. */
const UNREADABLE: PlatformError = { kind: 'unexpected-answer', answer: { status: 200 } };

/** The ways in which Save touches an org, a keyring and a workspace. */
export function saveEffects(tools: SaveTools): Effects {
  const { saved, connected, secrets, files } = tools;
  const { place } = saved;
  const tokens = new ClientTokens(tools);
  return {
    createClient: async (request) => await connected(async (to) => await createClient(to, request)),
    findCreatedClient: async (request) => await look(tools, request),
    keepSecret: async ({ id, name }, secret) => {
      const { region, practice } = place;
      const kept = { id, name, orgName: place.org?.name ?? '', region, practice };
      return await secrets.keep(kept, secret).then(
        () => ({ ok: true }),
        (error) => ({ ok: false, reason: reasonOf(error) }),
      );
    },
    hasSecret: async (id) => (await secrets.get(id).catch(() => undefined)) !== undefined,
    deleteClient: async ({ id }) => {
      const deleted = await deleteClient(clientEffects(connected, id));
      // A secret without its client opens nothing; that the keyring keeps it is no failure of the deletion.
      if (deleted.ok) await secrets.forget(id).catch(() => undefined);
      return deleted;
    },
    restoreClient: async ({ id }) => await restoreClient(clientEffects(connected, id)),
    changeClient: async (change) => await editClient(clientEffects(connected, change.before.id), change),
    undoChange: async (made) => await undoChange(clientEffects(connected, made.before.id), made),
    readClient: async (id) => await connected(async (to) => await getClient(to, id)),
    makeToken: async (id) => await tokens.make(id),
    prove: async (step, id) => await tokens.prove(step, id),
    ...roleTools(connected, tools),
    ...files,
  };
}

/**
 * Looks for the client that a lost request may have created. Where nobody knows which clients were there before, one
 * that fits proves nothing, so it is no answer.
 */
async function look(
  { connected, saved: { before }, wait }: SaveTools,
  request: OAuthClientRequest,
): Promise<Result<OAuthClient | undefined>> {
  return await lookAFewTimes(wait, async () => {
    const read = await connected(readClients);
    if (!read.ok) return read;
    const { clients, unreadable } = read.value;
    const { namesakes, callerId } =
      before.kind === 'known' ? before.value : { namesakes: [], callerId: undefined };
    const found = findCreated(request, clients, { clientIds: new Set(namesakes), callerId });
    // It may be one of those, and then it must not be made once more.
    if (found === undefined && unreadable > 0) return { ok: false, error: UNREADABLE };
    return found === undefined || before.kind === 'known'
      ? { ok: true, value: found }
      : { ok: false, error: before.error };
  });
}

/** Where the secrets of clients are kept, and the tokens made with them. Each rejects when the keyring does. */
export type SecretKeeper = {
  keep(
    client: {
      readonly id: string;
      readonly name: string;
      readonly orgName: string;
      /** Domain. */
      readonly region: string;
      readonly practice: boolean;
    },
    secret: string,
  ): Promise<void>;
  get(clientId: string): Promise<string | undefined>;
  keepToken(clientId: string, token: string): Promise<void>;
  /** Secret and token. */
  forget(clientId: string): Promise<void>;
};

/** The ways in which a plan touches the files of a workspace. */
export type PlanFiles = Pick<Effects, 'writeScimFile' | 'editFrameworkFile' | 'createFrameworkFile'>;

/** What Save uses of the world, for what was saved there. */
type SaveTools = {
  readonly saved: Saved;
  readonly connected: Connected;
  readonly secrets: SecretKeeper;
  readonly files: PlanFiles;
  /** BCP 47 tag. */
  readonly language: string;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
};

type TokenOrError = { ok: true; token: Token } | { ok: false; error: ProofError };

/** Tokens of the client that was just made, by the secret that was kept for it. */
export class ClientTokens {
  constructor(private readonly tools: Pick<SaveTools, 'saved' | 'secrets' | 'language' | 'wait'>) {}

  /** Shows that the client works (rule S7): it gets a token, and the token opens what it is for. */
  async prove(step: ProveStep, clientId: string): Promise<{ ok: true } | { ok: false; error: ProofError }> {
    const result = await this.token(clientId);
    if (!result.ok || step.by === 'token') return result.ok ? { ok: true } : result;
    const { language, saved } = this.tools;
    const { apiUrl } = saved.place;
    const connection = { apiUrl, accessToken: result.token.accessToken, language };
    // The practice org may have another address now than when this was planned.
    const path = step.url.slice(step.url.lastIndexOf('/api/v2/'));
    const read = await getServiceProviderConfig(connection, path);
    return read.ok ? { ok: true } : read;
  }

  /** Makes a token for an identity provider and keeps it beside the secret (rule S6). */
  async make(clientId: string): Promise<TokenMade> {
    const result = await this.token(clientId);
    if (!result.ok) return result;
    const { accessToken, expiresInSeconds } = result.token;
    try {
      await this.tools.secrets.keepToken(clientId, accessToken);
    } catch (error) {
      return { ok: false, error: { kind: 'not-kept', reason: reasonOf(error) } };
    }
    return { ok: true, endsAt: tokenEndsAt(new Date(), expiresInSeconds) };
  }

  private async token(clientId: string): Promise<TokenOrError> {
    const { secrets, saved, wait } = this.tools;
    let secret: string | undefined;
    try {
      secret = await secrets.get(clientId);
    } catch (error) {
      return { ok: false, error: { kind: 'not-kept', reason: reasonOf(error) } };
    }
    if (secret === undefined) return { ok: false, error: { kind: 'no-secret' } };
    let result: LoginResult = { ok: false, error: { kind: 'cancelled' } };
    for (const milliseconds of TRIES_AFTER) {
      await wait(milliseconds);
      result = await clientCredentialsLogin(saved.place.loginUrl, clientId, secret);
      if (result.ok || result.error.kind !== 'login-refused') break;
    }
    return result;
  }
}
