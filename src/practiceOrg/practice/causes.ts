/** How a cause shows to those who use its client, while everything else is in order. */
export type Shows =
  /** Nobody logs in with the client, and it gets no token. */
  | 'no-login'
  /** A login that does not use PKCE is refused; one that does goes on. */
  | 'no-login-without-pkce'
  /** Logging in goes on, and the calls that follow are refused. */
  | 'calls-refused'
  /** A token from before opens nothing; logging in again helps. */
  | 'former-token-refused'
  /** A token that nobody uses for a while opens nothing any more. */
  | 'idle-token-refused'
  /** Logging in goes on, and brings no refresh token. */
  | 'no-refresh-token'
  /** The org itself refuses nothing: a browser does, by what a setting says. */
  | 'setting-only';

type About = {
  /** What is the matter. */
  readonly does: string;
  readonly shows: Shows;
  /** Which clients it can be brought about for, as the end of a sentence that begins with "needs". */
  readonly needs: string;
};

const anyClient = 'an active client of the org';
const withLogin = 'an active client with redirect URIs';
const ofFramework = 'an active client of the Embeddable Framework';
const machine = 'an active client with client credentials that holds a role';

/** Every cause that an org can show, once; how it comes about is in changes.ts, and the compiler leads there. */
export const causes = {
  'client-missing': {
    does: 'The client is deleted.',
    shows: 'no-login',
    needs: anyClient,
  },
  'client-being-deleted': {
    does: 'The client is inactive, and will be deleted in four days.',
    shows: 'no-login',
    needs: anyClient,
  },
  'client-not-active': {
    does: 'The client is disabled.',
    shows: 'no-login',
    needs: anyClient,
  },
  'grant-withdrawn': {
    does: 'The implicit grant has been withdrawn, and the client uses it.',
    shows: 'no-login',
    needs: 'an active client with the implicit grant',
  },
  'grant-unsuited': {
    does: 'The client has another grant type than the application logs in with.',
    shows: 'no-login',
    needs: 'an active client of another grant type than SAML2 Bearer',
  },
  'pkce-without-verifier': {
    does: 'The client has no secret, so a login must use PKCE.',
    shows: 'no-login-without-pkce',
    needs: 'an active client of Code Authorization that has a secret',
  },
  'redirect-uri-of-other-region': {
    does: 'The redirect URIs of the client lead to another region.',
    shows: 'no-login',
    needs: ofFramework,
  },
  'redirect-uri-inexact': {
    does: 'The redirect URIs of the client differ in one character, the slash at the end.',
    shows: 'no-login',
    needs: withLogin,
  },
  'redirect-uri-missing': {
    does: 'The redirect URI of the application is not registered.',
    shows: 'no-login',
    needs: withLogin,
  },
  'partner-page': {
    does: 'Only the pages of a partner are registered, not those of the framework itself.',
    shows: 'no-login',
    needs: ofFramework,
  },
  'secret-rotated': {
    does: 'The client has got a new secret, and the caller still uses the old one.',
    shows: 'no-login',
    needs: 'an active client that logs in with its secret',
  },
  'client-not-authorized': {
    does: 'The organization must authorize clients, and has not authorized this one.',
    shows: 'no-login',
    needs: anyClient,
  },
  'scopes-enforced': {
    does: 'The organization enforces scopes, and the client, an old one, has none.',
    shows: 'calls-refused',
    needs: 'an active client that has scopes',
  },
  'scope-missing': {
    does: 'The client lacks the scope user-basic-info.',
    shows: 'calls-refused',
    needs: 'an active client with user-basic-info and another scope',
  },
  'no-role': {
    does: 'The client holds no role.',
    shows: 'calls-refused',
    needs: machine,
  },
  'role-lacks-permission': {
    does: 'The only role of the client is Employee, which allows nearly nothing.',
    shows: 'calls-refused',
    needs: machine,
  },
  'division-lacks-object': {
    does: 'The client holds its roles in the Home division only.',
    shows: 'calls-refused',
    needs: 'an active client with client credentials that holds a role outside Home',
  },
  'scim-token-ended': {
    does: 'The token that the identity provider got on the day of the client has ended.',
    shows: 'former-token-refused',
    needs: 'an active client with the long token duration of SCIM',
  },
  'token-ended': {
    does: 'Every token of the client has ended, and so has all that could renew it.',
    shows: 'former-token-refused',
    needs: anyClient,
  },
  'hipaa-timeout': {
    does: 'HIPAA is on: tokens end after 15 idle minutes.',
    shows: 'idle-token-refused',
    needs: anyClient,
  },
  'inactivity-timeout': {
    does: 'The inactivity timeout is on: tokens end after five idle minutes.',
    shows: 'idle-token-refused',
    needs: anyClient,
  },
  'no-refresh-token': {
    does: 'The inactivity timeout is on, so nobody gets a refresh token.',
    shows: 'no-refresh-token',
    needs: 'an active client of Code Authorization',
  },
  'embedding-not-allowed': {
    does: 'The embedding allow-list is on, and the site of the application is not on it.',
    shows: 'setting-only',
    needs: withLogin,
  },
  'ip-not-allowed': {
    does: 'The IP allow-list is on, and the caller is not on it.',
    shows: 'calls-refused',
    needs: anyClient,
  },
  'rate-limited': {
    does: 'The client calls more often than it may.',
    shows: 'calls-refused',
    needs: anyClient,
  },
} as const satisfies Readonly<Record<string, About>>;

/** A cause that the org can show. */
export type CauseId = keyof typeof causes;

/** Causes that no org shows, each with where it is. */
export const causesOutside = {
  'unknown-host': 'in the address that the application calls',
  'other-region': 'in the region that the application logs in to',
  'clock-wrong':
    'in the clock of the computer; the switch `clockOffsetSeconds` moves that of the org instead, and the header Date with it',
  'cookies-blocked': 'in the browser',
  'pop-ups-blocked': 'in the browser',
} as const satisfies Readonly<Record<string, string>>;

/** Every cause that the org can show, by its ID. */
export const causeIds: readonly CauseId[] = Object.keys(causes).filter(isCause);

/** Whether a text is the ID of a cause that the org can show. */
export function isCause(text: string): text is CauseId {
  return Object.hasOwn(causes, text);
}
