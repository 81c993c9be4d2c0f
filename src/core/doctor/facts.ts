import type { Asked } from '../clientPage/asked.ts';
import type { PermissionPolicy } from '../platform/authorization.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { MatchedCalls } from '../privileges/matchCalls.ts';
import type { OrgChoices } from '../privileges/needs.ts';
import type { Operation } from '../privileges/operation.ts';

/** Why something was not asked for. */
export type NotAskedBecause =
  /** Nothing about this subject depends on it. */
  | 'not-needed'
  /** Nobody is signed in to an org that could tell. */
  | 'signed-out'
  /** What it is about could not be read, or is not known: the client, the call. */
  | 'nothing-to-ask-about'
  /** No API and no program tells it: only a person who looks at the browser. */
  | 'nobody-can-look';

/** Something that was read, is being read, or was not asked for, and why. */
export type Fact<T> = Asked<T> | { readonly kind: 'not-asked'; readonly because: NotAskedBecause };

/** An org that one is signed in to. */
export type LookedIn = {
  readonly account: string;
  readonly name: string;
  /** Domain. */
  readonly region: string;
  readonly practice: boolean;
};

/** A role of a client and where the client has it. */
export type ClientRole = {
  readonly id: string;
  readonly name: string;
  /** What it allows; undefined where the org does not tell. */
  readonly policies: readonly PermissionPolicy[] | undefined;
  readonly divisions:
    | 'all'
    | readonly { readonly id: string; readonly name: string; readonly home: boolean }[];
};

/** What the org has to say about a client that asked to be authorized (Genesys facts 1.2, 12). */
export type ClientAuthorization = {
  /** `Unauthorized`, `Requested`, `Authorized` or `Revoked`, as the org writes it. */
  readonly state: string | undefined;
  readonly pending: boolean;
  readonly scopes: readonly string[];
};

/** What the org's authentication settings say, as far as it is known what it does (Genesys facts 12). */
export type AuthenticationSettings = {
  readonly embeddingIsLimited: boolean;
  /** Domains that may embed Genesys Cloud. */
  readonly embeddingAllowed: readonly string[];
};

/** The secret of a client, of which nothing but this is known here. */
export type SecretStanding = {
  /** Whether it is kept on this computer, and since when (ISO 8601) where that was noted. */
  readonly kept: boolean;
  readonly keptSince: string | undefined;
  /** ISO 8601: the last time that the client got a new one from here; undefined where that is not known. */
  readonly rotatedAt: string | undefined;
};

/** What a person has found out about their browser; undefined where they did not look. */
export type BrowserStanding = {
  readonly thirdPartyCookies: 'allowed' | 'blocked' | undefined;
  readonly popUps: 'allowed' | 'blocked' | undefined;
};

/** The API's answer to what calls ask for, and what there is to choose from. */
export type CallFacts = {
  readonly calls: MatchedCalls;
  /** Every operation that the description has. */
  readonly operations: readonly Operation[];
  readonly choices: OrgChoices;
};

/** What was read for a look. Each is judged by itself, so that one that could not be read hides none of the others. */
export type Facts = {
  /** The org that all else is about: the one that has the client, or else the one of its region; undefined where there is none. */
  readonly org: LookedIn | undefined;
  /** The client in that org; undefined as its value: the org has no such client. */
  readonly client: Fact<OAuthClient | undefined>;
  /** The other orgs in which it was looked for, and what was found there. */
  readonly elsewhere: Fact<readonly { readonly org: LookedIn; readonly client: OAuthClient | undefined }[]>;
  readonly authentication: Fact<AuthenticationSettings>;
  /** After how many idle seconds tokens end; undefined as its value: they do not. */
  readonly inactivityTimeout: Fact<number | undefined>;
  /** IPv4 ranges (CIDR) from which the org takes calls; empty: from everywhere. */
  readonly ipAllowList: Fact<readonly string[]>;
  /** Undefined as its value: the client never asked, or the org lists no such thing. */
  readonly authorization: Fact<ClientAuthorization | undefined>;
  readonly hipaa: Fact<boolean>;
  readonly roles: Fact<readonly ClientRole[]>;
  /** How many divisions the org has. */
  readonly divisions: Fact<number>;
  readonly secret: Fact<SecretStanding>;
  readonly calls: Fact<CallFacts>;
  /** Seconds by which this computer's clock is ahead of the org's; less than nothing where it is behind. */
  readonly clock: Fact<number>;
  readonly browser: Fact<BrowserStanding>;
};

/** What can be asked for, by name. */
export type FactName = Exclude<keyof Facts, 'org'>;
