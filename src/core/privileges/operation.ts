/** The HTTP methods of the Platform API. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type Method = (typeof METHODS)[number];

/** An operation of the Platform API, as far as it matters to who may call it. */
export type Operation = {
  method: Method;
  /** Below `/api/v2`, with a leading slash and its parameters in braces: `/users/{userId}`. */
  path: string;
  /**
   * Its name in the SDKs for JavaScript and Java. Those for .NET and Go begin it with a capital, Python's has underscores.
   * Undefined where the description gives it none: then no SDK has it.
   */
  name: string | undefined;
  /** What the caller must hold; of nobody anything is asked where the list is empty. */
  permissions: {
    /** `unknown`: whether one of them suffices is not told. */
    mode: 'any' | 'all' | 'unknown';
    of: readonly string[];
  };
  /** One of these suffices; none is asked for where the list is empty. Undefined where it is not told. */
  scopes: readonly string[] | undefined;
  /** `people`: it refuses a token of client credentials, as its published error codes say (`not.a.user`). */
  callers: 'all' | 'people';
};

/** How an operation is named to people: `GET /api/v2/users/{userId}`. */
export function endpointOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} /api/v2${path}`;
}
