/** Where something stands in a value. */
export type Path = readonly (string | number)[];

/** What no version ever stored in any place. */
export const BAD: readonly unknown[] = [
  undefined,
  null,
  'of another kind',
  -1.5,
  true,
  [],
  {},
  [null],
  { kind: 'unheard-of' },
];

/** Every place in a value, from the outside in. */
export function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const members = Object.entries(value).flatMap(([key, member]) =>
    places(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? members : [path, ...members];
}

/** What stands there; undefined where nothing does. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (holder, key) => (holder === undefined ? undefined : Object(holder)[key]),
    value,
  );
}

/** A copy with something else in this place; undefined takes it away. */
export function changed<T>(value: T, path: Path, to: unknown): T {
  // Not by structuredClone, to which what stands in two places is one.
  const copy: T = JSON.parse(JSON.stringify(value));
  const holder = Object(at(copy, path.slice(0, -1)));
  const key = path.at(-1) ?? '';
  if (to === undefined && !Array.isArray(holder)) delete holder[key];
  else holder[key] = to ?? null;
  return copy;
}

/** Whether a place is this one, or inside of it. */
export function begins(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}
