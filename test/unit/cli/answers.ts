import * as z from 'zod/mini';
import type { Ended } from './project.ts';

const Place = z.object({
  path: z.string(),
  line: z.number(),
  column: z.number(),
  endLine: z.number(),
  endColumn: z.number(),
});

/** What `--format json` answers. */
const Answer = z.strictObject({
  formVersion: z.literal(1),
  exitCode: z.number(),
  summary: z.record(z.string(), z.number()),
  problems: z.array(
    z.strictObject({
      ...Place.shape,
      severity: z.enum(['error', 'warning', 'information', 'hint']),
      code: z.string(),
      message: z.string(),
      fixable: z.boolean(),
      related: z.array(z.strictObject({ ...Place.shape, message: z.string() })),
    }),
  ),
  notChecked: z.array(
    z.strictObject({
      path: z.string(),
      reason: z.string(),
      line: z.optional(z.number()),
      column: z.optional(z.number()),
    }),
  ),
  otherProducts: z.array(z.string()),
  fixed: z.array(z.strictObject({ path: z.string(), line: z.number(), code: z.string(), text: z.string() })),
  baseline: z.optional(
    z.union([
      z.strictObject({
        file: z.string(),
        leftOut: z.number(),
        gone: z.array(z.strictObject({ path: z.string(), code: z.string() })),
      }),
      z.strictObject({ file: z.string(), written: z.number() }),
    ]),
  ),
});
export type Answer = z.infer<typeof Answer>;

export function answerOf({ out }: Pick<Ended, 'out'>): Answer {
  return Answer.parse(JSON.parse(out));
}

/** Each problem in short: where it is, and its code. */
export function inShort({ problems }: Pick<Answer, 'problems'>): string[] {
  return problems.map(({ path, line, code }) => `${path}:${line} ${code}`);
}
