import { getGrants } from '../../../src/core/platform/authorization.ts';
import { readCalledEndpoints } from '../../../src/core/platform/calledEndpoints.ts';
import { readClientRecord } from '../../../src/core/platform/clientRecord.ts';
import { readUse } from '../../../src/core/platform/lastUse.ts';
import { getClient } from '../../../src/core/platform/oauthClients.ts';
import {
  getAllowedNetworks,
  getAuthenticationSettings,
  getIdleTimeout,
  listAuthorizations,
} from '../../../src/core/platform/orgSettings.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { fetchDescription } from '../../../src/core/privileges/description.ts';
import type { Known } from '../../../src/core/procedures/known.ts';
import { loadAccess, loadOrg } from '../../../src/core/procedures/loadOrg.ts';
import { failedChangeText, unreadClientsText } from '../../../src/core/texts/clientChanges.ts';
import { platformErrorText } from '../../../src/core/texts/failures.ts';
import { unreadOperationsText } from '../../../src/core/texts/privileges.ts';
import { unreadCallsText } from '../../../src/core/texts/rightSize.ts';
import { signInFailureText } from '../../../src/core/texts/signInFailures.ts';
import type { SwitchChange } from '../../../src/practiceOrg/practice/switches.ts';
import { automationClient } from '../../../src/practiceOrg/world/seed.ts';
import { type Facts, type Operation, type Told, UNKNOWN } from '../cell.ts';
import { errorsOf, type FaultDesk, linesOf } from '../faultDesk.ts';

/** Operations that only read: what they say is what an untroubled reading says, or that nobody knows. */
export const reading: readonly Operation[] = [
  readingOf('read an org', readOrg),
  readingOf('read an org with HIPAA', readOrg, { hipaa: true }),
  readingOf('read roles and divisions', readAccess),
  readingOf('read a client', readClient),
  readingOf('read the use of a client', readDaysOfUse),
  readingOf('read what a client called', readCalls),
  readingOf('read the settings of an org', readSettings),
  readingOf('read what the API says of its operations', readDescription),
];

function readingOf(
  name: string,
  read: (desk: FaultDesk, from: Connection) => Promise<Told>,
  switches: SwitchChange = {},
): Operation {
  return {
    name,
    onlyReads: true,
    begin: async (desk) => {
      await desk.org.turn(switches);
      let connection = await desk.connection();
      const wanted = (await read(desk, await desk.connection())).says;
      return {
        wanted,
        act: async () => await read(desk, connection),
        truth: async () => (await read(desk, await desk.connection())).says,
        again: async () => {
          connection = await desk.connection();
          return await read(desk, connection);
        },
      };
    },
  };
}

async function readOrg(desk: FaultDesk, from: Connection): Promise<Told> {
  const { region, baseUrl } = desk.org;
  const loaded = await loadOrg(from, { region, practice: true, loginUrl: `${baseUrl}/login` });
  if (!loaded.ok) {
    const { error } = loaded;
    const words = linesOf(signInFailureText({ kind: 'org-not-loaded', error }));
    return { isDone: false, says: {}, words, errors: errorsOf(error) };
  }
  const { id, name, hipaa, caller, tokenScopes, scopes, clients } = loaded.value;
  const who: Known<unknown> = caller.kind === 'unknown' ? caller : { kind: 'known', value: caller };
  const all = ofLists(
    { scopes, tokenScopes, clients, caller: who },
    { org: { id, name }, hipaa: hipaa ?? UNKNOWN },
  );
  // Without it, the rule about HIPAA stays away.
  return hipaa === undefined ? { ...all, words: [...all.words, 'Nothing is said of HIPAA.'] } : all;
}

