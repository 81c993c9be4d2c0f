import { ScimError } from './scimError.ts';

/** What one can ask of a resource by `filter`: the attribute's name in lower case → its value. */
export type Filterable<Item> = Readonly<Record<string, (item: Item) => string | undefined>>;

/** Whether a resource passes, and which attributes (in lower case) were asked about. */
export type Filter<Item> = {
  readonly passes: (item: Item) => boolean;
  readonly attributes: readonly string[];
};

const CLAUSE = /^\s*([\w:.]+)\s+eq\s+("(?:[^"\\]|\\.)*"|[^\s"]+)\s*$/i;

/**
 * Reads `attribute eq value`, or several of them joined by `and`; the value may be quoted. Attributes are
 * compared without regard to letter case, like the values. Throws `invalidFilter` for anything else: the
 * platform supports no more (Genesys facts 7.1).
 */
export function parseFilter<Item>(text: string, known: Filterable<Item>): Filter<Item> {
  const clauses = text.split(/\s+and\s+/i).map((clause) => {
    const [, attribute = '', value = ''] = CLAUSE.exec(clause) ?? [];
    const name = attribute.toLowerCase().replace(/^urn:.*:/, '');
    const read = known[name];
    if (read === undefined) throw new ScimError(400, `The filter ${text} is not supported.`, 'invalidFilter');
    return { name, read, value: unquoted(value, text).toLowerCase() };
  });
  return {
    passes: (item) => clauses.every(({ read, value }) => read(item)?.toLowerCase() === value),
    attributes: clauses.map(({ name }) => name),
  };
}

function unquoted(value: string, filter: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    throw new ScimError(400, `The filter ${filter} is malformed.`, 'invalidFilter');
  }
}
