import { getNodeValue } from 'jsonc-parser';
import * as z from 'zod/mini';
import { GrantType, RoleDivision } from '../../platform/oauthClients.ts';
import { type JsonDocument, propertyNode, propertyValue, readJson } from '../../scim/jsonDocument.ts';
import type { Expected, JsonReading, JsonRefusal } from './jsonReading.ts';
import { ClientSettings } from './settings.ts';

/** Characters. A client with 125 redirect URIs and every scope has some twenty thousand. */
const MOST_CHARACTERS = 200_000;

/** Null says what a field left out says. The API knows PASSWORD, too; the wizard does not offer it (rule G6). */
const Client = z.object({
  name: z.nullish(z.string()),
  description: z.nullish(z.string()),
  authorizedGrantType: z.nullish(z.enum([...GrantType.options, 'PASSWORD'])),
  accessTokenValiditySeconds: z.nullish(z.number()),
  registeredRedirectUri: z.nullish(z.array(z.string())),
  scope: z.nullish(z.array(z.string())),
  roleDivisions: z.nullish(z.array(RoleDivision)),
});

const EXPECTED: Record<keyof z.infer<typeof Client>, Expected> = {
  name: 'text',
  description: 'text',
  authorizedGrantType: 'grant-type',
  accessTokenValiditySeconds: 'seconds',
  registeredRedirectUri: 'texts',
  scope: 'texts',
  roleDivisions: 'roles',
};

/**
 * Reads the body of a request to create a client, or what the API answers about one (Genesys facts 1.2): fields that a
 * request does not have are ignored. Comments and trailing commas are forgiven. Never throws.
 */
export function readClientJson(text: string): JsonReading {
  if (text.trim() === '') return refused({ kind: 'empty' });
  if (text.length > MOST_CHARACTERS)
    return refused({ kind: 'too-large', characters: text.length, most: MOST_CHARACTERS });
  const { errorOffset, ...document } = readJson(text);
  if (errorOffset !== undefined || document.root === undefined)
    return refused({ kind: 'not-json', ...placeOf(text, errorOffset ?? 0) });
  if (document.root.type !== 'object') return refused({ kind: 'not-an-object' });
  const values: unknown = getNodeValue(document.root);
  const client = Client.safeParse(values);
  return client.success ? settingsOf(client.data, document) : wrongValues(client.error.issues, document);
}

function settingsOf(client: z.infer<typeof Client>, { root }: JsonDocument): JsonReading {
  const known = Object.entries(client).filter(([, value]) => value != null);
  if (known.length === 0) return refused({ kind: 'not-a-client' });
  const settings = ClientSettings.parse(Object.fromEntries(known));
  return { kind: 'read', settings, droppedSecret: propertyValue(root, 'secret')?.type === 'string' };
}

/** Each field once, however much of it is wrong. */
function wrongValues(issues: readonly { path: PropertyKey[] }[], { text, root }: JsonDocument): JsonReading {
  const wrong = new Set(issues.map(({ path: [field] }) => field));
  const refusals = Object.entries(EXPECTED)
    .filter(([field]) => wrong.has(field))
    .map(([field, expected]): JsonRefusal => {
      const { line } = placeOf(text, propertyNode(root, field)?.offset ?? 0);
      return { kind: 'wrong-value', field, line, expected };
    });
  return { kind: 'refused', refusals };
}

function refused(refusal: JsonRefusal): JsonReading {
  return { kind: 'refused', refusals: [refusal] };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
