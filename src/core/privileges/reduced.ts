import * as z from 'zod/mini';
import { parseJson } from '../platform/text.ts';
import { type Description, type DescriptionRead, isHost, isOld, refused } from './description.ts';
import { METHODS, type Operation } from './operation.ts';

const FORMAT = 'genesys-cloud-operations';

/** Counted up when a file is written that an older reader would take for something else. */
const VERSION = 1;

const Names = z.array(z.string());

/** An operation in the file; what is as usual is left out. The permissions stand under what is asked of them. */
const Entry = z.object({
  name: z.optional(z.string()),
  any: z.optional(Names),
  all: z.optional(Names),
  unknown: z.optional(Names),
  scopes: z.optional(Names),
  callers: z.optional(z.literal('people')),
});
type Entry = z.infer<typeof Entry>;

const Head = z.object({ format: z.literal(FORMAT), version: z.number() });

const File = z.object({
  ...Head.shape,
  host: z.string().check(z.refine(isHost)),
  date: z.iso.datetime(),
  readAt: z.iso.datetime(),
  unread: z.number(),
  paths: z.record(z.string().check(z.startsWith('/')), z.partialRecord(z.enum(METHODS), Entry)),
});
type File = z.infer<typeof File>;

/** The file that keeps a description: JSON that a person can read, compressed with gzip. */
export async function writeReduced(description: Description): Promise<Uint8Array<ArrayBuffer>> {
  const { operations, host, date, readAt, unread } = description;
  const paths: File['paths'] = {};
  // In one order, what is alike stands together, and the same description is the same file.
  for (const operation of [...operations].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: entryOf(operation) };
  }
  const file: File = { format: FORMAT, version: VERSION, host, date, readAt, unread, paths };
  const stream = new Blob([JSON.stringify(file)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Whether a text is, or was to be, such a file: it says so at its beginning. */
export function isReduced(text: string): boolean {
  return text.slice(0, 200).includes(`"${FORMAT}"`);
}

/** Reads the text in such a file. */
export function readReduced(text: string, now: Date): DescriptionRead {
  const json = parseJson(text);
  if (json === undefined) return refused({ kind: 'cut-off' });
  const head = Head.safeParse(json).data;
  if (head === undefined) return refused({ kind: 'other-product' });
  if (head.version !== VERSION) return refused({ kind: 'other-version', version: head.version });
  const file = File.safeParse(json).data;
  if (file === undefined) return refused({ kind: 'damaged' });
  const { host, date, readAt, unread, paths } = file;
  if (isOld(new Date(date), now)) return refused({ kind: 'old', date });
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const entry = methods[method];
      return entry === undefined ? [] : [{ method, path, ...described(entry) }];
    }),
  );
  return { ok: true, description: { operations, host, date, readAt, unread } };
}

function entryOf({ name, permissions, scopes, callers }: Operation): Entry {
  return {
    ...(name !== undefined && { name }),
    ...(permissions.of.length > 0 && { [permissions.mode]: [...permissions.of] }),
    ...(scopes !== undefined && { scopes: [...scopes] }),
    ...(callers === 'people' && { callers }),
  };
}

function described({ name, any, all, unknown, scopes, callers }: Entry): Omit<Operation, 'method' | 'path'> {
  return { name, permissions: permissionsAsked(), scopes, callers: callers ?? 'all' };

  function permissionsAsked(): Operation['permissions'] {
    if (all !== undefined) return { mode: 'all', of: all };
    if (unknown !== undefined) return { mode: 'unknown', of: unknown };
    return { mode: 'any', of: any ?? [] };
  }
}
