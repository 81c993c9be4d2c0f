import { existsSync, readFileSync } from 'node:fs';
import { METHODS, type Method, type Operation } from '../../../src/core/privileges/operation.ts';

const file =
  process.env['GENESYS_OPERATIONS'] ??
  new URL('../../../../shared/reference/operations.tsv', import.meta.url);

/** Every operation of the API, where a table of them is at hand: `GENESYS_OPERATIONS` names it. Undefined where there is none. */
export function publishedOperations(): Operation[] | undefined {
  if (!existsSync(file)) return undefined;
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.map(operationIn);
}

const modes = new Map([
  ['ANY', 'any'],
  ['ALL', 'all'],
  // Nothing is asked of anybody.
  ['', 'any'],
] as const);

/** Reads method, path, name, ANY or ALL, permissions and scopes; `?` stands for what is not known. */
function operationIn(row: string): Operation {
  const [method = '', path = '', name = '', mode = '', permissions = '', scopes = ''] = row.split('\t');
  return {
    method: methodNamed(method),
    path,
    name: name === '' ? undefined : name,
    permissions: {
      mode: [...modes].find(([word]) => word === mode)?.[1] ?? 'unknown',
      of: words(permissions),
    },
    scopes: scopes === '?' ? undefined : words(scopes),
    callers: path === '/users/me' ? 'people' : 'all',
  };
}

function methodNamed(word: string): Method {
  const method = METHODS.find((each) => each === word);
  if (method === undefined) throw new Error(`There is no method ${word}.`);
  return method;
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
