import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import { clientCredentialsLogin, type Token } from '../../core/platform/login.ts';
import type { OrgClocks } from '../../core/platform/orgClock.ts';
import type { OrgHosts } from '../../core/platform/orgHosts.ts';
import type { Connection } from '../../core/platform/request.ts';
import { deleteToken, tokenEndsAt } from '../../core/platform/tokens.ts';
import type { LoadedOrg } from '../../core/procedures/loadedOrg.ts';
import { loadOrg } from '../../core/procedures/loadOrg.ts';
import { reasonOf } from '../../core/reason.ts';
import { accountIdOf } from '../../core/signIn/accountId.ts';
import { failureOfLogin, type SignInFailure } from '../../core/signIn/attempt.ts';
import type { FoundCredentials } from '../../core/signIn/found.ts';
import { logInToPracticeOrg, practiceHosts } from '../../core/signIn/practiceOrg.ts';
import { nextRenewal, type Renewal, renewalOf, tokenAnew } from '../../core/signIn/renewal.ts';
import type { Io } from '../io.ts';
import { hostsBehind } from './gateway.ts';
import { type NotOpened, notOpened, obstacleOf, practiceOrgSilent } from './notOpened.ts';
import { reachPracticeOrg } from './practiceOrg.ts';
import type { SignIn } from './signIns.ts';

/** An org that one is signed in to, until `end`. */
export type OpenOrg = {
  /** How it is called by `--org`, and where that was found. */
  readonly signIn: Pick<SignIn, 'name' | 'from'>;
  readonly account: OrgAccount & { readonly practice: boolean };
  /** What the org says of itself, of whoever is signed in, and of its clients, as it was read when it was opened. */
  readonly org: LoadedOrg;
  readonly hosts: OrgHosts;
  /** For the functions of `core/platform`. It renews its token by itself where that can be done without asking. */
  readonly connection: Connection;
  /** Ends the token at the server, unless somebody else made it and may still use it. Never rejects. */
  end(): Promise<void>;
};

export type Opened =
  | { readonly ok: true; readonly org: OpenOrg }
  | { readonly ok: false; readonly why: NotOpened };

/** `language`: a BCP 47 tag, in which the API describes scopes; `clocks` takes what the answers tell of the time. */
export type Opening = {
  readonly language: string;
  readonly clocks: Pick<OrgClocks, 'take'>;
  readonly signal: AbortSignal;
};

/** A token, where it goes, and what makes another one. */
type Grant = {
  readonly token: Token;
  /** ISO 8601, as far as it is known. */
  readonly endsAt: string | undefined;
  readonly region: string;
  readonly practice: boolean;
  readonly hosts: OrgHosts;
  readonly renewal: Renewal | undefined;
  /** Somebody else made the token, and may still use it. */
  readonly isBorrowed: boolean;
  /** After the token has ended. */
  readonly after: () => void;
};
type Granted = { readonly ok: true; readonly grant: Grant } | { readonly ok: false; readonly why: NotOpened };

/**
 * Signs in, asking nobody, and reads what the org says of itself. What was made for it is ended again where that fails.
 * Never rejects.
 */
export async function openOrg(
  signIn: SignIn,
  io: Io,
  { language, clocks, signal }: Opening,
): Promise<Opened> {
  const obstacle = obstacleOf(signIn, io.env);
  if (obstacle !== undefined) return { ok: false, why: obstacle };
  const granted =
    signIn.kind === 'practice-org'
      ? await practiceGrant(signIn, io, signal)
      : await foundGrant(signIn, signIn.found, io, signal);
  if (!granted.ok) return granted;
  const { grant } = granted;
  const connection = connectionOf(grant, language);
  connection.onExchange = (exchange) => void clocks.take(grant, exchange, Date.now());
  const end = async () => await endGrant(connection, grant);
  const { region, practice, hosts, endsAt } = grant;
  const address = { region, practice, tokenEndsAt: endsAt, loginUrl: hosts.loginUrl };
  const org = await loadOrg(connection, address, signal);
  if (!org.ok) {
    await end();
    const { error } = org;
    const failure: SignInFailure =
      error.kind === 'signed-out'
        ? { kind: 'token-refused', region, error }
        : { kind: 'org-not-loaded', error };
    return { ok: false, why: notOpened(signIn, failure) };
  }
  const account = { account: accountIdOf(org.value), orgName: org.value.name, region, practice };
  const { name, from } = signIn;
  return { ok: true, org: { signIn: { name, from }, account, org: org.value, hosts, connection, end } };
}

