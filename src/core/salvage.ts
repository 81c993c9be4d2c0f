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
  let left: unknown = { ...defaults, ...stored };
  const replaced = new Set<string>();
  for (;;) {
    const read = schema.safeParse(left);
    if (read.success) return read.data;
    const path = read.error.issues[0]?.path ?? [];
    const key = String(path[0]);
    const less = needed.includes(key) ? undefined : without(left, path)?.value;
    if (!isRecord(less)) return undefined;
    const isReplaced = Object.hasOwn(defaults, key) && !Object.hasOwn(less, key) && !replaced.has(key);
    if (isReplaced) replaced.add(key);
    left = isReplaced ? { ...less, [key]: defaults[key] } : less;
  }
}

/** The members of a list that was stored; those that have no meaning go alone. None where it is no list. */
export function salvageList<T>(read: (stored: unknown) => T | undefined, stored: unknown): T[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each: unknown) => {
    const member = read(each);
    return member === undefined ? [] : [member];
  });
}

/** The value without what stands at this path, or without the innermost that holds it where nothing stands there. */
function without(value: unknown, [key, ...deeper]: readonly PropertyKey[]): { value: unknown } | undefined {
  if (key === undefined) return undefined;
  if (Array.isArray(value)) {
    const index = Number(key);
    if (index >= value.length) return undefined;
    const less = without(value[index], deeper);
    return {
      value: value.flatMap((each: unknown, at) => (at !== index ? [each] : less ? [less.value] : [])),
    };
  }
  if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
  const { [String(key)]: member, ...others } = value;
  const less = without(member, deeper);
  return { value: less === undefined ? others : { ...others, [String(key)]: less.value } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
