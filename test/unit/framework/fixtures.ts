import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const FOLDER = new URL('../../fixtures/framework/', import.meta.url);

const Entry = z.strictObject({
  region: z.string(),
  line: z.number(),
  value: z.enum(['empty', 'placeholder', 'client-id', 'dynamic']),
  text: z.optional(z.string()),
});

const Setting = z.union([z.literal('absent'), z.tuple([z.enum(['on', 'off', 'dynamic']), z.number()])]);
const NamesWithLines = z.array(z.tuple([z.string(), z.number()]));

/** One row of findings.json: what a fixture covers, and what must be found in it. Lines count from 1. */
const Findings = z.strictObject({
  covers: z.string(),
  /** It is valid JavaScript. */
  valid: z.boolean(),
  /** The expression that evaluates to clientIds once the file has run; absent: it cannot be run by itself. */
  at: z.optional(z.string()),
  clientIds: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('absent') }),
    z.strictObject({ kind: z.literal('not-a-literal'), line: z.number() }),
    z.strictObject({ kind: z.literal('several'), lines: z.array(z.number()) }),
    z.strictObject({
      kind: z.literal('literal'),
      line: z.number(),
      entries: z.array(Entry),
      complete: z.optional(z.literal(false)),
    }),
  ]),
  commentedOut: z.optional(NamesWithLines),
  dedicatedLoginWindow: Setting,
  usePKCEAuthFlow: Setting,
  getAuthToken: z.nullable(z.number()),
  overridden: z.optional(NamesWithLines),
  /** What comes of adding a region: an edit, or the reason to refuse. */
  adding: z.enum(['edit', 'absent', 'not-a-literal', 'several', 'uncertain']),
});
export type Findings = z.infer<typeof Findings>;

export type Fixture = { readonly name: string; readonly text: string; readonly findings: Findings };

const table = z.record(z.string(), Findings);

/** Every fixture with its findings; the text is what the bytes say, byte order mark and line ends included. */
export const FIXTURES: readonly Fixture[] = Object.entries(
  table.parse(JSON.parse(readFileSync(new URL('findings.json', FOLDER), 'utf8'))),
).map(([name, findings]) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8'), findings }));
