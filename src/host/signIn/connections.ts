import * as vscode from 'vscode';
import type { OrgHosts } from '../../core/platform/orgHosts.ts';
import type { Connection } from '../../core/platform/request.ts';
import { deleteToken } from '../../core/platform/tokens.ts';
import { type Log, logExchange } from '../log.ts';
import { reasonOf } from '../reason.ts';
import type { PracticeOrgProcess } from './practiceOrg.ts';
import { renewedToken } from './renewal.ts';
import { isPractice, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import { hostsOf } from './settings.ts';

/** Turns sessions into connections, whose tokens are renewed while that can be done without asking anybody. */
export class Connections {
  /** One renewal of a session at a time, however many requests find their token refused at once. */
  private readonly renewals = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly sessions: Sessions,
    private readonly practiceOrg: PracticeOrgProcess,
    private readonly log: Log,
  ) {}

  /** The connection of a session. Rejects when the practice org does not start or the gateway's setting is wrong. */
  async of(session: Session): Promise<Connection> {
    const connection = this.to(await this.hosts(session), session.accessToken);
    connection.renew = async (refused) => {
      const renewing = this.renewals.get(session.id) ?? this.renew(session.id, refused);
      this.renewals.set(session.id, renewing);
      const accessToken = await renewing.finally(() => this.renewals.delete(session.id));
      if (accessToken !== undefined) connection.accessToken = accessToken;
      return accessToken;
    };
    return connection;
  }

  /** A connection for a token that belongs to no session yet. */
  to({ apiUrl }: OrgHosts, accessToken: string): Connection {
    const onExchange: Connection['onExchange'] = (exchange) => logExchange(this.log, exchange);
    return { apiUrl, accessToken, language: vscode.env.language, onExchange };
  }

  /** Ends a session's token at the server, unless another tool on this computer still uses it. Never rejects. */
  async end(session: Session): Promise<void> {
    if (session.source.kind === 'found') return;
    try {
      const ended = await deleteToken(this.to(await this.hosts(session), session.accessToken));
      if (!ended.ok) this.log.warn(`The token could not be ended at the server: ${ended.error.kind}.`);
    } catch (error) {
      this.log.warn(`The token could not be ended at the server: ${reasonOf(error)}`);
    }
  }

  private async hosts(session: Session): Promise<OrgHosts> {
    if (isPractice(session)) return this.practiceOrg.hosts(await this.practiceOrg.reach());
    const hosts = hostsOf(session.region);
    if (!hosts.ok) throw new Error(hosts.reason);
    return hosts.hosts;
  }

  private async renew(id: string, refused: string): Promise<string | undefined> {
    const session = await this.sessions.get(id);
    if (session === undefined) return undefined;
    // Another window may have been quicker, and a refresh token is good for one renewal only.
    if (session.accessToken !== refused) return session.accessToken;
    const renewed = await renewedToken(session, (await this.hosts(session)).loginUrl);
    if (renewed === undefined) {
      const now = await this.sessions.get(id);
      return now?.accessToken === refused ? undefined : now?.accessToken;
    }
    await this.sessions.replace(renewed);
    this.log.info('A sign-in was renewed.');
    return renewed.accessToken;
  }
}
