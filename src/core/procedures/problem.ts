import type { Answers, Draft } from './draft.ts';

/** The question a problem is about; `org` is the connection itself. */
export type Field = keyof Answers | 'org';

/** A repair the wizard can make on the person's behalf: the answers it would change, and how it is called. */
export type Fix = {
  code:
    | 'remove-line'
    | 'split-line'
    | 'replace-line'
    | 'correct-line'
    | 'add-uri'
    | 'add-region'
    | 'remove-scope'
    | 'add-framework-scopes'
    | 'use-pkce'
    | 'replace-client-id'
    | 'leave-region-out'
    | 'copy-by-hand'
    | 'remove-role'
    | 'use-home-division'
    | 'remove-division'
    | 'use-scim-role'
    | 'use-longest-duration'
    | 'no-scim-file';
  args: Record<string, string | number>;
  change: Draft;
};

/** One thing that is wrong, or worth knowing, about an answer. The text comes from texts/problems.ts. */
export type Problem = {
  code: ProblemCode;
  at: Field;
  severity: 'error' | 'warning';
  args: Record<string, string | number>;
  fixes: readonly Fix[];
};

export type ProblemCode =
  | 'not-connected'
  | 'permission-missing'
  | 'permission-unknown'
  | 'token-scopes-missing'
  | 'name-missing'
  | 'name-too-long'
  | 'name-in-use'
  | 'duration-missing'
  | 'duration-not-a-number'
  | 'duration-too-short'
  | 'duration-too-long'
  | 'implicit-grant-ending'
  | 'grant-type-without-pkce'
  | 'redirect-uris-missing'
  | 'redirect-uris-too-many'
  | 'redirect-uri-relative'
  | 'redirect-uri-not-https'
  | 'redirect-uri-fragment'
  | 'redirect-uri-space'
  | 'redirect-uri-several'
  | 'redirect-uri-as-pasted'
  | 'redirect-uri-stand-in'
  | 'redirect-uri-user-name'
  | 'redirect-uri-wildcard'
  | 'redirect-uri-not-ascii'
  | 'redirect-uri-duplicate'
  | 'redirect-uri-trailing-slash'
  | 'redirect-uri-host-case'
  | 'redirect-uri-framework-missing'
  | 'redirect-uri-framework-misspelt'
  | 'redirect-uri-other-region'
  | 'scopes-missing'
  | 'scope-unknown'
  | 'framework-scopes-missing'
  | 'scim-duration-too-long'
  | 'scim-token-short'
  | 'scim-role-missing'
  | 'scim-role-not-held'
  | 'scim-role-altered'
  | 'scim-role-unchecked'
  | 'scim-role-marked'
  | 'scim-role-alone'
  | 'scim-role-unclear'
  | 'provider-missing'
  | 'scim-target-gone'
  | 'roles-missing'
  | 'role-gone'
  | 'role-not-held'
  | 'role-without-division'
  | 'division-gone'
  | 'adopted-gone'
  | 'adopted-unfit'
  | 'adopted-state-unknown'
  | 'adopted-grant-type-unknown'
  | 'adopted-duration-short'
  | 'adopted-role-extra'
  | 'adopted-secret-for-token'
  | 'adopted-secret-for-proof'
  | 'client-id-missing'
  | 'client-id-malformed'
  | 'target-missing'
  | 'target-gone'
  | 'target-absent'
  | 'target-not-a-literal'
  | 'target-several'
  | 'target-value-is-dynamic'
  | 'target-uncertain'
  | 'target-unreadable'
  | 'target-in-use'
  | 'target-built-copy';

/** Builds a problem without arguments or fixes being spelled out where there are none. */
export function problem(
  at: Field,
  severity: Problem['severity'],
  code: ProblemCode,
  args: Problem['args'] = {},
  fixes: readonly Fix[] = [],
): Problem {
  return { code, at, severity, args, fixes };
}
