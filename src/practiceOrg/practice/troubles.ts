import * as z from 'zod/mini';
import { errorCodes } from '../errors.ts';

/** Whether the org does what a call asks for when the trouble meets it. */
export type CarriedOut = 'yes' | 'no' | 'half';

type About = {
  /** What the client meets, as a sentence. */
  readonly meets: string;
  readonly carriedOut: CarriedOut;
};

const about = z.registry<About>();

const calls = {
  times: z._default(z.int().check(z.positive()), 1).check(z.describe('how many such calls it meets')),
  method: z
    .optional(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']))
    .check(z.describe('only calls of this method')),
  pathPrefix: z
    .optional(z.string())
    .check(z.describe('only calls of paths that begin so; with /login/ also those to the login host')),
  operation: z
    .optional(z.string())
    .check(z.describe('only calls of this operation, such as PUT /api/v2/oauth/clients/{clientId}')),
};

const MOST_MILLISECONDS = 600_000;

const milliseconds = (usually: number, description: string) =>
  z
    ._default(z.int().check(z.positive(), z.maximum(MOST_MILLISECONDS)), usually)
    .check(z.describe(description));

const fields = {
  fields: z
    ._default(z.enum(['outermost', 'innermost']), 'outermost')
    .check(z.describe('those of the answer itself, or all that hold neither a list nor an object')),
  named: z.optional(z.string()).check(z.describe('only those of this name')),
};

/**
 * Every kind of trouble. What it does to the work is in spoilWork.ts, what to the answer in spoilAnswer.ts; the compiler
 * leads there.
 */
export const trouble = z.discriminatedUnion('kind', [
  kind('forbidden', 'no', '403 `missing.permissions`.', {
    permission: z
      ._default(z.string(), 'practice:rehearsal:forbidden')
      .check(z.describe('which one is missing')),
  }),
  kind('expired-token', 'no', '401 `bad.credentials`: the token of the call has ended.', {}),
  kind(
    'signed-out',
    'no',
    '401 `bad.credentials`: the token has ended, and so has all that could renew it.',
    {},
  ),
  kind('too-many-requests', 'no', '429, and a header Retry-After of this form.', {
    retryAfter: z
      ._default(
        z.enum(['seconds', 'date', 'past-date', 'absent', 'negative', 'far-too-long', 'text']),
        'seconds',
      )
      .check(z.describe('how the header says when to come again')),
    retryAfterSeconds: z
      ._default(z.int().check(z.nonnegative()), 1)
      .check(z.describe('when that is, for the forms seconds and date')),
  }),
  kind('server-error', 'no', '500 `internal.server.error`.', {}),
  kind('unavailable', 'no', '503 `service.unavailable`.', {}),
  kind('refused', 'no', 'The refusal of this code, with the status that belongs to it.', {
    code: z._default(z.enum(errorCodes), 'request.conflict').check(z.describe('an error code')),
  }),
  kind('html', 'no', 'An HTML page of a proxy, in place of JSON.', {
    status: z
      ._default(z.literal([200, 401, 403, 407, 429, 500, 502, 503, 504]), 200)
      .check(z.describe('the status it comes with')),
  }),
  kind('dropped', 'no', 'The connection ends without an answer.', {}),
  kind('lost', 'yes', 'The connection ends without an answer.', {}),
  kind('truncated', 'yes', 'The connection ends in the middle of the body.', {}),
  kind('slow', 'yes', 'The usual answer, late.', {
    milliseconds: milliseconds(3000, 'how late'),
  }),
  kind('stalled', 'yes', 'Nothing more comes, until the client hangs up.', {
    before: z
      ._default(z.enum(['headers', 'rest-of-body']), 'headers')
      .check(z.describe('what it waits for in vain')),
  }),
  kind('dripping', 'yes', 'The body comes byte by byte.', {
    milliseconds: milliseconds(100, 'how long each byte takes'),
    ends: z
      ._default(z.boolean(), true)
      .check(z.describe('whether it ends; else, blanks follow until the client hangs up')),
  }),
  kind('empty', 'yes', 'The usual status, and no body.', {}),
  kind('oversized', 'yes', 'The usual answer, behind so many megabytes of blanks.', {
    megabytes: z._default(z.int().check(z.positive(), z.maximum(10_000)), 100).check(z.describe('how many')),
  }),
  kind('wrong-types', 'yes', 'The usual answer, in which fields are of another type.', fields),
  kind('nulls', 'yes', 'The usual answer, in which fields are null.', fields),
  kind(
    'half-deleted',
    'half',
    '500, to a DELETE of a client, role or person: it is inactive, its grants are gone, but it is there.',
    {},
  ),
  kind(
    'changed-meanwhile',
    'yes',
    'The usual answer; but somebody else renames what the call is about, after a GET and before any other call.',
    {},
  ),
  kind(
    'deleted-meanwhile',
    'yes',
    'The usual answer; but somebody else deletes what the call is about, after a GET and before any other call.',
    {},
  ),
]);
/** The next `times` calls that fit go wrong: any API call when nothing says which. */
export type Trouble = z.output<typeof trouble>;
/** A trouble as it is asked for: what is left out is as usual. */
export type TroubleAsked = z.input<typeof trouble>;
export type TroubleKind = Trouble['kind'];

/** The schema of one kind, and what there is to say about it. */
export type KindOfTrouble = About & { readonly name: TroubleKind; readonly schema: z.ZodMiniType };

/** Every kind, as it stands above. */
export const kindsOfTrouble: readonly KindOfTrouble[] = trouble.def.options.map((schema) => {
  const said = about.get(schema);
  const [name] = schema.def.shape.kind.def.values;
  if (said === undefined || name === undefined) throw new Error('Nothing is said about a kind of trouble.');
  return { ...said, name, schema };
});

export const troubleKinds: readonly TroubleKind[] = kindsOfTrouble.map(({ name }) => name);

/** The names of what each kind has, besides parameters of its own: which calls it meets. */
export const namesOfCalls: readonly string[] = Object.keys(calls);

function kind<Name extends string, Parameters extends Readonly<Record<string, z.ZodMiniType>>>(
  name: Name,
  carriedOut: CarriedOut,
  meets: string,
  parameters: Parameters,
) {
  return z
    .strictObject({ kind: z.literal(name), ...calls, ...parameters })
    .register(about, { meets, carriedOut });
}
