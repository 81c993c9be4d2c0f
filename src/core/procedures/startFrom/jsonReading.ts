import * as z from 'zod/mini';
import { ClientSettings } from './clientSettings.ts';

/** What a value must be. */
const Expected = z.enum(['text', 'seconds', 'grant-type', 'texts', 'roles']);
export type Expected = z.infer<typeof Expected>;

/** A value that says nothing about a client; of a list, how many of its entries, or undefined for all of it. */
const WrongValue = z.object({
  /** As the text names it. */
  field: z.string(),
  /** Counts from 1. */
  line: z.number(),
  expected: Expected,
  entries: z.optional(z.number()),
});
export type WrongValue = z.infer<typeof WrongValue>;

/** Why a text is not taken for a client. Lines and columns count from 1. */
export const JsonRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('too-large'), characters: z.number(), most: z.number() }),
  z.object({ kind: z.literal('not-json'), line: z.number(), column: z.number() }),
  z.object({ kind: z.literal('not-an-object') }),
  z.object({ kind: z.literal('several-clients'), count: z.number() }),
  /** None of its fields is one of a client. */
  z.object({ kind: z.literal('not-a-client') }),
  z.object({ kind: z.literal('wrong-value'), value: WrongValue }),
]);
export type JsonRefusal = z.infer<typeof JsonRefusal>;

/** What a text says beside what was taken. */
export const LeftOut = z.object({
  wrong: z.array(WrongValue),
  /** Keys that mean nothing here, shortened, the first few of them. */
  unknown: z.array(z.string()),
  /** How many more there are. */
  more: z.number(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** What a text says about a client. A secret in it is dropped here, and never leaves. */
export const JsonReading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    settings: ClientSettings,
    droppedSecret: z.boolean(),
    leftOut: LeftOut,
  }),
  z.object({ kind: z.literal('refused'), refusals: z.array(JsonRefusal) }),
]);
export type JsonReading = z.infer<typeof JsonReading>;
