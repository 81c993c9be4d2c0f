import * as z from 'zod/mini';

/** What the org alone fills, and no request may say (Genesys facts 1.2). */
export const READ_ONLY_FIELDS: readonly string[] = [
  'id',
  'secret',
  'dateCreated',
  'dateModified',
  'createdBy',
  'modifiedBy',
  'selfUri',
];

const Texts = z.readonly(z.array(z.string()));

/** How a field of a client differs: what joined a list and what left it, or what its value was and is. */
export const FieldDifference = z.discriminatedUnion('kind', [
  z.readonly(z.object({ kind: z.literal('list'), field: z.string(), added: Texts, removed: Texts })),
  z.readonly(
    z.object({
      kind: z.literal('value'),
      field: z.string(),
      before: z.optional(z.string()),
      after: z.optional(z.string()),
    }),
  ),
]);
export type FieldDifference = z.infer<typeof FieldDifference>;

/** A client, or a part of one, by the names of the API. */
type ClientFields = Readonly<Record<string, unknown>>;

/**
 * How two states of a client differ, field by field. Empty where they are the same to the org: the order of a list says
 * nothing, nothing is as good as null or an empty text, and what the org fills by itself does not count.
 */
export function compareRecords(before: ClientFields, after: ClientFields): FieldDifference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => !READ_ONLY_FIELDS.includes(field))
    .flatMap((field) => differenceOf(field, before[field], after[field]));
}

function differenceOf(field: string, before: unknown, after: unknown): FieldDifference[] {
  if (!Array.isArray(before) && !Array.isArray(after)) {
    const [was, is] = [textOf(before), textOf(after)];
    return was === is ? [] : [{ kind: 'value', field, before: was, after: is }];
  }
  const [was, is] = [membersOf(before), membersOf(after)];
  const added = [...is].filter((each) => !was.has(each));
  const removed = [...was].filter((each) => !is.has(each));
  return added.length + removed.length === 0 ? [] : [{ kind: 'list', field, added, removed }];
}

function membersOf(value: unknown): Set<string> {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return new Set(list.map(textOf).filter((text) => text !== undefined));
}

/** Undefined where there is nothing. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value, sortKeys) : String(value);
}

/** Two objects with the same properties are the same in whatever order these come. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)));
}
