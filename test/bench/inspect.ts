import { parse } from 'acorn-loose';
import { inspectFramework } from '../../src/core/framework/inspect.ts';
import { frameworkText } from './frameworkText.ts';

/** Goal: checking a framework.js costs at most this many times one error-tolerant parse of the same text. */
const GOAL = 1.5;

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
    const text = frameworkText(characters, tail);
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
