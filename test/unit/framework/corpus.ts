import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { FrameworkFix } from '../../../src/core/framework/frameworkFinding.ts';
import { fixturesFolder } from '../../host/paths.ts';
import { CORPUS_ORGS } from './corpusOrgs.ts';

export const CORPUS_FOLDER = pathToFileURL(join(fixturesFolder, 'frameworkCorpus/'));

/** Code, line (from 1), severity, and the fixes: by their code, with `!` when they are safe. */
const Finding = z.tuple(
  [z.string(), z.number(), z.enum(['error', 'warning', 'information', 'hint'])],
  z.string(),
);

/** One row of expected.json: what a file covers, and what a check must find in it, and nothing else. */
const Row = z.strictObject({
  covers: z.string(),
  /** It is valid JavaScript. */
  valid: z.boolean(),
  /** The expression that evaluates to clientIds once the file has run; absent: it cannot be run by itself. */
  at: z.optional(z.string()),
  /** The orgs that one is signed in to. */
  orgs: z.optional(z.array(z.enum(['americas', 'ireland', 'practice', 'custom']))),
  today: z.optional(z.string()),
  findings: z.array(Finding),
});

const table = z.record(z.string(), Row);

/** Every file of the corpus with what is expected of it. */
export const CORPUS = Object.entries(
  table.parse(JSON.parse(readFileSync(new URL('expected.json', CORPUS_FOLDER), 'utf8'))),
).map(([name, row]) => ({
  ...row,
  name,
  text: readFileSync(new URL(name, CORPUS_FOLDER), 'utf8'),
  orgs: (row.orgs ?? []).map((org) => CORPUS_ORGS[org]),
  today: row.today ?? '2026-11-22',
}));

/** A fix in one word, as the table has it. */
export function fixWord(fix: FrameworkFix): string {
  switch (fix.kind) {
    case 'edit':
      return fix.safe ? `${fix.code}!` : fix.code;
    case 'change-client':
      return fix.change.kind;
    default:
      return fix.kind;
  }
}