/** The secret goes to the login host of the region that stands with it, and nowhere else. */
async function foundGrant(
  signIn: SignIn,
  { description, credentials }: FoundCredentials,
  io: Io,
  signal: AbortSignal,
): Promise<Granted> {
  const { region = '' } = description;
  const hosts = hostsBehind(io.env, region);
  if (!hosts.ok) return failed(signIn, { kind: 'gateway-malformed', reason: hosts.reason });
  const place = { region, practice: false, hosts: hosts.hosts, after: () => {} };
  if (credentials.kind === 'access-token') {
    const token = {
      accessToken: credentials.accessToken,
      expiresInSeconds: undefined,
      refreshToken: undefined,
    };
    return {
      ok: true,
      grant: { ...place, token, endsAt: credentials.endsAt, renewal: undefined, isBorrowed: true },
    };
  }
  const { clientId, clientSecret } = credentials;
  const login = await clientCredentialsLogin(hosts.hosts.loginUrl, clientId, clientSecret, signal);
  if (!login.ok) return failed(signIn, failureOfLogin(login.error, { region, grant: 'CLIENT-CREDENTIALS' }));
  const renewal: Renewal = { kind: 'client-credentials', clientId, clientSecret };
  const { token } = login;
  const endsAt = tokenEndsAt(io.now(), token.expiresInSeconds);
  return { ok: true, grant: { ...place, token, endsAt, renewal, isBorrowed: false } };
}

/** As the first of its people, who may do everything. */
async function practiceGrant(signIn: SignIn, io: Io, signal: AbortSignal): Promise<Granted> {
  const reached = await reachPracticeOrg(io);
  if (!reached.ok)
    return { ok: false, why: { name: signIn.name, from: signIn.from, reason: reached.reason, details: [] } };
  const { org, end } = reached;
  const { region, signInClient } = org;
  try {
    const login = await logInToPracticeOrg(org, org.people[0]?.loginHint ?? '', signal);
    if (login.ok) {
      const { token } = login;
      const place = { region, practice: true, hosts: practiceHosts(org), after: end };
      const endsAt = tokenEndsAt(io.now(), token.expiresInSeconds);
      const renewal = renewalOf(token, signInClient.id);
      return { ok: true, grant: { ...place, token, endsAt, renewal, isBorrowed: false } };
    }
    end();
    return failed(signIn, failureOfLogin(login.error, { region, grant: 'CODE' }));
  } catch (error) {
    end();
    return { ok: false, why: practiceOrgSilent(signIn, io.env, reasonOf(error)) };
  }
}

function failed(signIn: SignIn, failure: SignInFailure): Granted {
  return { ok: false, why: notOpened(signIn, failure) };
}

/** Two requests whose token was refused at the same time get the same new one. */
function connectionOf({ token, hosts, renewal: first }: Grant, language: string): Connection {
  const connection: Connection = { apiUrl: hosts.apiUrl, accessToken: token.accessToken, language };
  if (first === undefined) return connection;
  let renewal = first;
  let renewing: ReturnType<NonNullable<Connection['renew']>> | undefined;
  const renewed = async () => {
    const made = await tokenAnew(renewal, hosts.loginUrl);
    if (!made.ok)
      return made.error.kind === 'login-refused' ? undefined : { ok: false as const, error: made.error };
    renewal = nextRenewal(renewal, made.token);
    connection.accessToken = made.token.accessToken;
    return { ok: true as const, value: made.token.accessToken };
  };
  connection.renew = async (refused) => {
    if (connection.accessToken !== refused) return { ok: true, value: connection.accessToken };
    renewing ??= renewed().finally(() => {
      renewing = undefined;
    });
    return await renewing;
  };
  return connection;
}

async function endGrant({ apiUrl, accessToken, language }: Connection, grant: Grant): Promise<void> {
  // Without a way to renew it: a token that has ended by itself needs no other one to be ended.
  if (!grant.isBorrowed) await deleteToken({ apiUrl, accessToken, language });
  grant.after();
}
