import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type Result, SIGNED_OUT } from '../../core/platform/errors.ts';
import { OrgClocks } from '../../core/platform/orgClock.ts';
import type { OrgHosts } from '../../core/platform/orgHosts.ts';
import type { Connection } from '../../core/platform/request.ts';
import { deleteToken } from '../../core/platform/tokens.ts';
import { reasonOf } from '../../core/reason.ts';
import { practiceHosts } from '../../core/signIn/practiceOrg.ts';
import { type Log, logExchange } from '../log.ts';
import type { PracticeOrgs } from './practiceOrgs.ts';
import { renewed } from './renewal.ts';
import { isBorrowed, isPractice, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { hostsOf } from './settings.ts';

/** How often, and how many milliseconds apart, one looks whether another window has stored its renewal. */
const LOOKS_FOR_OTHERS = 10;
const LOOK_EVERY = 200;

type Token = Result<string> | undefined;

/** Turns sessions into connections, whose tokens are renewed while that can be done without asking anybody. */
export class Connections {
  /** One renewal of a session at a time, however many requests find their token refused at once. */
  private readonly renewals = new Map<string, Promise<Token>>();
  private readonly forbidden = new vscode.EventEmitter<string>();
  /** An org has refused a change to this account (its ID), for want of a permission. */
  readonly onDidForbid = this.forbidden.event;
  /** What the clocks of the orgs say, as far as they have answered. */
  readonly clocks = new OrgClocks();
  private readonly clockMoved = new vscode.EventEmitter<void>();
  /** An answer has told that this computer's clock is further from that of an org than was known. */
  readonly onDidChangeClocks = this.clockMoved.event;

  constructor(
    private readonly sessions: Sessions,
    private readonly practiceOrgs: PracticeOrgs,
    private readonly log: Log,
  ) {}

  /**
   * Calls an org as whoever of this account (its ID) is signed in now: they may have signed out, or in again, since the
   * last call. Never rejects.
   */
  async call<T>(account: string, call: (to: Connection) => Promise<Result<T>>): Promise<Result<T>> {
    const session = await this.sessions.ofAccount(account);
    if (session === undefined) return { ok: false, error: SIGNED_OUT };
    try {
      return await call(await this.of(session));
    } catch (thrown) {
      return { ok: false, error: { kind: 'unreachable', reason: reasonOf(thrown) } };
    }
  }

  /** The connection of a session. Rejects when the practice org does not start or the gateway's setting is wrong. */
  async of(session: Session): Promise<Connection> {
    const connection = this.to(await this.hosts(session), session.accessToken);
    const { onExchange } = connection;
    connection.onExchange = (exchange) => {
      onExchange?.(exchange);
      const home = { region: session.region, practice: isPractice(session) };
      if (this.clocks.take(home, exchange, Date.now())) this.clockMoved.fire();
      if (exchange.status === 403 && exchange.method !== 'GET') this.forbidden.fire(session.account.id);
    };
    connection.renew = async (refused) => {
      const token = await this.renewOnce(session.id, refused);
      if (token?.ok) connection.accessToken = token.value;
      return token;
    };
    return connection;
  }

  /** A connection for a token that belongs to no session yet. */
  to({ apiUrl }: OrgHosts, accessToken: string): Connection {
    const onExchange: Connection['onExchange'] = (exchange) => logExchange(this.log, exchange);
    return { apiUrl, accessToken, language: vscode.env.language, onExchange };
  }

  /** Rejects when the practice org does not start or the gateway's setting is wrong. */
  async hosts(session: Session): Promise<OrgHosts> {
    if (isPractice(session)) return practiceHosts(await this.practiceOrgs.reach(session.region));
    const hosts = hostsOf(session.region);
    if (!hosts.ok) throw new Error(hosts.reason);
    return hosts.hosts;
  }

  /** Ends a session at the server, what could renew it included. False when that failed; never rejects. */
  async end(session: Session): Promise<boolean> {
    if (isBorrowed(session)) return true;
    try {
      const hosts = await this.hosts(session);
      const ended = await deleteToken(this.to(hosts, session.accessToken));
      if (ended.ok) return true;
      if (ended.error.kind !== 'signed-out') return this.notEnded(ended.error.kind);
      // The token has ended by itself, but a refresh token outlives it, and is ended by being used.
      if (session.renewal?.kind !== 'refresh-token') return true;
      const last = await renewed(session, session.renewal, hosts.loginUrl);
      return !last.ok || (await deleteToken(this.to(hosts, last.session.accessToken))).ok;
    } catch (error) {
      return this.notEnded(reasonOf(error));
    }
  }

  private notEnded(reason: string): false {
    this.log.warn(`The token could not be ended at the server: ${reason}`);
    return false;
  }

  private async renewOnce(id: string, refused: string): Promise<Token> {
    const renewing = this.renewals.get(id) ?? this.renew(id, refused);
    this.renewals.set(id, renewing);
    return await renewing.finally(() => this.renewals.delete(id));
  }

  private async renew(id: string, refused: string): Promise<Token> {
    const session = await this.sessions.get(id);
    if (session === undefined) return undefined;
    // Another window may have been quicker, and a refresh token is good for one renewal only.
    if (session.accessToken !== refused) return { ok: true, value: session.accessToken };
    if (session.renewal === undefined) return undefined;
    const next = await renewed(session, session.renewal, (await this.hosts(session)).loginUrl);
    if (!next.ok) {
      if (next.error.kind !== 'login-refused') return { ok: false, error: next.error };
      return await this.renewedElsewhere(id, refused);
    }
    if (!(await this.sessions.replace(next.session))) {
      // Somebody signed out meanwhile.
      await this.end(next.session);
      return undefined;
    }
    this.log.info('A sign-in was renewed.');
    return { ok: true, value: next.session.accessToken };
  }

  /** The token of another window that used up the refresh token a moment earlier, once it has stored it. */
  private async renewedElsewhere(id: string, refused: string): Promise<Token> {
    for (let look = 0; look < LOOKS_FOR_OTHERS; look += 1) {
      const session = await this.sessions.get(id);
      if (session === undefined) return undefined;
      if (session.accessToken !== refused) return { ok: true, value: session.accessToken };
      await setTimeout(LOOK_EVERY);
    }
    return undefined;
  }
}
