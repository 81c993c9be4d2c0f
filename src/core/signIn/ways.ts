import * as z from 'zod/mini';
import { regions } from '../platform/regions.ts';

/** What kind of sign-in was found on this computer; the values stay where they are until it is used. */
export const FoundSignIn = z.object({
  /** Tells one that was found from the others. */
  id: z.string(),
  source: z.enum(['genesys-cli', 'terraform', 'variable']),
  /** The profile of the Genesys CLI. */
  profile: z.optional(z.string()),
  /** Domain of the region, where what was found names one that there is. */
  region: z.optional(z.string()),
  /** The region as it was found, where that is none. */
  unknownRegion: z.optional(z.string()),
  holds: z.enum(['client-credentials', 'access-token']),
  /** Why it cannot be used as it is: its region is missing or unknown, or it goes through a gateway of its own. */
  obstacle: z.optional(z.enum(['region-missing', 'region-unknown', 'gateway'])),
});
export type FoundSignIn = z.infer<typeof FoundSignIn>;

/** Somebody who is signed in already. */
export const SignedIn = z.object({
  id: z.string(),
  label: z.string(),
  orgName: z.string(),
  region: z.string(),
  practice: z.boolean(),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** A client that somebody signed in with through the browser before: of this org, in this region. */
export const KnownClient = z.object({ region: z.string(), clientId: z.string(), orgName: z.string() });
export type KnownClient = z.infer<typeof KnownClient>;

/** A way to get to a client: by signing in to an org, or without signing in at all. */
export const Way = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-in'), session: SignedIn }),
  z.object({ kind: z.literal('practice-org') }),
  z.object({ kind: z.literal('found'), found: FoundSignIn }),
  z.object({
    kind: z.literal('browser'),
    returns: z.enum(['loopback', 'paste']),
    /** Absent for a first login, which asks for the client or prepares one. */
    client: z.optional(KnownClient),
  }),
  z.object({ kind: z.literal('client-credentials') }),
  z.object({ kind: z.literal('access-token') }),
  z.object({ kind: z.literal('admin-page') }),
]);
export type Way = z.infer<typeof Way>;

/** A way that ends in a session, if it does not fail. */
export type SigningWay = Exclude<Way, { kind: 'signed-in' | 'admin-page' }>;

export function isSigningWay(way: Way): way is SigningWay {
  return way.kind !== 'signed-in' && way.kind !== 'admin-page';
}

/** What was found out about this computer before anybody is asked to sign in. */
export type AtHand = {
  environment: Environment;
  signedIn: readonly SignedIn[];
  found: readonly FoundSignIn[];
  knownClients: readonly KnownClient[];
};

/**
 * The ways that work here, the one that asks least of the person first: who is signed in, what is on this computer,
 * a login that was used before, the practice org, and then whatever needs an ID or a secret from elsewhere. Without a
 * browser of this computer, a login in the browser is the most work of these.
 */
export function waysToConnect({ environment, signedIn, found, knownClients }: AtHand): Way[] {
  const returns = returnOf(environment);
  const anew: Way = { kind: 'browser', returns };
  const knownLogins = knownClients.map((client): Way => ({ kind: 'browser', returns, client }));
  const { browser } = environment;
  return [
    ...signedIn.map((session): Way => ({ kind: 'signed-in', session })),
    ...found.map((each): Way => ({ kind: 'found', found: each })),
    ...(browser ? knownLogins : []),
    { kind: 'practice-org' },
    ...(browser ? [anew] : []),
    { kind: 'client-credentials' },
    { kind: 'access-token' },
    ...(browser ? [] : [...knownLogins, anew]),
    { kind: 'admin-page' },
  ];
}

/** Names a way in a message; the same way has the same name. */
export function wayId(way: Way): string {
  switch (way.kind) {
    case 'signed-in':
      return `signed-in:${way.session.id}`;
    case 'found':
      return `found:${way.found.id}`;
    case 'browser':
      return way.client === undefined ? 'browser' : `browser:${way.client.region}:${way.client.clientId}`;
    case 'practice-org':
    case 'client-credentials':
    case 'access-token':
    case 'admin-page':
      return way.kind;
  }
}

/**
 * Where VS Code runs, as far as signing in depends on it. `remote`: a window of a desktop VS Code whose extensions run
 * elsewhere (SSH, WSL, a container, Codespaces opened on the desktop); VS Code tunnels a loopback address from there
 * to here. `web`: VS Code itself is in a browser, and its extensions run somewhere else, without such a tunnel.
 */
export const Environment = z.object({
  place: z.enum(['desktop', 'remote', 'web']),
  /** VS Code can open addresses in a browser of this computer. */
  browser: z.boolean(),
});
export type Environment = z.infer<typeof Environment>;

/**
 * How a browser login finds its way back. `loopback`: the browser reaches a port that we listen on. `paste`: it does
 * not, so the person pastes the address that the browser ended on.
 *
 * vscode:// addresses are no third way: nothing says that Genesys Cloud accepts one as a redirect URI (Genesys facts
 * 6.2), and wherever VS Code could receive one, loopback works as well. Nor does the keyring decide: a sign-in that it
 * refuses is good for the window.
 */
export function returnOf({ place, browser }: Environment): 'loopback' | 'paste' {
  return browser && place !== 'web' ? 'loopback' : 'paste';
}

/** Realms of their own: nothing of the commercial regions belongs there, and no secret is sent there on a guess. */
const SEPARATE_REALMS: readonly string[] = ['use2.us-gov-pure.cloud', 'edee1.eusc-pure.cloud'];

/** The domains worth trying when a region does not know a client or a token: those used before, then all others. */
export function likelyRegions(tried: string, recent: readonly string[]): string[] {
  const others = regions.map(({ domain }) => domain);
  return [...new Set([...recent, ...others])].filter(
    (domain) => domain !== tried && !SEPARATE_REALMS.includes(domain),
  );
}
