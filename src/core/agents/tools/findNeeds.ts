import * as z from 'zod/mini';
import { listScopes } from '../../platform/oauthClients.ts';
import { regionOf, regions } from '../../platform/regions.ts';
import { readCalls } from '../../privileges/calls/pasted/readCalls.ts';
import { withoutSecrets } from '../../privileges/calls/secretsInText.ts';
import type { Description } from '../../privileges/description.ts';
import { indexOperations } from '../../privileges/findOperations.ts';
import { matchCalls } from '../../privileges/matchCalls.ts';
import { needsOf } from '../../privileges/needs.ts';
import { NO_CHOICES, readOrgChoices } from '../../privileges/orgChoices.ts';
import { takeAway } from '../../privileges/takeAway.ts';
import { callNoteText } from '../../texts/calls.ts';
import { insteadOfTexts, notUnderstoodTexts, unreadOperationsText } from '../../texts/privileges.ts';
import { inOneText } from '../../texts/sentences.ts';
import { unmatchedTexts } from '../../texts/unmatchedCalls.ts';
import { answer, refusal } from '../answer.ts';
import type { AgentOrg } from '../desk.ts';
import { type LookedUp, orgsMeant } from '../lookUp.ts';
import { readEntries } from '../needs/entries.ts';
import { refusedWords, unrealCalls } from '../needs/unreal.ts';
import { SECRET_IN_INPUT, type ToolWork, tool } from '../tool.ts';

/** Which scopes, permissions and roles calls need. */
export const findNeeds = tool({
  name: 'find_needs',
  title: 'Find the Scopes and Permissions That Calls Need',
  description:
    "Tells which scopes, permissions and roles an application needs for the Genesys Cloud Platform API calls it makes, from the API's own description; and checks whether scopes and permissions exist. It refuses every endpoint, SDK method, scope and permission that does not exist, with the nearest real ones: never invent one, ask this tool first. Reads only.",
  input: z.strictObject({
    calls: z._default(
      z
        .array(z.string().check(z.maxLength(2000)))
        .check(
          z.maxLength(200),
          z.describe(
            'The calls, each an endpoint such as "GET /api/v2/users/{userId}" or the name of an SDK method such as "getUsersMe".',
          ),
        ),
      [],
    ),
    text: z.optional(
      z
        .string()
        .check(
          z.maxLength(2_000_000),
          z.describe(
            'A text with calls in it instead: source code, curl, a HAR, a Postman collection, OpenAPI, Terraform, log lines.',
          ),
        ),
    ),
    callsAs: z._default(
      z
        .enum(['person', 'client'])
        .check(
          z.describe(
            'As whom the application calls: "person" logs somebody in and needs scopes; "client" uses client credentials and needs roles.',
          ),
        ),
      'person',
    ),
    scopes: z._default(
      z.array(z.string().check(z.maxLength(300))).check(z.maxLength(200), z.describe('Scopes to check.')),
      [],
    ),
    permissions: z._default(
      z
        .array(z.string().check(z.maxLength(300)))
        .check(z.maxLength(200), z.describe('Permissions to check, such as "oauth:client:view".')),
      [],
    ),
    org: z.optional(
      z
        .string()
        .check(
          z.maxLength(300),
          z.describe("Whose API, and whose roles: the org's name, its ID, or its region."),
        ),
    ),
  }),
  effect: 'reads',
  // A HAR that is masked before it is read is none any more; nothing but calls comes out of it.
  unmasked: ['text'],
  run: async ({ calls, text = '', callsAs, scopes, permissions, org: wanted }, work) => {
    if (calls.length + scopes.length + permissions.length === 0 && text.trim() === '')
      return refusal('There is nothing to look up: give `calls`, `text`, `scopes` or `permissions`.');
    const api = await apiOf(work, wanted);
    if (!api.ok) return api.told;
    const { description, remarks, org, said } = api.value;
    const { operations } = description;
    const index = indexOperations(operations);
    const entries = readEntries(calls, index);
    const read = readCalls(text, { operations: index });
    const matched = matchCalls([...entries.calls, ...read.calls], index);
    const refused = [
      ...entries.notUnderstood.map(
        (each) => `- "${withoutSecrets(each)}" is neither an endpoint nor the name of an SDK method.`,
      ),
      ...unrealCalls(matched, operations),
      ...refusedWords(scopes, permissions, operations, await scopesOf(work, org, scopes)),
    ];
    const notes = work.desk.inEnglish(() => [...remarks, ...read.notes.map(callNoteText)]);
    const warning = withoutSecrets(text) === text ? undefined : SECRET_IN_INPUT;
    const existing = existingText(scopes, permissions);
    if (refused.length > 0)
      return refusal(
        'These do not exist in the Platform API, or do not say which operation they mean. Correct them and call again; do not use them:',
        refused.join('\n'),
        org?.practice === true ? partOf(operations.length) : undefined,
        ...notes,
        warning,
      );
    if (matched.uses.length === 0)
      return existing === undefined
        ? refusal(
            'No call of the Platform API was found, so it is not known what is needed.',
            ...notes,
            warning,
          )
        : answer(existing, ...notes, warning);
    const choices =
      callsAs === 'client' && org !== undefined
        ? await readOrgChoices(async (call) => await work.desk.call(org.account, call), work.signal)
        : NO_CHOICES;
    const needs = needsOf(matched.uses, callsAs, { operations, ...choices });
    const told = work.desk.inEnglish(() =>
      takeAway('markdown', {
        application: 'the application',
        needs,
        description,
        language: 'en',
        remarks: [...notes, ...unmatchedTexts(matched)],
      }),
    );
    return answer(callsAs === 'client' ? said : undefined, told, existing, warning);
  },
});

