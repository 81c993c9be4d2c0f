import type { OAuthClient } from '../platform/oauthClients.ts';

/** The clients of an org that one is signed in to, as they were when they were read. */
export type OrgClients = {
  /** Domain. */
  readonly region: string;
  readonly orgName: string;
  readonly practice: boolean;
  readonly clients: readonly OAuthClient[];
  /** ISO 8601. */
  readonly readAt: string;
};
