import type * as z from 'zod/mini';

/** What was read, and where something odd was left out, such as `entities.*.dateCreated`. */
export type Read<T> = { value: T; odd: readonly string[] };

/** More levels than any answer has that is read here. */
const MOST_ROUNDS = 8;

/** The log needs an example, not all. */
const MOST_TOLD = 10;

/**
 * Reads JSON by a schema and leaves out what is odd: a field, or where it needs that field, the whole record of a list. So
 * nothing that came is lost because of something beside it. Undefined where nothing is left. What is sent back whole, or
 * compared, is not read like this: a field that was left out would change it.
 */
export function readTolerantly<T>(schema: z.ZodMiniType<T>, json: unknown): Read<T> | undefined {
  const odd = new Set<string>();
  let left = json;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = schema.safeParse(left);
    if (parsed.success) return { value: parsed.data, odd: [...odd].slice(0, MOST_TOLD) };
    const paths = parsed.error.issues.map((issue) => existing(left, issue.path));
    if (paths.some(({ length }) => length === 0)) return undefined;
    for (const path of paths)
      odd.add(path.map((key) => (typeof key === 'number' ? '*' : String(key))).join('.'));
    left = without(left, paths);
  }
  return undefined;
}

type Path = readonly PropertyKey[];

/** The part of a path that is there: what lacks a field is odd itself. */
function existing(json: unknown, path: Path): Path {
  let at = json;
  for (const [depth, key] of path.entries()) {
    if (!isParent(at) || !Object.hasOwn(at, key)) return path.slice(0, depth);
    at = Reflect.get(at, key);
  }
  return path;
}

/** A copy without what stands at these paths, in time with its size. */
function without(json: unknown, paths: readonly Path[]): unknown {
  if (!isParent(json)) return json;
  const below = new Map<string, Path[]>();
  for (const [key, ...rest] of paths) {
    const name = String(key);
    const same = below.get(name);
    if (same === undefined) below.set(name, [rest]);
    else same.push(rest);
  }
  const left = Object.entries(json).flatMap(([name, value]): [string, unknown][] => {
    const inner = below.get(name);
    if (inner === undefined) return [[name, value]];
    return inner.some(({ length }) => length === 0) ? [] : [[name, without(value, inner)]];
  });
  return Array.isArray(json) ? left.map(([, value]) => value) : Object.fromEntries(left);
}

function isParent(json: unknown): json is object {
  return typeof json === 'object' && json !== null;
}
