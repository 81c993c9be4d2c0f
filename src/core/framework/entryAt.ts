import { type ClientIdEntry, inspectFramework } from './inspect.ts';
import type { Place } from './places.ts';

/** An entry of `clientIds`, and which half of it the cursor is in. */
export type EntryAt = { readonly entry: ClientIdEntry; readonly part: 'key' | 'value' };

/** The entry of `clientIds` whose key or value is at this offset, ends included; undefined for everything else. */
export function entryAt(text: string, offset: number): EntryAt | undefined {
  const { clientIds } = inspectFramework(text);
  if (clientIds.kind !== 'literal') return undefined;
  const holds = ({ start, end }: Place) => start <= offset && offset <= end;
  const entry = clientIds.entries.find(({ place }) => holds(place));
  if (entry === undefined) return undefined;
  if (holds(entry.keyPlace)) return { entry, part: 'key' };
  return holds(entry.valuePlace) ? { entry, part: 'value' } : undefined;
}
