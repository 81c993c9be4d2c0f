import { entriesNamed, nearestWords } from '../named.ts';
import { readClientId } from '../platform/clientId.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { clientName } from '../texts/clientName.ts';
import { type AgentAnswer, errorText, refusal } from './answer.ts';
import type { AgentOrg } from './desk.ts';
import type { ToolWork } from './tool.ts';

/** Something that was looked for, or what the agent is told instead. */
export type LookedUp<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly told: AgentAnswer };

/** Orgs, and what an answer says of them before all else. */
export type MeantOrgs = { readonly orgs: readonly AgentOrg[]; readonly said: string | undefined };

/** The orgs that are meant: all that are at hand, or the one that is named. */
export async function orgsMeant(
  { desk }: ToolWork,
  wanted: string | undefined,
): Promise<LookedUp<MeantOrgs>> {
  const atHand = await desk.orgs();
  if (!atHand.ok) return { ok: false, told: refusal(atHand.reason) };
  const { orgs, remarks } = atHand;
  const meant = wanted === undefined ? orgs : orgsNamed(orgs, wanted);
  if (meant.length > 0) return { ok: true, value: { orgs: meant, said: aboutOrgs(meant, remarks) } };
  return {
    ok: false,
    told: refusal(
      `No org ${quoted(wanted ?? '')} is at hand. There are:\n${orgs.map(orgLine).join('\n')}`,
      ...remarks,
    ),
  };
}

/** The same where only one can be meant. */
export async function orgMeant(
  work: ToolWork,
  wanted: string | undefined,
): Promise<LookedUp<{ readonly org: AgentOrg; readonly said: string | undefined }>> {
  const meant = await orgsMeant(work, wanted);
  if (!meant.ok) return meant;
  const { orgs, said } = meant.value;
  const [org, another] = orgs;
  if (org !== undefined && another === undefined) return { ok: true, value: { org, said } };
  return {
    ok: false,
    told: refusal(`Several orgs are at hand. Say which one by \`org\`:\n${orgs.map(orgLine).join('\n')}`),
  };
}

/** A client in its org. */
export type FoundInOrg = {
  readonly org: AgentOrg;
  readonly client: OAuthClient;
  readonly said: string | undefined;
};

/** The client that is meant by its ID or its whole name, in the org that is named or in any that is at hand. */
export async function clientMeant(
  work: ToolWork,
  wanted: string,
  inOrg: string | undefined,
): Promise<LookedUp<FoundInOrg>> {
  const meant = await orgsMeant(work, inOrg);
  if (!meant.ok) return meant;
  const { orgs, said } = meant.value;
  const lists = await Promise.all(orgs.map(async (org) => ({ org, list: await work.reads.clients(org) })));
  const known = lists.flatMap(({ org, list }) => (list.ok ? [{ org, clients: list.value.clients }] : []));
  const unread = lists.flatMap(({ org, list }) =>
    list.ok ? [] : [`${org.orgName} could not be asked: ${work.desk.inEnglish(() => errorText(list.error))}`],
  );
  const found = known.flatMap(({ org, clients }) =>
    entriesNamed(readClientId(wanted) ?? wanted, clients).map((client) => ({ org, client })),
  );
  const [only, another] = found;
  if (only !== undefined && another === undefined) {
    // A name may be that of another client there; an ID is nobody else's.
    const unasked = readClientId(wanted) === undefined ? unread : [];
    const all = [said, ...unasked].filter((each) => each !== undefined);
    return { ok: true, value: { ...only, said: all.length === 0 ? undefined : all.join('\n') } };
  }
  if (only !== undefined) {
    const lines = found.map(
      ({ org, client }) => `- ${client.id}, ${quoted(nameOf(work, client))} in ${org.orgName}`,
    );
    return {
      ok: false,
      told: refusal(
        `${quoted(wanted)} may be any of these. Call again with the ID as \`client\`:\n${lines.join('\n')}`,
        ...unread,
      ),
    };
  }
  const names = known.flatMap(({ clients }) => clients.map(({ name }) => name));
  const near = nearestWords(wanted, names);
  return {
    ok: false,
    told: refusal(
      said,
      known.length === 0
        ? undefined
        : `There is no client ${quoted(wanted)} in ${known.map(({ org }) => org.orgName).join(', ')}. Do not invent one.`,
      near.length === 0 ? undefined : `Clients with a name near it: ${near.map(quoted).join(', ')}.`,
      ...unread,
      'list_clients lists those that there are.',
    ),
  };
}

/** Whose org it is, for an agent that may know no other name. */
export function orgLine({ orgName, region, id, practice, readOnly }: AgentOrg): string {
  return `- ${quoted(orgName)}, region ${region}, org ID ${id}${practice ? ', practice org' : ''}, ${readOnly === undefined ? 'changes may be asked for' : 'read-only'}`;
}

function aboutOrgs(orgs: readonly AgentOrg[], remarks: readonly string[]): string | undefined {
  const practice = orgs.filter((org) => org.practice).map(({ orgName }) => quoted(orgName));
  const said = [
    ...remarks,
    ...(practice.length === 0
      ? []
      : [
          `${practice.join(', ')} is a practice org on this computer: nothing in it is real. Say so to the person.`,
        ]),
  ];
  return said.length === 0 ? undefined : said.join('\n');
}

function orgsNamed(orgs: readonly AgentOrg[], wanted: string): readonly AgentOrg[] {
  const word = wanted.trim().toLowerCase();
  const ids = orgs.filter(({ account, id }) => [account, id].some((each) => each.toLowerCase() === word));
  if (ids.length > 0) return ids;
  return orgs.filter(
    ({ orgName, region, practice }) =>
      orgName.toLowerCase() === word || region === word || (practice && /^practice( org)?$/.test(word)),
  );
}

/** As a text of JSON, in one line: whatever somebody wrote into a name, it reads as a name. */
function quoted(name: string): string {
  return JSON.stringify(name);
}

function nameOf({ desk }: ToolWork, client: OAuthClient): string {
  return desk.inEnglish(() => clientName(client));
}
