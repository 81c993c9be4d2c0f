import type { OAuthClient } from '../platform/oauthClients.ts';

/** An org that one is signed in to: there is one account for each. */
export type OrgAccount = {
  /** The account's ID, by which the org is known; a name may be that of several. */
  readonly account: string;
  /** The org's name, for words only; where several have the same one, with what tells it apart. */
  readonly orgName: string;
  /** Domain. */
  readonly region: string;
};

/** The clients of an org that one is signed in to, as they were when they were read. */
export type OrgClients = OrgAccount & {
  readonly practice: boolean;
  readonly clients: readonly OAuthClient[];
  /** ISO 8601. */
  readonly readAt: string;
};
