import * as vscode from 'vscode';
import { SIGNED_OUT } from '../../core/platform/errors.ts';
import type { Connection } from '../../core/platform/request.ts';
import { deleteToken, tokenEndsAt } from '../../core/platform/tokens.ts';
import type { LoadedOrg } from '../../core/procedures/loadedOrg.ts';
import { loadOrg } from '../../core/procedures/loadOrg.ts';
import { reasonOf } from '../../core/reason.ts';
import type { Attempt, SignInFailure } from '../../core/signIn/attempt.ts';
import { afterRenewal } from '../../core/signIn/renewal.ts';
import { isSigningWay, type SigningWay, type Way, wayId, waysToConnect } from '../../core/signIn/ways.ts';
import { BACK, type Back, type Step, thenAsk, withoutBack } from '../ui/questions.ts';
import { browserFlow } from './flows/browserFlow.ts';
import {
  askRegion,
  type Elsewhere,
  type FlowAnswer,
  type FlowTools,
  failed,
  type Grant,
  type NotGranted,
  orCancelled,
} from './flows/flow.ts';
import { flowAgain, flowOf } from './flows/flowOf.ts';
import { practiceOrgFlow } from './flows/practiceOrgFlow.ts';
import { tryRegions } from './flows/tryRegions.ts';
import { newSession } from './newSession.ts';
import { FIRST_REGION } from './practiceOrgFiles.ts';
import { notStarted } from './practiceOrgs.ts';
import type { PersonQuestion } from './prompts/practiceOrg.ts';
import { isBorrowed, isPractice, type Session } from './session.ts';
import type { Connections } from './sessionConnections.ts';
import type { Sessions } from './sessions.ts';

export type SignInResult =
  | { kind: 'signed-in'; session: Session; org: LoadedOrg; connection: Connection }
  | NotGranted;

/** Signs people in and out, and turns a session into a connection. */
export class SignIn {
  private readonly orgRead = new vscode.EventEmitter<{ session: Session; org: LoadedOrg }>();
  /** What an org says of itself and of the account was read. */
  readonly onDidReadOrg = this.orgRead.event;

  constructor(
    private readonly tools: FlowTools,
    private readonly sessions: Sessions,
    private readonly connections: Connections,
  ) {}

  /** The ways to connect that work here, best first. Looks at this computer; asks nobody and sends nothing. */
  async ways(): Promise<Way[]> {
    const [found, sessions] = await Promise.all([this.tools.findSignIns(), this.sessions.all()]);
    return waysToConnect({
      environment: this.tools.environment(),
      found: found.map(({ description }) => description),
      signedIn: sessions.map((session) => ({
        id: session.id,
        label: session.account.label,
        orgName: session.orgName,
        region: session.region,
        practice: isPractice(session),
      })),
      knownClients: this.tools.knownClients.clients(),
    });
  }

  /** Asks for a region; resolves to its domain, or to undefined when cancelled. */
  async askRegion(signal: AbortSignal): Promise<string | undefined> {
    return withoutBack(await askRegion(this.tools, { signal }));
  }

  /**
   * Asks which of the ways that sign in to go, and goes on with it; who goes back from there is asked again. Undefined
   * when cancelled, Back when the person went back from this step.
   */
  async askWay<Result>(
    step: Step,
    follow: (way: SigningWay, next: Step) => Promise<Result | Back | undefined>,
  ): Promise<Result | Back | undefined> {
    const { entered, prompts } = this.tools;
    const ways = (await this.ways()).filter(isSigningWay);
    const ask = async () => {
      const last = ways.find((way) => wayId(way) === entered.way);
      const way = await prompts.askWay({ ways, last }, { step });
      if (way !== undefined && way !== BACK) entered.way = wayId(way);
      return way;
    };
    return await thenAsk(step, undefined, ask, follow);
  }

  /** Signs in this way; asks the person for whatever it needs. Never rejects. */
  async signIn(way: SigningWay, attempt: Attempt): Promise<SignInResult> {
    return await this.finish(async () => await flowOf(this.tools, way, attempt, 0), attempt);
  }

  /** The same from this step on. Back when the person went back from it. */
  async signInFrom({ number }: Step, way: SigningWay, attempt: Attempt): Promise<SignInResult | Back> {
    return await this.finishOrBack(async () => await flowOf(this.tools, way, attempt, number - 1), attempt);
  }

  /** Signs in to the first practice org as the first who lives there, and asks nobody. Never rejects. */
  async signInToPractice(attempt: Attempt): Promise<SignInResult> {
    const { entered, practiceOrgs, prompts } = this.tools;
    const tools = {
      ...this.tools,
      // What was entered by a person stays what it is.
      entered: { ...entered },
      prompts: { ...prompts, askPerson: async ({ people }: PersonQuestion) => people[0] },
    };
    return await this.finish(async () => {
      const [region = FIRST_REGION] = await practiceOrgs.regions();
      return await practiceOrgFlow(tools, { region }, attempt, 0);
    }, attempt);
  }

  /** Signs in with a client that the person has just made on the admin page of this region. */
  async signInWithNewClient(region: string, attempt: Attempt): Promise<SignInResult> {
    return await this.finish(
      async () => await browserFlow(this.tools, { region, canPrepare: false }, attempt, 0),
      attempt,
    );
  }

  /** The same sign-in once more, after its token has ended; asks only for what cannot be known. */
  async signInAgain(session: Session, attempt: Attempt): Promise<SignInResult> {
    return await this.finish(async () => await flowAgain(this.tools, session, attempt), attempt);
  }