/** Only the API's own description has all of it. */
function partOf(count: number): string {
  return `This was looked up in the practice org, which describes only ${count} operations of the API, so something else may exist all the same. Call again with a region as \`org\`, such as mypurecloud.com, to look it up in the API's own description.`;
}

function existingText(scopes: readonly string[], permissions: readonly string[]): string | undefined {
  const words = [...scopes, ...permissions];
  return words.length === 0 ? undefined : `These exist: ${words.join(', ')}.`;
}

/** The scopes that an org lists, where some are to be checked; what may not be read is not known. */
async function scopesOf(
  { desk, signal }: ToolWork,
  org: AgentOrg | undefined,
  wanted: readonly string[],
): Promise<readonly string[]> {
  if (org === undefined || wanted.length === 0) return [];
  const listed = await desk.call(org.account, async (to) => await listScopes(to, signal));
  return listed.ok ? listed.value.map(({ id }) => id) : [];
}

type Api = {
  readonly description: Description;
  readonly remarks: readonly string[];
  readonly org: AgentOrg | undefined;
  readonly said: string | undefined;
};

/** What the API of the org or of the region that is meant says of its operations. Those of all regions are the same, but for some days. */
async function apiOf(work: ToolWork, wanted: string | undefined): Promise<LookedUp<Api>> {
  const { desk, signal } = work;
  const meant = await orgsMeant(work, wanted);
  const region = wanted === undefined ? undefined : regionOf(wanted.trim().toLowerCase())?.domain;
  if (!meant.ok && region === undefined)
    return wanted === undefined
      ? meant
      : {
          ok: false,
          told: refusal(
            meant.told.text,
            `Or name a region: ${regions.map(({ domain }) => domain).join(', ')}.`,
          ),
        };
  const org = meant.ok ? meant.value.orgs[0] : undefined;
  const { apiUrl } = await desk.hosts(
    org === undefined ? { region: region ?? '' } : { account: org.account },
  );
  const known = await desk.operations(apiUrl, signal);
  const { host } = new URL(apiUrl);
  if (!known.ok) {
    const told = desk.inEnglish(() => unreadOperationsText(known.why, host, 'en'));
    return { ok: false, told: refusal(inOneText([told.what, told.why, told.next])) };
  }
  const { description, insteadOf } = known;
  const remarks = desk.inEnglish(() => [
    ...(insteadOf === undefined ? [] : insteadOfTexts(insteadOf, description, host, 'en')),
    ...notUnderstoodTexts(description, 'en'),
  ]);
  return { ok: true, value: { description, remarks, org, said: meant.ok ? meant.value.said : undefined } };
}
