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
  const readings = [withoutOptions(words, 'with-values'), withoutOptions(words, 'alone')]
    .map((said) => readingOf(said))
    .filter((reading) => reading !== undefined);
  const [first] = readings;
  if (first === undefined) return false;
  const known = readings.flatMap(({ paths, methods }) => {
    const path = paths.find((each) => knownAt(desk, methods, each).length > 0);
    return path === undefined ? [] : [{ path, methods: knownAt(desk, methods, path) }];
  });
  const [fitting] = known;
  if (fitting !== undefined) {
    desk.gathering.add('gc', endpointCall(onlyOf(fitting.methods), fitting.path, line, 'likely'));
  } else if (desk.options.operations === undefined) {
    const [path = ''] = first.paths;
    desk.gathering.add('gc', endpointCall(onlyOf(first.methods), path, line, 'likely'));
  } else desk.gathering.note({ kind: 'unknown-command', line });
  return true;
}

function knownAt({ options }: Desk, methods: readonly Method[], path: string): readonly Method[] {
  return methods.filter((method) => isKnown(options, method, path));
}

/** Options that stand alone; of any other that has no `=` it is not told whether the next word is its value. */
const ALONE = new Set([
  ...['-h', '--help', '-a', '--autopaginate', '-s', '--stream'],
  ...['-i', '--indicateprogress', '-v', '--version'],
]);

/** The words of a command that are no options, wherever options stand; it ends where the shell redirects. */
function withoutOptions(words: readonly string[], others: 'with-values' | 'alone'): readonly string[] {
  const said: string[] = [];
  for (let at = 0; at < words.length && said.length < MOST_WORDS; at += 1) {
    const word = words[at] ?? '';
    if (/^[<>]/.test(word)) break;
    if (!word.startsWith('-')) said.push(word);
    else if (others === 'with-values' && !word.includes('=') && !ALONE.has(word)) {
      if (!/^[-<>]/.test(words[at + 1] ?? '-')) at += 1;
    }
  }
  return said;
}

/** What a command calls: one of these paths, by one of these methods. Undefined of another `gc`. */
function readingOf(
  said: readonly string[],
): { readonly paths: readonly string[]; readonly methods: readonly Method[] } | undefined {
  const verbAt = said.findIndex((word, at) => at > 0 && Object.hasOwn(VERBS, word));
  const names = said.slice(0, verbAt);
  const verb = said[verbAt];
  const methods = verb === undefined ? undefined : VERBS[verb];
  if (verb === undefined || methods === undefined || ITS_OWN.has(names[0] ?? '')) return undefined;
  if (!names.every((name) => /^[a-z][a-z\d_-]*$/.test(name))) return undefined;
  const values = said.slice(verbAt + 1).map(() => '{value}');
  const needsOne = verb !== 'list' && verb !== 'create' && values.length === 0;
  const paths = [
    ...(needsOne ? placings(names, ['{value}'], false) : []),
    ...placings(names, values, verb === 'list' || verb === 'create'),
  ];
  return { paths, methods };
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
