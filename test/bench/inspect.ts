import { parse } from 'acorn-loose';
import { inspectFramework } from '../../src/core/framework/inspect.ts';

/** Goal: checking a framework.js costs at most this many times one error-tolerant parse of the same text. */
const GOAL = 1.5;

const CONFIG = `window.Framework = {
  config: {
    name: 'bench',
    clientIds: {
      'mypurecloud.com': '',
      'usw2.pure.cloud': '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70', // Oregon
    },
    settings: { enableCallLogs: true, dedicatedLoginWindow: false },
  },
  initialSetup: function () {
    window.PureCloud.User.getAuthToken(function (token) { window.token = token; });
  },
};
`;

function handler(index: number): string {
  return `
// Tells the page about event ${index}.
function onEvent${index}(searchString, interaction) {
  var details = { name: 'event${index}', enabled: true, parts: ['a', "b", 3] };
  if (interaction && interaction.id !== '') {
    window.parent.postMessage(JSON.stringify({ type: 'event', data: [searchString, interaction] }), page);
  }
  return details.parts.map(function (part) { return part + ${index}; });
}
`;
}

/** A framework.js of at least this many characters, the config far from the top. */
function fileOf(characters: number, tail: string): string {
  let text = '';
  for (let index = 0; text.length + CONFIG.length < characters; index += 1) text += handler(index);
  return text + CONFIG + tail;
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const report: Record<string, string | number>[] = [];
for (const [size, characters, rounds] of [
  ['5 kB', 5_000, 300],
  ['92 kB', 92_000, 120],
  ['1 MB', 1_000_000, 16],
] as const) {
  for (const [state, tail] of [
    ['valid', ''],
    ['comma missing', 'var rest = { a: 1 // one\n  b: 2 };\n'],
    ['half-typed', 'window.PureCloud.subscribe([{\n  type: "User'],
  ] as const) {
    const text = fileOf(characters, tail);
    const parsing: number[] = [];
    const inspecting: number[] = [];
    const parseOnce = () => parsing.push(milliseconds(() => parse(text, { ecmaVersion: 'latest' })));
    const inspectOnce = () => inspecting.push(milliseconds(() => inspectFramework(text)));
    // In turns, so that neither a busy moment of the machine nor the other's garbage hits one of them only.
    for (let round = 0; round < rounds; round += 2) {
      for (const step of [parseOnce, inspectOnce, inspectOnce, parseOnce]) step();
    }
    const ratio = median(inspecting) / median(parsing);
    report.push({
      size,
      state,
      'parse, ms': Number(median(parsing).toFixed(2)),
      'inspect, ms': Number(median(inspecting).toFixed(2)),
      ratio: Number(ratio.toFixed(2)),
    });
    if (ratio > GOAL) process.exitCode = 1;
  }
}
process.stdout.write(
  `inspect ÷ parse, goal ≤ ${GOAL}\n${report.map((row) => JSON.stringify(row)).join('\n')}\n`,
);
