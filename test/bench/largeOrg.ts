import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import { type OrgUnderTest, startOrg } from '../org/client.ts';
import type { ActedWizard } from '../wizard/acted.ts';
import { OrgDesk } from '../wizard/orgDesk.ts';
import type { Row } from './row.ts';

/** The org that a large one is held against. */
const FEW = 10;
/** How far away the org is, there and back, and what may come on top of its round trips, in milliseconds. */
const ROUND_TRIP = 400;
const ON_TOP = 150;
/** How many clients are made side by side, to fill an org. */
const SIDE_BY_SIDE = 16;
const MOST_BYTES = 200_000;
const MOST_MEMORY = 40_000_000;

const DRAFTS = {
  embeddable: { name: 'Bench', target: { kind: 'by-hand' } },
  general: {
    name: 'Bench',
    grantType: 'CODE',
    redirectUris: 'https://app.example.com/callback',
    scopes: ['users:readonly'],
  },
} satisfies Partial<Record<ProcedureId, Draft>>;

type Measured = {
  /** Bytes to the page, of connecting and Save together. */
  bytes: number;
  /** Bytes of memory that stay in use, once the org is read. */
  memory: number;
  /** Milliseconds to read the org again with its roles, from a token that is there. */
  connect: number;
  /** Milliseconds from Save to the Client ID. */
  save: number;
};

/** What a wizard costs in an org of so many clients, 400 ms away, beside one of ten. */
export async function largeOrgRows(clients: number): Promise<Row[]> {
  const [large, small] = [await measure(clients), await measure(FEW)];
  const many = `${clients.toLocaleString('en')} clients`;
  const few = `${FEW} clients`;
  const memory = large.general.memory - small.general.memory;
  return [
    ...(['embeddable', 'general'] as const).map((procedure) => ({
      what: `to the page for connect and Save, ${many} (${procedure})`,
      measured: kilobytes(large[procedure].bytes),
      against: `${few}: ${kilobytes(small[procedure].bytes)}`,
      goal: `≤ ${kilobytes(MOST_BYTES)}`,
      isMet: large[procedure].bytes <= MOST_BYTES,
    })),
    {
      what: `memory that stays in use, ${many}`,
      measured: `+ ${(memory / 1e6).toFixed(1)} MB`,
      against: few,
      goal: `+ ${MOST_MEMORY / 1e6} MB`,
      isMet: memory <= MOST_MEMORY,
    },
    ...(['embeddable', 'general'] as const).flatMap((procedure) => [
      // Beside the token's own round trip; where the org has more clients than fit on a page, the others follow.
      roundTripRow(`connect, with a token, ${many} (${procedure})`, large[procedure].connect, 2),
      roundTripRow(`connect, with a token, ${few} (${procedure})`, small[procedure].connect, 1),
      roundTripRow(`Save to Client ID shown, ${many} (${procedure})`, large[procedure].save, 1),
      roundTripRow(`Save to Client ID shown, ${few} (${procedure})`, small[procedure].save, 1),
    ]),
  ];
}

function roundTripRow(what: string, milliseconds: number, trips: number): Row {
  return {
    what,
    measured: `${milliseconds.toFixed(0)} ms`,
    against: `${trips} round trip${trips === 1 ? '' : 's'} of ${ROUND_TRIP} ms`,
    goal: `+ ${ON_TOP} ms`,
    isMet: milliseconds <= trips * ROUND_TRIP + ON_TOP,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

async function measure(clients: number): Promise<Record<keyof typeof DRAFTS, Measured>> {
  const org = await startOrg();
  try {
    await fill(org, clients);
    return { embeddable: await walk(org, 'embeddable'), general: await walk(org, 'general') };
  } finally {
    await org.close();
  }
}

async function fill(org: OrgUnderTest, clients: number): Promise<void> {
  await org.turn({ callsPerMinute: 100_000_000 });
  const token = await org.signIn('administrator');
  const there = await org.call(token, 'GET', '/api/v2/oauth/clients');
  let left = clients;
  while (left > 0 && there.at(`entities.${clients - left}`) !== undefined) left -= 1;
  const make = async () => {
    while (left > 0) {
      left -= 1;
      const body = { name: `Application ${left}`, authorizedGrantType: 'CODE', scope: ['users:readonly'] };
      await org.call(token, 'POST', '/api/v2/oauth/clients', body);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, make));
}

async function walk(org: OrgUnderTest, procedure: keyof typeof DRAFTS): Promise<Measured> {
  const desk = new OrgDesk(org, '');
  const wizard = await desk.begin(procedure);
  const before = memoryInUse();
  await desk.connect(wizard);
  const memory = memoryInUse() - before;
  let bytes = bytesTold(wizard);

  await org.turn({ latencyMs: ROUND_TRIP });
  const refreshed = wizard.does({ type: 'refresh' });
  await until(() => wizard.state.connecting.kind === 'loading-org');
  const connect = await millisecondsUntil(() => wizard.state.connecting.kind === 'connected');
  await refreshed;
  await wizard.answers(DRAFTS[procedure]);
  const message = wizard.save();
  wizard.told.length = 0;
  const saved = wizard.does(message);
  const save = await millisecondsUntil(() => wizard.state.run?.client !== undefined);
  await saved;
  wizard.run('finished');
  await org.turn({ latencyMs: 0 });
  bytes += bytesTold(wizard);
  return { bytes, memory, connect, save };
}

function bytesTold({ told }: ActedWizard): number {
  return Buffer.byteLength(told.join(''));
}

async function millisecondsUntil(is: () => boolean): Promise<number> {
  const start = performance.now();
  await until(is);
  return performance.now() - start;
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Bytes, once everything that nobody needs is gone. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
