import { parse } from 'acorn-loose';
import type { OrgClients } from '../../src/core/clients/whereabouts.ts';
import { checkFramework } from '../../src/core/framework/check/checkFramework.ts';
import { inspectFramework } from '../../src/core/framework/inspect.ts';
import { frameworkText } from './frameworkText.ts';
import { type Row, ratioRow } from './row.ts';

const MOST = 1.3;
const TODAY = '2026-11-22';

/** An org with an implicit client, so that the check has the fix with an edit of the settings to find. */
const ORGS: readonly OrgClients[] = [
  {
    account: 'usw2.pure.cloud/bench',
    region: 'usw2.pure.cloud',
    orgName: 'Bench',
    practice: false,
    readAt: '2026-11-22T08:00:00Z',
    clients: [
      {
        id: '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70',
        name: 'Embedded client',
        authorizedGrantType: 'TOKEN',
        registeredRedirectUri: ['https://apps.usw2.pure.cloud/crm/index.html/'],
        scope: ['users'],
        state: 'active',
      },
    ],
  },
];

const FAULTS = `window.more = {
  dedicatedLoginWindow: true,
  // genesys-oauth-disable-next-line duplicate-setting
  usePKCEAuthFlow: false,
  usePKCEAuthFlow: false,
  dedicatedLoginWindow: true,
};
`;

const SIZES = [
  ['5 kB', 5_000, 1200],
  ['92 kB', 92_000, 120],
  ['1 MB', 1_000_000, 16],
] as const;

const STATES = [
  ['valid', '', []],
  ['comma missing', 'var rest = { a: 1 // one\n  b: 2 };\n', []],
  ['with faults', FAULTS, ORGS],
  ['half-typed', 'window.PureCloud.subscribe([{\n  type: "User', []],
] as const;

/** What checking a framework.js costs, beside one error-tolerant parse of the same text. */
export function frameworkRows(): Row[] {
  return SIZES.flatMap(([size, characters, rounds]) =>
    STATES.map(([state, tail, orgs]) => {
      const text = frameworkText(characters, tail);
      const [ours, baseline] = inTurns(
        rounds,
        () => checkFramework(text, orgs, TODAY),
        () => parse(text, { ecmaVersion: 'latest' }),
      );
      const against = 'one parse with acorn-loose';
      return ratioRow(`checking framework.js, ${size}, ${state}`, { ours, baseline, against, most: MOST });
    }),
  );
}

/** Milliseconds of each: in turns, so that neither a busy moment of the machine nor the other's garbage hits one only. */
function inTurns(rounds: number, ours: () => unknown, baseline: () => unknown): [number[], number[]] {
  const times: [number[], number[]] = [[], []];
  const steps = [() => times[0].push(milliseconds(ours)), () => times[1].push(milliseconds(baseline))];
  for (let round = 0; round < rounds; round += 2) {
    for (const step of [...steps, ...steps.toReversed()]) step();
  }
  return times;
}

function milliseconds(run: () => unknown): number {
  // What was read last is remembered.
  inspectFramework('');
  const start = performance.now();
  run();
  return performance.now() - start;
}
