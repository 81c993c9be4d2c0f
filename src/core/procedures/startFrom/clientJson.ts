import { type JsonDocument, readJson } from '../../scim/jsonDocument.ts';
import { readFields } from './jsonFields.ts';
import type { JsonReading, JsonRefusal } from './jsonReading.ts';
import { clientsIn, jsonIn } from './jsonText.ts';

/** Characters. A client with 125 redirect URIs and every scope has some twenty thousand. */
const MOST_CHARACTERS = 200_000;

/**
 * Reads one client as JSON (Genesys facts 1.2): the body of a request to create it, what the API answers about it, also
 * as the only one of a list, what an SDK or Terraform calls the same, alone or in Markdown. What is meant is taken,
 * whatever it is spelt like, and what is not taken is told; what the API adds about a client that exists is not asked
 * for. Comments and trailing commas are forgiven. A secret is never taken. Never throws.
 */
export function readClientJson(text: string): JsonReading {
  if (text.length > MOST_CHARACTERS)
    return refused({ kind: 'too-large', characters: text.length, most: MOST_CHARACTERS });
  const json = jsonIn(text);
  if (json.trim() === '') return refused({ kind: 'empty' });
  const { errorOffset, root } = readJson(json);
  if (errorOffset !== undefined || root === undefined)
    return refused({ kind: 'not-json', ...placeOf(text, errorOffset ?? 0) });
  return readRoot(text, root);
}

function readRoot(text: string, root: NonNullable<JsonDocument['root']>): JsonReading {
  const [client, ...more] = clientsIn(root);
  if (client === undefined)
    return refused({ kind: root.type === 'object' ? 'not-a-client' : 'not-an-object' });
  if (more.length > 0) return refused({ kind: 'several-clients', count: more.length + 1 });
  const { settings, leftOut, droppedSecret } = readFields(client, ({ offset }) => placeOf(text, offset).line);
  if (Object.keys(settings).length > 0) return { kind: 'read', settings, droppedSecret, leftOut };
  return leftOut.wrong.length === 0
    ? refused({ kind: 'not-a-client' })
    : { kind: 'refused', refusals: leftOut.wrong.map((value) => ({ kind: 'wrong-value', value })) };
}

function refused(refusal: JsonRefusal): JsonReading {
  return { kind: 'refused', refusals: [refusal] };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
