import * as z from 'zod/mini';
import { ClientSettings } from './settings.ts';

/** What a value must be. */
const Expected = z.enum(['text', 'seconds', 'grant-type', 'texts', 'roles']);
export type Expected = z.infer<typeof Expected>;

/** Why a text is not taken for a client. Lines and columns count from 1. */
export const JsonRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('too-large'), characters: z.number(), most: z.number() }),
  z.object({ kind: z.literal('not-json'), line: z.number(), column: z.number() }),
  z.object({ kind: z.literal('not-an-object') }),
  /** None of its fields is one of a client. */
  z.object({ kind: z.literal('not-a-client') }),
  z.object({ kind: z.literal('wrong-value'), field: z.string(), line: z.number(), expected: Expected }),
]);
export type JsonRefusal = z.infer<typeof JsonRefusal>;

/** What a text says about a client. A secret in it is dropped here, and never leaves. */
export const JsonReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), settings: ClientSettings, droppedSecret: z.boolean() }),
  z.object({ kind: z.literal('refused'), refusals: z.array(JsonRefusal) }),
]);
export type JsonReading = z.infer<typeof JsonReading>;
