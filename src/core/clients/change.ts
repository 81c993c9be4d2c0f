/**
 * One repair of a client that exists. Several are made in one request; what a change finds done already, it leaves as
 * it is.
 */
export type ClientChange =
  | { readonly kind: 'add-redirect-uris'; readonly uris: readonly string[] }
  /** A URI that is registered almost as it must be, and what it must be. */
  | {
      readonly kind: 'replace-redirect-uris';
      readonly replacements: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly kind: 'add-scopes'; readonly scopes: readonly string[] }
  | { readonly kind: 'activate' }
  /** Code Authorization / PKCE in the place of Implicit (procedure rules G9 and E3). */
  | { readonly kind: 'use-pkce' };
