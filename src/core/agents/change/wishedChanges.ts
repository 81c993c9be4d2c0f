import * as z from 'zod/mini';
import type { ClientChange } from '../../clients/change.ts';
import type { ClientRecord } from '../../platform/clientRecord.ts';

const Uri = z.string().check(z.minLength(1), z.maxLength(2000));
const Uris = z.array(Uri).check(z.minLength(1), z.maxLength(125));
const Scopes = z
  .array(z.string().check(z.minLength(1), z.maxLength(300)))
  .check(z.minLength(1), z.maxLength(200));

/** A change as an agent may ask for it. What an agent cannot do has no word here: delete, rotate, give roles. */
const WishedChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-redirect-uris'), uris: Uris }),
  z.strictObject({ kind: z.literal('remove-redirect-uris'), uris: Uris }),
  z.strictObject({ kind: z.literal('replace-redirect-uri'), from: Uri, to: Uri }),
  z.strictObject({ kind: z.literal('add-scopes'), scopes: Scopes }),
  z.strictObject({ kind: z.literal('remove-scopes'), scopes: Scopes }),
  z.strictObject({
    kind: z.literal('set'),
    name: z.optional(z.string().check(z.maxLength(500))),
    description: z.optional(z.string().check(z.maxLength(5000))),
    tokenSeconds: z.optional(z.int().check(z.minimum(1), z.maximum(38_880_000))),
  }),
  z.strictObject({ kind: z.literal('activate') }),
  z.strictObject({ kind: z.literal('deactivate') }),
  z.strictObject({ kind: z.literal('use-pkce') }),
]);

/** Several are made in one request. */
export const WishedChanges = z
  .array(WishedChange)
  .check(
    z.minLength(1),
    z.maxLength(20),
    z.describe(
      'What to change, all in one request, for instance [{"kind":"add-redirect-uris","uris":["https://app.example/callback"]}].',
    ),
  );

/** The same as changes of this client. */
export function changesOf(
  wished: z.infer<typeof WishedChanges>,
  record: ClientRecord,
): readonly ClientChange[] {
  return wished.map((wish): ClientChange => {
    switch (wish.kind) {
      case 'replace-redirect-uri':
        return { kind: 'replace-redirect-uris', replacements: [{ from: wish.from, to: wish.to }] };
      case 'remove-redirect-uris':
        return {
          kind: 'give-back',
          fields: { registeredRedirectUri: without(record.registeredRedirectUri, wish.uris) },
        };
      case 'remove-scopes':
        return { kind: 'give-back', fields: { scope: without(record.scope, wish.scopes) } };
      case 'set':
        return {
          kind: 'give-back',
          fields: {
            ...(wish.name !== undefined && { name: wish.name }),
            ...(wish.description !== undefined && { description: wish.description }),
            ...(wish.tokenSeconds !== undefined && { accessTokenValiditySeconds: wish.tokenSeconds }),
          },
        };
      default:
        return wish;
    }
  });
}

function without(list: readonly string[] | null | undefined, gone: readonly string[]): string[] {
  return (list ?? []).filter((each) => !gone.includes(each));
}
