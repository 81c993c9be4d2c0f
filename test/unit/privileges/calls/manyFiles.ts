import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSource } from '../../../../src/core/privileges/calls/source/readSource.ts';
import type { OperationIndex } from '../../../../src/core/privileges/findOperations.ts';
import type { Operation } from '../../../../src/core/privileges/operation.ts';
import { operation } from '../operations.ts';

/** As many operations as the API has. */
export const MADE_OPERATIONS: readonly Operation[] = Array.from({ length: 3_000 }, (_, index) =>
  operation(`GET /things${index % 300}/{id}/parts${index}`, { name: `getThings${index}` }),
);

/** One file in so many calls the Platform API. */
const ONE_IN = 20;
const FOLDERS = 40;

const LINE = (index: number) =>
  `  // What is done with order ${index}, "as it is".\n  const order${index} = await this.orders.find({ id: \`o-\${id}-${index}\`, platform: 'web' });\n  if (order${index}?.state === "open") this.total += order${index}.amount / 100;\n`;

/** About 8 kB, as source files have on average. */
function sourceOf(file: number, { name = '', path }: Operation): string {
  const lines = Array.from({ length: 40 }, (_, index) => LINE(file * 40 + index)).join('');
  const calls =
    file % ONE_IN === 0
      ? `await api.${name}(id);\nawait fetch(\`\${base}/api/v2${path.replaceAll('{', '${')}\`);\n`
      : '';
  return `const sdk = require('${calls === '' ? './sdk' : 'purecloud-platform-client-v2'}');\nconst api = new sdk.ThingsApi();\n${lines}${calls}`;
}

/** Writes source files of which some call these operations; gives their paths, and how many calls are in them. */
export async function writeSources(
  folder: string,
  count: number,
  operations: readonly Operation[],
): Promise<{ readonly paths: readonly string[]; readonly calls: number }> {
  const named = operations.filter(({ name }) => name !== undefined);
  const paths = Array.from({ length: count }, (_, file) =>
    join(folder, `${file % FOLDERS}`, `file${file}.js`),
  );
  for (let at = 0; at < FOLDERS; at += 1) await mkdir(join(folder, `${at}`));
  for (const [file, path] of paths.entries()) {
    const of = named[file % named.length];
    if (of !== undefined) await writeFile(path, sourceOf(file, of));
  }
  return { paths, calls: (2 * count) / ONE_IN };
}

/** What reading files takes, and finding the calls in them, in milliseconds of the processor: others must not count. */
export type Times = { readonly reading: number; readonly finding: number; readonly calls: number };

/** Reads files once without, and once with finding the calls in them. */
export async function timesOf(paths: readonly string[], operations: OperationIndex): Promise<Times> {
  let calls = 0;
  const reading = await measured(async () => {
    for (const path of paths) await readFile(path, 'utf8');
  });
  const finding = await measured(async () => {
    for (const path of paths) calls += callsIn(path, await readFile(path, 'utf8'), operations);
  });
  return { reading, finding, calls };
}

/** How many calls are in a text. */
export function callsIn(path: string, text: string, operations: OperationIndex): number {
  return readSource(path, text, { operations }).calls.length;
}

/** What work takes, in milliseconds of the processor. */
export async function measured(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
