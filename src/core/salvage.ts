import type * as z from 'zod/mini';

type Schema<T> = Pick<z.ZodMiniType<T>, 'safeParse'>;

/**
 * What was stored, perhaps by an older or newer version, as far as it still has a meaning: a member that is not as the
 * schema wants it goes alone, and one that must be there is taken from `defaults`. Undefined where it cannot do without
 * what is missing.
 *
 * @param needed top members of which nothing may go, or the rest would mean something else
 */
export function salvage<T>(
  schema: Schema<T>,
  stored: unknown,
  defaults: Readonly<Record<string, unknown>> = {},
  needed: readonly string[] = [],
): T | undefined {
  if (!isRecord(stored)) return undefined;
  const left = structuredClone({ ...defaults, ...stored });
  const replaced = new Set<string>();
  for (;;) {
    const read = schema.safeParse(left);
    if (read.success) return read.data;
    for (const path of oneAMember(read.error.issues.map((issue) => issue.path))) {
      const key = String(path[0]);
      if (needed.includes(key) || !takeOut(left, path)) return undefined;
      if (!Object.hasOwn(defaults, key) || Object.hasOwn(left, key) || replaced.has(key)) continue;
      replaced.add(key);
      left[key] = structuredClone(defaults[key]);
    }
  }
}

type Path = readonly PropertyKey[];

/**
 * Of the faults in each top member, or in each item of its lists, the first one: to take it out may end the others. The
 * last item comes first, so that those before keep their places.
 */
function oneAMember(paths: readonly Path[]): Path[] {
  const firsts = new Map<string, Path>();
  for (const path of paths) {
    const item = path.findIndex((key) => typeof key === 'number');
    const member = JSON.stringify(path.slice(0, item < 0 ? 1 : item + 1).map(String));
    if (!firsts.has(member)) firsts.set(member, path);
  }
  return [...firsts.values()].reverse();
}

/** The members of a list that was stored; those that have no meaning go alone. None where it is no list. */
export function salvageList<T>(read: (stored: unknown) => T | undefined, stored: unknown): T[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each: unknown) => {
    const member = read(each);
    return member === undefined ? [] : [member];
  });
}

/** Takes out what stands at this path, or the innermost that holds it where nothing stands there. False where that is all. */
function takeOut(value: unknown, [key, ...deeper]: Path): boolean {
  if (key === undefined) return false;
  if (Array.isArray(value)) {
    const index = Number(key);
    if (index >= value.length) return false;
    if (!takeOut(value[index], deeper)) value.splice(index, 1);
    return true;
  }
  if (!isRecord(value) || !Object.hasOwn(value, key)) return false;
  if (!takeOut(value[String(key)], deeper)) delete value[String(key)];
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
