import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Something that people, programs or the disk could read, by what it is called. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** Where secrets can be read, each place once, and in how many texts and files they were looked for. */
export type Looked = { readonly leaks: readonly string[]; readonly places: number };

/** How much of a form finds it: a secret is longer, and hardly another text begins in the same way. */
const BEGINNING = 8;

/** What is looked for: forms by how they begin, and those that are shorter than that. */
type Wanted = {
  readonly short: readonly string[];
  readonly byBeginning: ReadonlyMap<string, readonly string[]>;
};

/**
 * Where any of these secrets can be read, each place once: a file below one of the folders, or a text; never the secret
 * itself. They are looked for as they are, as a form or an address holds them, and in base64, wherever they begin in it.
 */
export async function leaksOf(
  secrets: Iterable<string>,
  where: { readonly folders: readonly string[]; readonly texts: Texts },
): Promise<Looked> {
  const wanted = wantedIn(secrets);
  const leaks: string[] = [];
  let places = 0;
  for (const [name, texts] of Object.entries(where.texts)) {
    places += texts.length;
    if (hasAny(texts.join('\n'), wanted)) leaks.push(name);
  }
  for (const folder of where.folders) {
    for (const file of await filesBelow(folder)) {
      places += 1;
      // Read byte by byte, so that a secret is found in a file of any kind.
      const text = await readFile(file, 'latin1').catch(() => '');
      if (hasAny(text, wanted)) leaks.push(file);
    }
  }
  return { leaks, places };
}

/** A secret in each form in which it could be written. */
export function formsOf(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, encodeURIComponent(secret), form, ...inBase64(secret)];
}

/** What is certain to stand in the base64 of any text with this secret: three cases, by the bytes before it. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    const certain = whole.slice(before === 0 ? 0 : 4);
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** All forms of these secrets. */
function wantedIn(secrets: Iterable<string>): Wanted {
  const short: string[] = [];
  const byBeginning = new Map<string, string[]>();
  for (const form of new Set([...secrets].flatMap(formsOf))) {
    const beginning = form.slice(0, BEGINNING);
    const others = byBeginning.get(beginning);
    if (form.length < BEGINNING) short.push(form);
    else if (others === undefined) byBeginning.set(beginning, [form]);
    else others.push(form);
  }
  return { short, byBeginning };
}

/** Reads the text once, however much is wanted: a search for each of ten thousand forms takes ten times as long. */
function hasAny(text: string, { short, byBeginning }: Wanted): boolean {
  if (short.some((form) => text.includes(form))) return true;
  for (let at = 0; at + BEGINNING <= text.length; at += 1) {
    const forms = byBeginning.get(text.slice(at, at + BEGINNING));
    if (forms?.some((form) => text.startsWith(form, at))) return true;
  }
  return false;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
