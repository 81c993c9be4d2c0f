import { type Looked, leaksOf, type Texts } from './leaks.ts';

/** The lists of all that could be read since the last sweep, by what each is called. */
const lists: { readonly place: string; readonly list: readonly string[] }[] = [];

/** A list of what is shown, told, logged or kept where anybody can read it; whatever is added until the next sweep counts. */
export function shownAt(place: string): string[] {
  const list: string[] = [];
  lists.push({ place, list });
  return list;
}

/** All of it, and from now on none. */
function takeShown(): Texts {
  const texts: Record<string, string[]> = {};
  for (const { place, list } of lists.splice(0)) texts[place] = [...(texts[place] ?? []), ...list];
  return texts;
}

/** Where any of these secrets can be read: among what was shown, or below these folders. */
export async function sweep(secrets: ReadonlySet<string>, folders: readonly string[]): Promise<Looked> {
  return await leaksOf(secrets, { folders, texts: takeShown() });
}
