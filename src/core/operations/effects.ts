import type { Result } from '../platform/errors.ts';
import type { OAuthClient, OAuthClientRequest } from '../platform/oauthClients.ts';
import type { PlanStep } from '../procedures/plan.ts';
import type { ChangeTools } from './changeRun.ts';
import type { Deletion, Restoration } from './deleteClient.ts';
import type { RoleTools } from './newRole.ts';
import type { Failure, ProofError } from './run.ts';

export type EditFileStep = Extract<PlanStep, { kind: 'edit-framework-file' }>;
export type CreateFileStep = Extract<PlanStep, { kind: 'create-framework-file' }>;
export type ScimFileStep = Extract<PlanStep, { kind: 'write-scim-file' }>;
export type ProveStep = Extract<PlanStep, { kind: 'prove' }>;
export type FileResult =
  | { kind: 'written'; saved: boolean }
  | { kind: 'changed-meanwhile' }
  | { kind: 'failed'; reason: string };

export type ScimFileResult =
  | FileResult
  | { kind: 'refused'; reason: Extract<Failure, { kind: 'scim-file-refused' }>['reason']; line: number };

/** What a connection in the SCIM config file needs beyond what was planned. Moments are ISO 8601. */
export type MadeConnection = {
  clientId: string;
  createdAt: string;
  tokenEndsAt: string | undefined;
  /** How long the org lets tokens of the client last; undefined where it did not say. */
  tokenDurationSeconds: number | undefined;
};

/** `endsAt` is when the token ends (ISO 8601), where the login host said how long the token lives. */
export type TokenMade = { ok: true; endsAt: string | undefined } | { ok: false; error: ProofError };

/** The only ways in which executing a plan touches the world. None of them throws. */
export type Effects = ChangeTools &
  RoleTools & {
    /** Cannot be cancelled once it is sent: only its answer has the secret. */
    createClient(
      request: OAuthClientRequest,
    ): Promise<Result<{ client: OAuthClient; secret: string | undefined }>>;
    /** Looks for the client that a lost request may have created. */
    findCreatedClient(request: OAuthClientRequest): Promise<Result<OAuthClient | undefined>>;
    keepSecret(client: OAuthClient, secret: string): Promise<{ ok: true } | { ok: false; reason: string }>;
    /** Whether the secret of a client is kept here already. */
    hasSecret(clientId: string): Promise<boolean>;
    /** A client as the org has it now. */
    readClient(clientId: string): Promise<Result<OAuthClient>>;
    /** A token of the new client for an identity provider; kept where the secret is, never handed out. */
    makeToken(clientId: string): Promise<TokenMade>;
    /** Gets a token with the new client and uses it. */
    prove(step: ProveStep, clientId: string): Promise<{ ok: true } | { ok: false; error: ProofError }>;
    writeScimFile(step: ScimFileStep, made: MadeConnection): Promise<ScimFileResult>;
    /** Deletes a client, and forgets what was kept of it. */
    deleteClient(client: OAuthClient): Promise<Deletion>;
    /** Sets a client to active that a deletion left inactive. */
    restoreClient(client: OAuthClient): Promise<Restoration>;
    editFrameworkFile(step: EditFileStep, clientId: string): Promise<FileResult>;
    createFrameworkFile(step: CreateFileStep, clientId: string): Promise<FileResult>;
  };
