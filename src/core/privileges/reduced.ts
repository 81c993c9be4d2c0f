import * as z from 'zod/mini';
import { parseJson } from '../platform/text.ts';
import { type Description, type DescriptionRead, isOld, refused } from './description.ts';
import { METHODS, type Operation } from './operation.ts';

const FORMAT = 'genesys-cloud-operations';

/** Counted up when a file is written that an older reader would take for something else. */
const VERSION = 1;

/** As a file it is about 50 kB for the whole API, and 550 kB without compression. */
const MOST_MEGABYTES = 5;

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
  host: z.string().check(z.regex(/^[\w.-]+(:\d+)?$/)),
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

/** Reads such a file, compressed or not; whoever gives one by hand may have given any file. */
export async function readReduced(bytes: Uint8Array<ArrayBuffer>, now: Date): Promise<DescriptionRead> {
  const text = await textOf(bytes);
  if (typeof text !== 'string') return text;
  const json = parseJson(text);
  // Of what is cut off, only the beginning tells what it was to be.
  if (json === undefined) return refused({ kind: text.trimStart().startsWith('{') ? 'cut-off' : 'not-json' });
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

/** The text in a file, decompressed only as far as it may be long. */
async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | DescriptionRead> {
  const tooLarge = refused({ kind: 'too-large', megabytes: MOST_MEGABYTES });
  const most = MOST_MEGABYTES * 1_000_000;
  if (bytes.length > most) return tooLarge;
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isCompressed) return new TextDecoder().decode(bytes);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      if (text.length > most) {
        await reader.cancel();
        return tooLarge;
      }
    }
  } catch {
    // Its sum is wrong, or its end is missing.
    return refused({ kind: 'cut-off' });
  }
}