async function readAccess(_: FaultDesk, from: Connection): Promise<Told> {
  const { roles, divisions, held } = await loadAccess(from);
  if (roles.kind !== 'known') return ofLists({ roles, divisions, held });
  const unchecked = roles.value.flatMap(({ shipped }) => (shipped?.kind === 'unknown' ? [shipped] : []));
  const shipped: Known<unknown> = unchecked[0] ?? {
    kind: 'known',
    value: roles.value.flatMap(({ id, shipped }) => (shipped === undefined ? [] : [{ id, shipped }])),
  };
  const names = roles.value.map(({ shipped: _, permissions: __, ...role }) => role);
  return ofLists({ roles: { kind: 'known', value: names }, shipped, divisions, held });
}

/** A list that could not be read is told of where it is asked for, with the error. */
function ofLists(
  lists: Readonly<Record<string, Known<unknown> | { kind: 'loading' }>>,
  others: Facts = {},
): Told {
  const all = Object.entries(lists);
  const errors = all.flatMap(([, list]) => (list.kind === 'unknown' ? [list.error] : []));
  const says = { ...others, ...Object.fromEntries(all.map(([name, list]) => [name, told(list)])) };
  return {
    isDone: !Object.values(says).includes(UNKNOWN),
    says,
    words: errors.flatMap((error) => linesOf(unreadClientsText('Practice Org', error))),
    errors: errorsOf(...errors),
  };
}

function told(list: Known<unknown> | { kind: 'loading' }): unknown {
  return list.kind === 'known' ? list.value : UNKNOWN;
}

async function readClient(_: FaultDesk, from: Connection): Promise<Told> {
  const { id } = automationClient;
  const [record, client] = [await readClientRecord(from, id), await getClient(from, id)];
  const errors = [record, client].flatMap((read) => (read.ok ? [] : [read.error]));
  return {
    isDone: errors.length === 0,
    says: { record: record.ok ? record.value : UNKNOWN, id: client.ok ? client.value.id : UNKNOWN },
    words: errors.flatMap((error) => linesOf(failedChangeText(undefined, error))),
    errors: errorsOf(...errors),
  };
}

async function readDaysOfUse(_: FaultDesk, from: Connection): Promise<Told> {
  const days = await readUse(from, automationClient.id);
  return days.ok
    ? { isDone: true, says: { days: days.value }, words: [], errors: [] }
    : {
        isDone: false,
        says: { days: UNKNOWN },
        words: linesOf(platformErrorText('How it is used could not be read.', days.error)),
        errors: errorsOf(days.error),
      };
}

async function readCalls(_: FaultDesk, from: Connection): Promise<Told> {
  const called = await readCalledEndpoints(from, automationClient.id);
  return called.ok
    ? { isDone: true, says: { called: called.value }, words: [], errors: [] }
    : {
        isDone: false,
        says: { called: UNKNOWN },
        words: linesOf(unreadCallsText({ id: automationClient.id, name: 'Automation' }, called.error)),
        errors: errorsOf(called.error),
      };
}

async function readSettings(_: FaultDesk, from: Connection): Promise<Told> {
  const reads = {
    signIn: await getAuthenticationSettings(from),
    idle: await getIdleTimeout(from),
    networks: await getAllowedNetworks(from),
    authorizations: await listAuthorizations(from),
    grants: await getGrants(from, automationClient.id),
  };
  const all = Object.entries(reads);
  const errors = all.flatMap(([, read]) => (read.ok ? [] : [read.error]));
  return {
    isDone: errors.length === 0,
    says: Object.fromEntries(all.map(([name, read]) => [name, read.ok ? read.value : UNKNOWN])),
    words: errors.flatMap((error) => linesOf(platformErrorText('What was asked could not be read.', error))),
    errors: errorsOf(...errors),
  };
}

async function readDescription(_: FaultDesk, from: Connection): Promise<Told> {
  const read = await fetchDescription(from.apiUrl, new Date());
  if (read.ok) {
    const { operations, unread } = read.description;
    return { isDone: true, says: { operations, unread }, words: [], errors: [] };
  }
  const { why } = read;
  return {
    isDone: false,
    says: { operations: UNKNOWN, unread: UNKNOWN },
    words: linesOf(unreadOperationsText(why, new URL(from.apiUrl).host, 'en')),
    errors: why.kind === 'not-answered' ? errorsOf(why.error) : [],
  };
}
