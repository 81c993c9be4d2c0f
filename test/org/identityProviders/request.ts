import { PATCH } from '../useScim.ts';

export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

/**
 * One request of an identity provider, as it documents it. In paths and bodies stand `{user}` for the person whom
 * it creates, `{group}` for the group Sales Team, `{member}` for who is in it, and `{manager}`.
 */
export type ProviderRequest = {
  readonly what: string;
  /** Method and path below the base. */
  readonly send: string;
  readonly body?: object;
  readonly status: number;
  /** What the answer says, by place; undefined: nothing stands there. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** What is true afterwards: a path to read, and what it says. */
  readonly after?: readonly [path: string, says: Readonly<Record<string, unknown>>];
};

/** The body of a PATCH. */
export const patch = (...Operations: object[]) => ({ schemas: [PATCH], Operations });
/** What a list says that has nobody in it. */
export const none = { totalResults: 0, 'Resources.length': 0 };
