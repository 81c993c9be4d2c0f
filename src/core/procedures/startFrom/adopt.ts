import { isKnownGrantType, worksInState } from '../../clients/usable.ts';
import type { DraftCode } from '../../findings/draftFindings.ts';
import type { Severity } from '../../findings/entry.ts';
import { DEFAULT_DURATION_SECONDS, GrantType, type OAuthClient } from '../../platform/oauthClients.ts';
import { type Context, orgOf } from '../context.ts';
import type { Answers, Field, ProcedureId } from '../draft.ts';
import type { DraftFinding } from '../draftFinding.ts';
import { possibleGrantTypes } from '../grantTypes.ts';
import { entryOf } from '../known.ts';
import { ABOUT_CLIENT, chosenRoles } from './clientSettings.ts';

/** The client that these answers adopt, as the org has it; undefined when none is adopted, or it is not there. */
export function adoptedClient(
  { adopts }: Pick<Answers, 'adopts'>,
  context: Context,
): OAuthClient | undefined {
  const clients = orgOf(context)?.clients;
  return clients === undefined || adopts === null ? undefined : entryOf(clients, adopts);
}

/** Whether an adopted client has not told something, of which then nothing is known. */
export function isUntold(
  answers: Pick<Answers, 'adopts'>,
  context: Context,
  field: 'registeredRedirectUri' | 'scope',
): boolean {
  const client = adoptedClient(answers, context);
  return client !== undefined && (client[field] ?? undefined) === undefined;
}

/** Whether Save makes a new client of these answers. */
export function isNew({ adopts }: Pick<Answers, 'adopts'>): boolean {
  return adopts === null;
}

/** Whether VS Code keeps the secret of the adopted client; that of a client made by Save it always does. */
export function hasAdoptedSecret({ adopts }: Pick<Answers, 'adopts'>, { keptSecretOf }: Context): boolean {
  return adopts !== null && adopts === keptSecretOf;
}

/**
 * What an adopted client leaves no choice in: it is what it is. On the admin page nothing is adopted, because the person
 * brings the Client ID themselves.
 */
export function settledByAdoption(answers: Answers, context: Context): Partial<Answers> {
  if (context.destination.kind === 'admin-page') return { adopts: null };
  const client = adoptedClient(answers, context);
  if (client === undefined) return {};
  const grantType = GrantType.safeParse(client.authorizedGrantType);
  return {
    name: client.name,
    description: client.description ?? '',
    duration: String(client.accessTokenValiditySeconds ?? DEFAULT_DURATION_SECONDS),
    ...(grantType.success && { grantType: grantType.data }),
    redirectUris: (client.registeredRedirectUri ?? []).join('\n'),
    scopes: client.scope ?? [],
    roles: chosenRoles(client.roleDivisions ?? []),
  };
}

/** The fields that an adopted client has answered. */
const ANSWERED: ReadonlySet<Field> = new Set<Field>(ABOUT_CLIENT);

/** What matters of a client that works already; that the org would refuse to make it so does not. */
const MATTERS: ReadonlySet<DraftCode> = new Set<DraftCode>([
  'implicit-grant-ending',
  'client-wrong-grant',
  'adopted-state-unknown',
  'adopted-grant-type-unknown',
  'redirect-uris-missing',
  'missing-redirect-uri',
  'inexact-redirect-uri',
  'scopes-missing',
  'missing-scope',
  'adopted-duration-short',
  'scim-token-short',
  'adopted-role-extra',
  'altered-role',
]);

/** What the org has to do with a client that is there. That an org authorizes clients is nothing new to such a one. */
const OF_ORG: ReadonlySet<DraftCode> = new Set<DraftCode>([
  'not-connected',
  'org-embedding-limited',
  'org-inactivity-timeout',
  'org-ip-limited',
]);

/**
 * A finding of answers that adopt a client: what is unusual about the client is worth knowing, and is not changed from
 * here; what it takes to create one does not matter.
 */
export function whileAdopting(finding: DraftFinding): readonly DraftFinding[] {
  if (finding.place === 'org') return OF_ORG.has(finding.code) ? [finding] : [];
  if (!ANSWERED.has(finding.place)) return [finding];
  return MATTERS.has(finding.code)
    ? [{ ...finding, severity: atMostWarning(finding.severity), fixes: [] }]
    : [];
}

function atMostWarning(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : severity;
}

/** Why a client cannot do what a procedure is for, whatever else is changed. */
export type Unfit = 'grant-type' | 'not-active';

/** Why a client certainly cannot be adopted by a procedure; undefined when it may (rules E3, S3; Genesys facts 1.4). */
export function unfitFor(
  procedure: ProcedureId,
  { authorizedGrantType, state }: OAuthClient,
): Unfit | undefined {
  const fits = possibleGrantTypes(procedure).some((each) => each === authorizedGrantType);
  if (!fits && isKnownGrantType(authorizedGrantType)) return 'grant-type';
  return worksInState(state) === 'no' ? 'not-active' : undefined;
}

/** The procedures whose client's ID goes somewhere, so that one that exists already serves as well as a new one. */
export function mayAdopt(procedure: ProcedureId): boolean {
  switch (procedure) {
    case 'embeddable':
    case 'scim':
      return true;
    case 'general':
    case 'edit':
      return false;
  }
}
