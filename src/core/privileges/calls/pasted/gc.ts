import type { Method } from '../../operation.ts';
import { isKnown } from '../reading.ts';
import { type Desk, endpointCall } from './desk.ts';

/** What the verbs of the Genesys Cloud CLI do. Which of several methods an update is, the path decides. */
const VERBS: Readonly<Record<string, readonly Method[]>> = {
  list: ['GET'],
  get: ['GET'],
  create: ['POST'],
  update: ['PUT', 'PATCH'],
  delete: ['DELETE'],
};

/** These are about the command line itself. */
const ITS_OWN = new Set(['profiles', 'config', 'completion', 'version', 'help', 'logging', 'proxy']);

/** Its commands have about as many words. */
const MOST_WORDS = 12;

/**
 * Takes a command of the Genesys Cloud CLI (`gc routing queues members list ID`): its words follow the path, what the path
 * holds in between comes behind the verb. False for another `gc`.
 */
export function takeGc(desk: Desk, words: readonly string[], line: number): boolean {
  const end = words.findIndex((word) => /^[-<>]/.test(word));
  const said = (end === -1 ? words : words.slice(0, end)).slice(0, MOST_WORDS);
  const verbAt = said.findIndex((word, at) => at > 0 && Object.hasOwn(VERBS, word));
  const names = said.slice(0, verbAt);
  const verb = said[verbAt];
  const methods = verb === undefined ? undefined : VERBS[verb];
  if (verb === undefined || methods === undefined || ITS_OWN.has(names[0] ?? '')) return false;
  if (!names.every((name) => /^[a-z][a-z\d_-]*$/.test(name))) return false;
  const values = said.slice(verbAt + 1).map(() => '{value}');
  const needsOne = verb !== 'list' && verb !== 'create' && values.length === 0;
  const paths = [
    ...(needsOne ? placings(names, ['{value}'], false) : []),
    ...placings(names, values, verb === 'list' || verb === 'create'),
  ];
  const knownAt = (path: string) => methods.filter((method) => isKnown(desk.options, method, path));
  const fitting = paths.find((path) => knownAt(path).length > 0);
  if (fitting !== undefined) {
    desk.gathering.add('gc', endpointCall(onlyOf(knownAt(fitting)), fitting, line, 'likely'));
  } else if (desk.options.operations === undefined) {
    const [path = ''] = paths;
    desk.gathering.add('gc', endpointCall(onlyOf(methods), path, line, 'likely'));
  } else desk.gathering.note({ kind: 'unknown-command', line });
  return true;
}

/** Where there are two, nothing says which one it is. */
function onlyOf(methods: readonly Method[]): Method | undefined {
  return methods.length === 1 ? methods[0] : undefined;
}

/** The paths that these names and values can make, the usual one first: a value behind each name, the last ones first. */
function placings(names: readonly string[], values: readonly string[], isOfAll: boolean): readonly string[] {
  if (values.length > names.length) return [];
  const last = names.length - 1 - (isOfAll && values.length < names.length ? 1 : 0);
  const usual = new Set(values.map((_, index) => last - index));
  const others = subsets(names.length, values.length).filter((places) => !sameSet(new Set(places), usual));
  return [usual, ...others.map((places) => new Set(places))].map((places) =>
    names.map((name, at) => `/${name}${places.has(at) ? '/{value}' : ''}`).join(''),
  );
}

function subsets(of: number, size: number, from = 0): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  const found: (readonly number[])[] = [];
  for (let first = from; first <= of - size; first += 1) {
    found.push(...subsets(of, size - 1, first + 1).map((rest) => [first, ...rest]));
  }
  return found;
}

function sameSet(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