  /** Tries the likely regions one after the other with what was typed, and signs in to the first that knows it. */
  async tryRegions(elsewhere: Elsewhere, tried: string, attempt: Attempt): Promise<SignInResult> {
    return await this.finish(async () => await tryRegions(this.tools, elsewhere, tried, attempt), attempt);
  }

  /** Reads the org of a session that exists. A session whose token is dead stays, so that it can be renewed in place. */
  async open(known: Session, { signal, report, reached }: Attempt): Promise<SignInResult> {
    report({ kind: 'loading-org' });
    // Another window may have renewed it, or ended it.
    const session = await this.sessions.get(known.id);
    if (session === undefined)
      return failed({ kind: 'session-ended', region: known.region, error: SIGNED_OUT });
    let connection: Connection;
    let loginUrl: string;
    try {
      connection = await this.connections.of(session);
      ({ loginUrl } = await this.connections.hosts(session));
    } catch (error) {
      return failed(
        isPractice(session) ? notStarted(error) : { kind: 'gateway-malformed', reason: reasonOf(error) },
      );
    }
    const address = {
      region: session.region,
      practice: isPractice(session),
      tokenEndsAt: session.endsAt,
      loginUrl,
    };
    reached?.(connection);
    const org = await loadOrg(connection, address, signal);
    if (signal.aborted) return { kind: 'cancelled' };
    if (org.ok) {
      // It may have been renewed meanwhile; that it was ended shows to whoever listens to the sessions.
      const now = (await this.sessions.get(session.id)) ?? session;
      const known = afterRenewal(org.value, session, now);
      this.orgRead.fire({ session: now, org: known });
      return { kind: 'signed-in', session: now, org: known, connection };
    }
    const { error } = org;
    const { region } = session;
    return failed(
      error.kind === 'signed-out'
        ? { kind: 'session-ended', region, error }
        : { kind: 'org-not-loaded', error },
    );
  }

  /**
   * Forgets a session here and ends its token at the server, unless another tool on this computer still uses that.
   * False when the token could not be ended, which the person is told: it lasts until it ends by itself.
   */
  async signOut(id: string): Promise<boolean> {
    const session = await this.sessions.remove(id);
    if (session === undefined || (await this.connections.end(session))) return true;
    this.tools.prompts.warnTokenLasts(session.account.label);
    return false;
  }

  /** Reads the org that a token opens, and keeps the session; a token that is not kept is ended. Never rejects. */
  private async finish(flow: () => Promise<FlowAnswer>, attempt: Attempt): Promise<SignInResult> {
    return orCancelled(await this.finishOrBack(flow, attempt));
  }

  private async finishOrBack(
    flow: () => Promise<FlowAnswer>,
    attempt: Attempt,
  ): Promise<SignInResult | Back> {
    try {
      const result = await flow();
      if (result === BACK) return BACK;
      if (result.kind !== 'granted') return attempt.signal.aborted ? { kind: 'cancelled' } : result;
      const entered = attempt.signal.aborted
        ? ({ kind: 'cancelled' } as const)
        : await this.enter(result.grant, attempt);
      if (entered.kind !== 'signed-in') await this.discard(result.grant);
      return entered;
    } catch (error) {
      return attempt.signal.aborted
        ? { kind: 'cancelled' }
        : failed({ kind: 'broken', reason: reasonOf(error) });
    }
  }

  private async enter(grant: Grant, { signal, report, reached }: Attempt): Promise<SignInResult> {
    report({ kind: 'loading-org' });
    const { region, hosts, token } = grant;
    const { loginUrl } = hosts;
    const endsAt = tokenEndsAt(new Date(), token.expiresInSeconds);
    const address = { region, practice: isPractice(grant), tokenEndsAt: endsAt, loginUrl };
    const connection = this.connections.to(hosts, token.accessToken);
    reached?.(connection);
    const org = await loadOrg(connection, address, signal);
    if (signal.aborted) return { kind: 'cancelled' };
    if (!org.ok) return failed(...refusalOf(org.error, grant));
    const session = newSession(grant, org.value, endsAt);
    // First, so that nobody who hears of the session reads the org once more.
    this.orgRead.fire({ session, org: org.value });
    await this.keep(session);
    return { kind: 'signed-in', session, org: org.value, connection: await this.connections.of(session) };
  }

  /** Nobody would be left to end a token that was made here and not kept; one that was pasted is the person's. */
  private async discard({ hosts, token, source }: Grant): Promise<void> {
    if (source.kind === 'access-token' || isBorrowed({ source })) return;
    await deleteToken(this.connections.to(hosts, token.accessToken));
  }

  private async keep(session: Session): Promise<void> {
    const former = await this.sessions.add(session);
    // The sign-in that this one replaces would stay open at the server, with nobody left to end it.
    if (former !== undefined && former.accessToken !== session.accessToken) void this.connections.end(former);
    if (isPractice(session)) return;
    const { region, orgName, source } = session;
    await this.tools.knownClients.rememberRegion(region);
    if (source.kind === 'browser') {
      await this.tools.knownClients.rememberClient({ region, orgName, clientId: source.clientId });
    }
  }
}

function refusalOf(
  error: Extract<SignInFailure, { kind: 'org-not-loaded' }>['error'],
  { region, elsewhere }: Grant,
): [SignInFailure, Elsewhere | undefined] {
  return error.kind === 'signed-out'
    ? [{ kind: 'token-refused', region, error }, elsewhere]
    : [{ kind: 'org-not-loaded', error }, undefined];
}
