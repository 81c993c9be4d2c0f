import { randomUUID } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { beginLogin, endLogin, type LoginHost } from '../../core/platform/login.ts';
import type { Connection } from '../../core/platform/request.ts';
import { deleteToken } from '../../core/platform/tokens.ts';
import { getMe } from '../../core/platform/users.ts';
import { type Log, logExchange } from '../log.ts';
import { reasonOf } from '../reason.ts';
import type { PracticeOrg, PracticeOrgProcess } from './practiceOrg.ts';
import type { Session, Sessions } from './sessions.ts';

const SCOPES = ['authorization', 'oauth', 'organization:readonly', 'user-basic-info'];

/** Signs people in and out, and turns a session into a connection. */
export class SignIn {
  constructor(
    private readonly practiceOrg: PracticeOrgProcess,
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {}

  /**
   * Asks who to be in the practice org and signs in as them. Returns undefined when the person cancelled; rejects
   * when the practice org does not start or refuses the login.
   */
  async signIn(signal?: AbortSignal): Promise<Session | undefined> {
    const org = await this.practiceOrg.reach();
    const person = await askPerson(org, signal);
    if (person === undefined || signal?.aborted) return undefined;
    const host: LoginHost = {
      loginUrl: `${org.baseUrl}/login`,
      clientId: org.signInClient.id,
      redirectUri: 'http://localhost',
    };
    const login = await beginLogin(host);
    const returnedTo = await submitLoginPage(login.url, person.loginHint, signal);
    const { accessToken } = await endLogin(host, login, returnedTo, signal);
    const me = await getMe(this.connect(accessToken, org), signal);
    if (!me.ok) throw new Error(`GET /api/v2/users/me: ${me.error.kind}`);
    const session: Session = {
      id: randomUUID(),
      accessToken,
      account: { id: me.value.id, label: me.value.name },
      scopes: SCOPES,
      region: org.region,
      practice: true,
    };
    await this.sessions.add(session);
    return session;
  }

  /** Forgets a session here and ends its token at the server; a token that cannot be ended is only forgotten. */
  async signOut(id: string): Promise<void> {
    const session = await this.sessions.remove(id);
    if (session === undefined) return;
    try {
      const ended = await deleteToken(await this.connectionOf(session));
      if (!ended.ok) this.log.warn(`The token could not be ended at the server: ${ended.error.kind}.`);
    } catch (error) {
      this.log.warn(`The token could not be ended at the server: ${reasonOf(error)}`);
    }
  }

  /** The connection of a session. Rejects when the practice org does not start. */
  async connectionOf(session: Session): Promise<Connection> {
    return this.connect(session.accessToken, await this.practiceOrg.reach());
  }

  private connect(accessToken: string, org: PracticeOrg): Connection {
    return {
      apiUrl: org.baseUrl,
      accessToken,
      language: vscode.env.language,
      onExchange: (exchange) => logExchange(this.log, exchange),
    };
  }
}

async function askPerson(
  org: PracticeOrg,
  signal: AbortSignal | undefined,
): Promise<PracticeOrg['people'][number] | undefined> {
  const cancellation = new vscode.CancellationTokenSource();
  signal?.addEventListener('abort', () => cancellation.cancel());
  const items = org.people.map((person) => ({ label: person.name, description: person.loginHint, person }));
  const options = {
    title: l10n.t('Practice Org: Sign In'),
    placeHolder: l10n.t('Choose who to be'),
    ignoreFocusOut: true,
  };
  const picked = await vscode.window.showQuickPick(items, options, cancellation.token);
  cancellation.dispose();
  return picked?.person;
}

/** Does what a browser does when a person is picked on the login page: posts its form and reads the redirect. */
async function submitLoginPage(page: URL, person: string, signal?: AbortSignal): Promise<URL> {
  const form = new URLSearchParams(page.searchParams);
  form.set('person', person);
  const answer = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    ...(signal === undefined ? {} : { signal }),
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The login page answered HTTP ${answer.status} without a redirect.`);
  return new URL(location);
}
