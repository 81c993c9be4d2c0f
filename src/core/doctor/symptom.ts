import * as z from 'zod/mini';
import { METHODS } from '../privileges/operation.ts';

/** A call as it was sent: its path below `/api/v2`, with a leading slash. */
export const FailedCall = z.object({ method: z.optional(z.enum(METHODS)), path: z.string() });
export type FailedCall = z.infer<typeof FailedCall>;

/** What a person says they see, where there is no text to paste. */
export const Seen = z.enum([
  'login-window-empty',
  'login-window-closes',
  'login-comes-again',
  'no-login-window',
  'logged-out-after-a-while',
  'call-finds-nothing',
]);
export type Seen = z.infer<typeof Seen>;

/** The client whose request it was (lower case), where the text says so beside it. */
const ofClient = { clientId: z.optional(z.string()) };

/** Something that somebody has seen of a failure. No secret and no token is in it. */
export const Symptom = z.discriminatedUnion('kind', [
  /** A login host refused something in the words of OAuth (RFC 6749, 4.1.2.1 and 5.2). */
  z.object({
    kind: z.literal('oauth-error'),
    code: z.string(),
    description: z.optional(z.string()),
    /** Whether the login page or the token endpoint said so, where that is told. */
    at: z.optional(z.enum(['authorize', 'token'])),
    ...ofClient,
  }),
  /** The login host's page says that the Client ID or the redirect URI is invalid. `guessed`: in words of which no source is sure. */
  z.object({ kind: z.literal('invalid-login-page'), guessed: z.boolean() }),
  /** The Platform API refused a call (Genesys facts 6.4). */
  z.object({
    kind: z.literal('api-error'),
    status: z.optional(z.number()),
    code: z.optional(z.string()),
    call: z.optional(FailedCall),
    /** What its message names. */
    permissions: z.array(z.string()),
    /** One of these permissions is enough. */
    anyPermission: z.boolean(),
    scopes: z.array(z.string()),
    ip: z.optional(z.string()),
    retryAfterSeconds: z.optional(z.number()),
    ...ofClient,
  }),
  /** A call that is asked about; nothing tells how it failed. */
  z.object({ kind: z.literal('call'), call: FailedCall }),
  /** The login host gave a token, with or without one to renew it by. */
  z.object({
    kind: z.literal('token-answer'),
    hasRefreshToken: z.boolean(),
    expiresInSeconds: z.optional(z.number()),
  }),
  /** What a browser writes to its console when it blocks something. */
  z.object({
    kind: z.literal('browser-message'),
    about: z.enum(['framing', 'cookies', 'pop-ups']),
    /** The host of the page that was not let, where the message names it. */
    site: z.optional(z.string()),
  }),
  /** A name that leads to no host. */
  z.object({ kind: z.literal('host-not-found'), host: z.string() }),
  /** A time is not right: a certificate or an assertion that is not valid yet, or no longer. */
  z.object({ kind: z.literal('time-refused') }),
  z.object({ kind: z.literal('seen'), what: Seen }),
]);
export type Symptom = z.infer<typeof Symptom>;

/** A request to log in or for a token that stands in the text, as far as it decides something. */
export const LoginRequest = z.object({
  clientId: z.optional(z.string()),
  redirectUri: z.optional(z.string()),
  /** `code` or `token`, of a login page. */
  responseType: z.optional(z.string()),
  /** Such as `client_credentials`, of the token endpoint. */
  grantType: z.optional(z.string()),
  /** Whether it proves itself by PKCE: a challenge at the login page, a verifier at the token endpoint. */
  hasProof: z.boolean(),
});
export type LoginRequest = z.infer<typeof LoginRequest>;

/** What there is to say about a text beside what it tells. */
export const ReadingNote = z.discriminatedUnion('kind', [
  /** Nothing of it was read. */
  z.object({ kind: z.literal('too-large'), mostMegabytes: z.number() }),
  /** What it tells of is of another product or another company's host. */
  z.object({ kind: z.literal('other-product'), hosts: z.array(z.string()) }),
  /** It is about hosts of which nobody knows whose they are: a company's own in front of Genesys Cloud, or another product's. */
  z.object({ kind: z.literal('company-hosts'), hosts: z.array(z.string()) }),
  /** So many failures more are in it; the first ones were taken. */
  z.object({ kind: z.literal('more-failures'), count: z.number() }),
  /** It has very many values; so many, the first ones, were looked at. */
  z.object({ kind: z.literal('first-values'), count: z.number() }),
  /** So many requests of it went well. */
  z.object({ kind: z.literal('went-well'), count: z.number() }),
  /** It is about several clients, and nothing says which one is meant. */
  z.object({ kind: z.literal('several-clients'), clientIds: z.array(z.string()) }),
  /** It names other clients, and not the one that the look is about: it tells nothing of that one. */
  z.object({ kind: z.literal('other-client'), clientIds: z.array(z.string()) }),
  /** Something in it was taken for a secret or a token, and left out. */
  z.object({ kind: z.literal('masked') }),
  /** There is a text, and nothing in it tells of a failure that is known here. */
  z.object({ kind: z.literal('nothing-told') }),
]);
export type ReadingNote = z.infer<typeof ReadingNote>;

/** All that a text and a person tell about a failure; all lists are empty where they tell nothing. */
export const Told = z.object({
  symptoms: z.array(Symptom),
  requests: z.array(LoginRequest),
  /** Lower case, each once. */
  clientIds: z.array(z.string()),
  /** Hosts of Genesys Cloud, or that are written like one; lower case. */
  hosts: z.array(z.string()),
  /** Those that it names besides, where one of several was chosen: what it tells may be of any of them. */
  others: z.array(z.string()),
  /** ISO 8601: when it happened. */
  moment: z.optional(z.string()),
  notes: z.array(ReadingNote),
});
export type Told = z.infer<typeof Told>;

export const NOTHING_TOLD: Told = {
  symptoms: [],
  requests: [],
  clientIds: [],
  hosts: [],
  others: [],
  notes: [],
};
