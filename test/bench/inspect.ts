import { parse } from 'acorn-loose';
import type { OrgClients } from '../../src/core/clients/whereabouts.ts';
import { checkFramework } from '../../src/core/framework/check/checkFramework.ts';
import { inspectFramework } from '../../src/core/framework/inspect.ts';
import { frameworkText } from './frameworkText.ts';
import { median } from './statistics.ts';

/** Goal: checking a framework.js costs at most this many times one error-tolerant parse of the same text. */
const GOAL = 1.5;

function milliseconds(run: () => unknown): number {
  // What was read last is remembered.
  inspectFramework('');
  const start = performance.now();
  run();
  return performance.now() - start;
}

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

const report: Record<string, string | number>[] = [];
for (const [size, characters, rounds] of [
  ['5 kB', 5_000, 1200],
  ['92 kB', 92_000, 120],
  ['1 MB', 1_000_000, 16],
] as const) {
  for (const [state, tail, orgs] of [
    ['valid', '', []],
    ['comma missing', 'var rest = { a: 1 // one\n  b: 2 };\n', []],
    ['with faults', FAULTS, ORGS],
    ['half-typed', 'window.PureCloud.subscribe([{\n  type: "User', []],
  ] as const) {
    const text = frameworkText(characters, tail);
    const times = { parse: [] as number[], inspect: [] as number[], check: [] as number[] };
    const steps = [
      () => times.parse.push(milliseconds(() => parse(text, { ecmaVersion: 'latest' }))),
      () => times.inspect.push(milliseconds(() => inspectFramework(text))),
      () => times.check.push(milliseconds(() => checkFramework(text, orgs, '2026-11-22'))),
    ];
    // In turns, so that neither a busy moment of the machine nor the other's garbage hits one of them only.
    for (let round = 0; round < rounds; round += 2) {
      for (const step of [...steps, ...steps.toReversed()]) step();
    }
    const baseline = median(times.parse);
    const ratio = (list: readonly number[]) => Number((median(list) / baseline).toFixed(2));
    report.push({
      size,
      state,
      'parse, ms': Number(baseline.toFixed(2)),
      'inspect ÷ parse': ratio(times.inspect),
      'check ÷ parse': ratio(times.check),
    });
    if (ratio(times.inspect) > GOAL || ratio(times.check) > GOAL) process.exitCode = 1;
  }
}
process.stdout.write(`goal ≤ ${GOAL}\n${report.map((row) => JSON.stringify(row)).join('\n')}\n`);
