import { speaksForItself } from '../../clients/usable.ts';
import { isAtHome } from '../../clients/whereabouts.ts';
import { ALL_DIVISIONS, type Division, type Role } from '../../platform/authorization.ts';
import type { Result } from '../../platform/errors.ts';
import { type OAuthClient, type RoleDivision, roleIdsOf } from '../../platform/oauthClients.ts';
import type { Call } from '../../privileges/calls/call.ts';
import { indexOperations } from '../../privileges/findOperations.ts';
import { matchCalls } from '../../privileges/matchCalls.ts';
import type { OrgChoices } from '../../privileges/needs.ts';
import { choicesTold } from '../../privileges/orgChoices.ts';
import type { ClientRole, Fact, Facts, LookedIn } from '../facts.ts';
import type { FailedCall, Symptom } from '../symptom.ts';
import { inTime, NOT_SAID, notAsked, untold } from './inTime.ts';
import type { OrgAnswers } from './orgAnswers.ts';
import type { CallSources, SecretSources } from './sources.ts';

/** The roles of a client that calls as itself, and where it has them. */
export async function readRoles(
  answers: OrgAnswers,
  client: OAuthClient | undefined,
): Promise<Facts['roles']> {
  if (client === undefined) return notAsked('nothing-to-ask-about');
  if (!speaksForItself(client)) return notAsked('not-needed');
  const [given, roles, divisions] = await Promise.all([
    givenTo(answers, client),
    answers.roles(),
    answers.divisions(),
  ]);
  if (!given.ok) return untold(given.error);
  if (given.value.length === 0) return { kind: 'known', value: [] };
  if (!roles.ok) return untold(roles.error);
  if (!divisions.ok) return untold(divisions.error);
  return { kind: 'known', value: namedRoles(given.value, roles.value, divisions.value) };
}

/** As the client itself says, or else as the org does. */
async function givenTo(
  answers: OrgAnswers,
  { id, roleDivisions }: OAuthClient,
): Promise<Result<readonly RoleDivision[]>> {
  if (roleDivisions != null) return { ok: true, value: roleDivisions };
  const grants = await answers.grantsOf(id);
  if (!grants.ok) return grants;
  return {
    ok: true,
    value: grants.value.map(({ role, division }) => ({ roleId: role.id, divisionId: division.id })),
  };
}

function namedRoles(
  given: readonly RoleDivision[],
  roles: readonly Role[],
  divisions: readonly Division[],
): ClientRole[] {
  return roleIdsOf(given).map((id) => {
    const role = roles.find((each) => each.id === id);
    const where = given.filter(({ roleId }) => roleId === id).map(({ divisionId }) => divisionId);
    return {
      id,
      name: role?.name ?? id,
      policies: role?.permissionPolicies ?? undefined,
      divisions: where.includes(ALL_DIVISIONS)
        ? 'all'
        : where.map((each) => {
            const division = divisions.find((one) => one.id === each);
            return { id: each, name: division?.name ?? each, home: division?.homeDivision === true };
          }),
    };
  });
}

/** What the API says of the calls that failed, and what the org has to give for them. */
export async function readCalls(
  { connections, operations }: CallSources,
  answers: OrgAnswers,
  org: LookedIn,
  symptoms: readonly Symptom[],
  cancelled: AbortSignal,
): Promise<Facts['calls']> {
  const calls = symptoms.flatMap(callsOf);
  if (calls.length === 0) return notAsked('nothing-to-ask-about');
  const hosts = await connections.hostsOf(org.account);
  if (hosts === undefined) return notAsked('signed-out');
  const { apiUrl } = hosts;
  const reading = inTime(cancelled, async (signal) => ({
    ok: true,
    value: await operations.of(apiUrl, signal),
  }));
  const [read, choices] = await Promise.all([reading, choicesIn(answers)]);
  if (!read.ok) return untold(read.error);
  const known = read.value;
  if (!known.ok) return known.why.kind === 'not-answered' ? untold(known.why.error) : NOT_SAID;
  const all = known.description.operations;
  return {
    kind: 'known',
    value: { calls: matchCalls(calls, indexOperations(all)), operations: all, choices },
  };
}

function callsOf(symptom: Symptom): Call[] {
  return 'call' in symptom && symptom.call !== undefined ? [callOf(symptom.call)] : [];
}

function callOf({ method, path }: FailedCall): Call {
  return {
    named: { by: 'endpoint', method, path },
    at: { file: undefined, line: 1 },
    sureness: 'certain',
  };
}

async function choicesIn(answers: OrgAnswers): Promise<OrgChoices> {
  return choicesTold(...(await Promise.all([answers.roles(), answers.ownGrants()])));
}

/** What is known here of the secret of a client; the secret itself is told nobody. */
export async function readSecret(
  { secrets, history }: SecretSources,
  clientId: string | undefined,
  home: { readonly region: string; readonly practice: boolean } | undefined,
): Promise<Fact<Extract<Facts['secret'], { kind: 'known' }>['value']>> {
  if (clientId === undefined) return notAsked('nothing-to-ask-about');
  if (home === undefined) return notAsked('signed-out');
  const { region, practice } = home;
  const noted = await secrets.clientOf(clientId);
  const entries = history.of({ id: clientId, region, practice }).filter(({ outcome }) => outcome === 'done');
  const rotated = entries.find(({ what }) => what === 'secret-rotated')?.at;
  const kept = noted !== undefined && isAtHome(noted, home);
  const since = rotated ?? entries.find(({ what }) => what === 'created')?.at;
  return { kind: 'known', value: { kept, keptSince: kept ? since : undefined, rotatedAt: rotated } };
}
