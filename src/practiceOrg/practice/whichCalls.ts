import { DESCRIPTION_PATH } from '../api/description.ts';
import { operations } from '../api/operations.ts';
import { published } from '../api/published.ts';
import { heldAt } from './somebodyElse.ts';
import type { Trouble } from './troubles.ts';

type Known = { readonly name: string; readonly method: string; readonly path: RegExp };

/** What needs no token, or is asked for before there is one. */
const ofNobody = [
  `GET ${DESCRIPTION_PATH}`,
  'GET /login/oauth/authorize',
  'POST /login/oauth/authorize',
  'POST /login/oauth/token',
];

/** Every operation that a trouble can be for, as `METHOD /path/{of}/it`; of two that fit a call, the first one counts. */
const known: readonly Known[] = [
  ...new Set([...ofNobody, ...[...operations, ...published].map(({ method, path }) => `${method} ${path}`)]),
]
  // As text, `{` comes after every letter.
  .sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
  .map((name) => ({
    name,
    method: name.slice(0, name.indexOf(' ')),
    path: new RegExp(`^${pathOf(name).replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));

/** The names of all operations that a trouble can be for. */
export const knownOperations: readonly string[] = known.map(({ name }) => name);

/**
 * The operation that somebody means, by its own name: letter case, the names in braces and the `/login` of the login
 * host are not looked at. Undefined when there is none.
 */
export function operationNamed(text: string): string | undefined {
  return knownOperations.find((name) => plain(name) === plain(text));
}

/** The name of the operation that this call is of. Undefined when it is of none. */
export function operationAt(method: string, path: string): string | undefined {
  return known.find((each) => each.method === method && each.path.test(path))?.name;
}

/** The operations that are most like a name that is none: those with the most words in common, and the fewest others. */
export function operationsLike(text: string): string[] {
  const asked = wordsOf(text);
  const likeness = (name: string) => {
    const words = wordsOf(name);
    const common = words.filter((word) => asked.includes(word)).length;
    return 2 * common - words.length;
  };
  return [...knownOperations].sort((a, b) => likeness(b) - likeness(a)).slice(0, 3);
}

function wordsOf(name: string): string[] {
  return [...new Set(plain(name).split(/[ /]/))];
}

/** The trouble that meets this call, if any, and the troubles that are left after it. */
export function takeTrouble(
  troubles: readonly Trouble[],
  method: string,
  path: string,
): { met: Trouble | undefined; left: Trouble[] } {
  const met = troubles.find((each) => fits(each, method, path));
  const left = troubles
    .map((each) => (each === met ? { ...each, times: each.times - 1 } : each))
    .filter(({ times }) => times > 0);
  return { met, left };
}

function fits(trouble: Trouble, method: string, path: string): boolean {
  const { operation, pathPrefix } = trouble;
  if ((trouble.method ?? method) !== method || !canMeet(trouble, method, path)) return false;
  if (operation === undefined) return path.startsWith(pathPrefix ?? '/api/');
  return path.startsWith(pathPrefix ?? '/') && operationAt(method, path) === operationNamed(operation);
}

/** Some troubles need something that can be deleted or changed. */
function canMeet({ kind }: Trouble, method: string, path: string): boolean {
  switch (kind) {
    case 'half-deleted':
      return method === 'DELETE' && ['clients', 'roles', 'people'].includes(heldAt(path)?.as ?? '');
    case 'changed-meanwhile':
    case 'deleted-meanwhile':
      return heldAt(path) !== undefined;
    default:
      return true;
  }
}

function pathOf(name: string): string {
  return name.slice(name.indexOf(' ') + 1);
}

function plain(name: string): string {
  return name
    .trim()
    .replaceAll(/\{\w*\}/g, '{}')
    .replace(/ \/oauth\//i, ' /login/oauth/')
    .toLowerCase();
}
