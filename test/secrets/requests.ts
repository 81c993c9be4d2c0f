import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { Connection } from '../../src/core/platform/request.ts';
import { repoFolder } from '../host/paths.ts';

/** The code of the extension. */
export const SRC = join(repoFolder, 'src');
export const PLATFORM = 'core/platform/';

/** The files of the extension by their paths below `src`; the practice org is a program of its own. */
export const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('practiceOrg/'))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

export type ExportedFunction = { path: string; name: string; parameters: string };

export const exported: ExportedFunction[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^export (?:async )?function (\w+)(?:<[^(]*>)?\(([\s\S]*?)\):/gm)].map(
    ([, name = '', parameters = '']) => ({ path, name, parameters }),
  ),
);

/** The functions that ask the Platform API with the token of a connection, but the one that all others use. */
export const requests = exported.filter(
  ({ path, parameters }) =>
    path.startsWith(PLATFORM) && !path.endsWith('/request.ts') && /^\s*\w+: Connection\b/.test(parameters),
);

/** Calls one of them with this in the place of everything but its signal. */
export async function call(
  { path, name, parameters }: ExportedFunction,
  connection: Connection,
  argument: unknown,
): Promise<unknown> {
  const module: unknown = await import(pathToFileURL(join(SRC, path)).href);
  const request = z.custom<(...args: unknown[]) => Promise<unknown>>((value) => typeof value === 'function');
  const others = parameters
    .split(/,\s*(?=\w+\??:|\{)/)
    .slice(1)
    .map((each) => (each.trim().startsWith('signal') ? undefined : argument));
  return await request.parse(Object(module)[name])(connection, ...others);
}
