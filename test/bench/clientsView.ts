import { concernsOf } from '../../src/core/clients/concerns.ts';
import { groupsOf } from '../../src/core/clients/groups.ts';
import { listClients } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { Search } from '../../src/core/search.ts';
import { clientRowLabel, clientRowText } from '../../src/core/texts/clientList.ts';
import { SOON_DAYS } from '../../src/core/watch/standing.ts';
import { startOrg } from '../org/client.ts';
import { median, type Row, ratioRow } from './row.ts';

const FEW = 100;
const ROUNDS = 7;
/** How far away the org is, there and back, in milliseconds. */
const ROUND_TRIP = 400;
/** How many rows of a group the view shows at first, and how many of those that are found stand in a list. */
const SHOWN = 200;
const FOUND = 50;

/** What a key may take more, in milliseconds: VS Code itself takes longer to draw a list. */
const MOST_ON_A_KEY = 2;

/** What a person types, letter by letter, who looks for one of very many clients. */
const TYPED = ['a', 'ap', 'app', 'appl', 'appl 9', 'appl 99', '', 'c', '0', '07', '077'];

/**
 * The view of clients with so many of them: what is made of the list until its rows have their words, beside the answer
 * that lists them; and a key in its search, beside one among 100.
 */
export async function clientsViewRows(clients: number): Promise<Row[]> {
  const many = `${clients.toLocaleString('en')} clients`;
  const org = await startOrg({ size: clients });
  try {
    const accessToken = await org.signIn('administrator');
    const connection = { apiUrl: org.baseUrl, accessToken, language: 'en' };
    await org.turn({ latencyMs: ROUND_TRIP });
    await rowsOf(connection);
    const [ours, baseline]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      baseline.push(await millisecondsOf(async () => await answer(connection)));
      ours.push(await millisecondsOf(async () => await rowsOf(connection)));
    }
    return [
      ratioRow(`rows of the view, ${many}`, {
        ours,
        baseline,
        against: 'the answer that lists them',
        most: 1.5,
      }),
      keyRow(clients, many),
    ];
  } finally {
    await org.close();
  }
}

function keyRow(clients: number, many: string): Row {
  const [large, small] = [textsOf(clients), textsOf(FEW)];
  const [ours, baseline]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    baseline.push(key(small));
    ours.push(key(large));
  }
  const [all, few] = [median(ours), median(baseline)];
  return {
    what: `a key in the search of ${many}`,
    measured: `${all.toFixed(2)} ms`,
    against: `${FEW} clients: ${few.toFixed(2)} ms`,
    goal: `+ ${MOST_ON_A_KEY} ms`,
    isMet: all - few <= MOST_ON_A_KEY,
  };
}

/** The list as it comes over the wire, whole and unread. */
async function answer({ apiUrl, accessToken }: Connection): Promise<void> {
  const headers = { authorization: `Bearer ${accessToken}` };
  await (await fetch(`${apiUrl}/api/v2/oauth/clients`, { headers })).text();
}

async function rowsOf(connection: Connection): Promise<void> {
  const listed = await listClients(connection);
  if (!listed.ok) throw new Error(JSON.stringify(listed.error));
  const now = new Date();
  const judged = listed.value.map((client) => {
    return { client, mentions: [], concerns: concernsOf(client, [], { now, soonDays: SOON_DAYS.usual }) };
  });
  for (const { clients } of groupsOf(judged))
    for (const each of clients.slice(0, SHOWN)) {
      clientRowText(each, now, 'en');
      clientRowLabel(each, now, 'en');
    }
}

function textsOf(clients: number): readonly string[] {
  return Array.from(
    { length: clients },
    (_, n) => `Application ${n} 0${n}c3f1a2-${n} · Code Authorization / PKCE`,
  );
}

/** Milliseconds of a key until the rows are there that VS Code is given, on average. */
function key(texts: readonly string[]): number {
  const search = new Search(texts);
  const start = performance.now();
  for (const typed of TYPED) {
    const { positions } = search.find(typed, FOUND);
    JSON.stringify(positions.map((position) => ({ label: texts[position], alwaysShow: true })));
  }
  return (performance.now() - start) / TYPED.length;
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
