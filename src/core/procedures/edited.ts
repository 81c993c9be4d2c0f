import { bodyOf, withRoles } from '../clients/change.ts';
import { compareRecords } from '../clients/difference.ts';
import { type ClientBody, clientOf } from '../platform/clientRecord.ts';
import { DEFAULT_DURATION_SECONDS, GrantType, type OAuthClientRequest } from '../platform/oauthClients.ts';
import { requestOf } from './clientSteps.ts';
import type { Answers, EditedClient } from './draft.ts';
import type { DraftFinding } from './draftFinding.ts';
import { LONGEST_DURATION_SECONDS, parseDuration } from './duration.ts';
import { chosenRoles } from './startFrom/clientSettings.ts';

/** The answers that a client gives by being what it is. */
export function answersOfClient({ record }: EditedClient): Pick<
  Answers,
  'name' | 'description' | 'duration' | 'redirectUris' | 'scopes' | 'roles'
> & {
  grantType: GrantType | undefined;
} {
  const client = clientOf(record);
  const { roleDivisions, accessTokenValiditySeconds: seconds } = client;
  return {
    name: client.name,
    description: client.description ?? '',
    duration: String(seconds ?? DEFAULT_DURATION_SECONDS),
    grantType: grantTypeOf(client.authorizedGrantType),
    redirectUris: (client.registeredRedirectUri ?? []).join('\n'),
    scopes: client.scope ?? [],
    roles: chosenRoles(roleDivisions ?? [], roleDivisions?.length ? [] : roleIdsOf(record['roleIds'])),
  };
}

/** Whether it is a client whose tokens last longer than two days: it has the role that lets them (rule S4). */
export function mayLastLong({ edits }: Pick<Answers, 'edits'>): boolean {
  const seconds = edits && parseDuration(answersOfClient(edits).duration);
  return seconds !== undefined && seconds > LONGEST_DURATION_SECONDS;
}

/** Undefined for one that nobody here knows: what such a client needs, nobody here knows either. */
export function grantTypeOf(grantType: string | null | undefined): GrantType | undefined {
  return GrantType.safeParse(grantType).data;
}

function roleIdsOf(roleIds: unknown): string[] {
  return Array.isArray(roleIds) ? roleIds.filter((each) => typeof each === 'string') : [];
}

/**
 * What is to be sent so that an edited client becomes what is answered: the record as it came, with only what the answers
 * make other. Undefined while the duration is no number.
 */
export function bodyOfEdit(edited: EditedClient, answers: Answers): ClientBody | undefined {
  const was = requestOf(asItWas(edited, answers));
  const wanted = requestOf(answers);
  if (was === undefined || wanted === undefined) return undefined;
  const others = compareRecords(was, wanted).map(({ field }) => [field, valueIn(wanted, field)]);
  const body: ClientBody = { ...bodyOf(edited.record), ...Object.fromEntries(others) };
  const hasOtherRoles = others.some(([field]) => field === 'roleDivisions');
  return hasOtherRoles ? withRoles(body, wanted.roleDivisions ?? []) : body;
}

/** What an answer that was taken away is sent as: nothing of its kind, because a field that is left out may stay. */
function valueIn(request: OAuthClientRequest, field: string): unknown {
  const value = Object.entries(request).find(([name]) => name === field)?.[1];
  return value ?? (field === 'description' ? '' : []);
}

/** The answers as they would be had the person changed nothing. */
export function asItWas(edited: EditedClient, answers: Answers): Answers {
  const { grantType = answers.grantType, ...others } = answersOfClient(edited);
  return { ...answers, ...others, grantType };
}

/**
 * The findings of an edit. What was so before is no fault of it, and the org has accepted it: it is worth knowing at
 * most, and of what people only read it is not.
 *
 * @param before what the same rules find of the client as it was
 */
export function newInEdit(
  findings: readonly DraftFinding[],
  before: readonly DraftFinding[],
): readonly DraftFinding[] {
  const known = new Set(before.map(keyOf));
  return findings.flatMap((finding) => {
    if (finding.place === 'org' || !known.has(keyOf(finding))) return [finding];
    // That one does not hold a role of the client is said of all that it has.
    if (ONLY_READ.has(finding.place) || finding.code === 'role-not-held') return [];
    return [finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding];
  });
}

const ONLY_READ: ReadonlySet<DraftFinding['place']> = new Set(['name', 'description', 'duration'] as const);

/** In which line something stands changes with every line that is added before it. */
function keyOf({ code, place, args }: DraftFinding): string {
  const { line: _, first: __, count: ___, ...others } = args;
  return JSON.stringify([code, place, others]);
}
