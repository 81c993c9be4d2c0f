import * as vscode from 'vscode';
import { beginLogin, endLogin, type Login, probeClient } from '../../../core/platform/login.ts';
import type { OrgHosts } from '../../../core/platform/orgHosts.ts';
import type { Attempt } from '../../../core/signIn/attempt.ts';
import { failureOfLogin } from '../../../core/signIn/attempt.ts';
import { renewalOf } from '../../../core/signIn/renewal.ts';
import { loopbackRedirect, readReturnedAddress } from '../../../core/signIn/returnedAddress.ts';
import { returnOf } from '../../../core/signIn/ways.ts';
import { textLanguage } from '../../language.ts';
import type { Asked } from '../../ui/ask.ts';
import { BACK, firstOf, type Step } from '../../ui/questions.ts';
import { type Loopback, listenForReturn, returnPage } from '../loopback.ts';
import { hostsOf, redirectPort } from '../settings.ts';
import {
  CANCELLED,
  countUnknown,
  type Elsewhere,
  type FlowAnswer,
  type FlowTools,
  failed,
  orCancelled,
  withClientId,
  withRegion,
} from './flow.ts';

/** Minutes until a login that never comes back is given up. */
const PATIENCE_MINUTES = 5;

/** Redirect URI of a login whose browser cannot reach us: the person copies the address it ends on. */
const UNREACHED_REDIRECT = 'http://localhost';

type Known = { region?: string | undefined; clientId?: string | undefined; canPrepare: boolean };

/**
 * Authorization code with PKCE in the browser (Genesys facts 6.2). Asks for whatever is not known yet, after so many
 * questions `before`; the login in the browser is a step, too.
 */
export async function browserFlow(
  tools: FlowTools,
  known: Known,
  attempt: Attempt,
  before: number,
): Promise<FlowAnswer> {
  const { signal, report } = attempt;
  const first = firstOf(before + countUnknown(known.region, known.clientId) + 1, before);
  report({ kind: 'signing-in', where: 'here' });
  const result = await withRegion(tools, known.region, { step: first, signal }, async (region, step) => {
    const hosts = hostsOf(region);
    if (!hosts.ok) return failed({ kind: 'gateway-malformed', reason: hosts.reason });
    const question = { region, grant: 'CODE', canPrepare: known.canPrepare } as const;
    return await withClientId(tools, known.clientId, question, { step, signal }, async (answer, last) => {
      if (answer.kind === 'prepare') return { kind: 'preparing-client' as const, region };
      const result = await logInIfKnown(
        tools,
        { region, clientId: answer.clientId, hosts: hosts.hosts },
        attempt,
        last,
      );
      if (result === BACK) report({ kind: 'signing-in', where: 'here' });
      return result;
    });
  });
  return result ?? CANCELLED;
}

/** The login page would say what is wrong as well, but in the browser, from which nobody would ever come back. */
async function logInIfKnown(
  tools: FlowTools,
  target: Target,
  attempt: Attempt,
  step: Step,
): Promise<FlowAnswer> {
  const { region, clientId, hosts } = target;
  const { signal } = attempt;
  const standing = await probeClient(hosts.loginUrl, clientId, signal);
  switch (standing.kind) {
    case 'failed':
      return signal.aborted ? CANCELLED : failed({ kind: 'login-failed', error: standing.error });
    case 'unknown':
      return failed({ kind: 'client-unknown', region }, elsewhere(tools, clientId));
    case 'other-grant':
      return failed({ kind: 'grant-missing', needs: 'CODE' });
    case 'known':
    case 'unclear':
  }
  return await logIn(tools, target, attempt, step);
}

/** The region is found by asking each whether it knows the client, which takes no secret. */
function elsewhere(tools: FlowTools, clientId: string): Elsewhere {
  return {
    signIn: async (region, attempt) => {
      const hosts = hostsOf(region);
      if (!hosts.ok) return { kind: 'not-there' };
      const standing = await probeClient(hosts.hosts.loginUrl, clientId, attempt.signal);
      return standing.kind === 'known'
        ? orCancelled(await logIn(tools, { region, clientId, hosts: hosts.hosts }, attempt))
        : { kind: 'not-there' };
    },
  };
}

type Target = { region: string; clientId: string; hosts: OrgHosts };

async function logIn(
  tools: FlowTools,
  target: Target,
  { signal, report }: Attempt,
  step?: Step,
): Promise<FlowAnswer> {
  const way = await openWayBack(tools);
  if (way.kind === 'port-in-use') return failed({ kind: 'port-in-use', port: way.port });
  try {
    if (signal.aborted) return CANCELLED;
    const { region, clientId, hosts } = target;
    const login = await beginLogin({ loginUrl: hosts.loginUrl, clientId, redirectUri: way.redirectUri });
    report({ kind: 'signing-in', where: 'browser' });
    const answer = await waitForReturn(tools, login, region, way, { signal, step });
    if (answer === BACK) return BACK;
    if (answer === undefined) return CANCELLED;
    if (answer.kind === 'timed-out') {
      return failed({ kind: 'no-return', region, minutes: PATIENCE_MINUTES });
    }
    const result = await endLogin(login, answer.url, signal);
    if (!result.ok) return failed(failureOfLogin(result.error, { region, grant: 'CODE' }));
    const { token } = result;
    const source = { kind: 'browser', clientId } as const;
    const renewal = renewalOf(token, clientId);
    return { kind: 'granted', grant: { token, region, hosts, source, renewal } };
  } finally {
    way.close();
  }
}

/** How the browser finds back: to a port of ours where it can reach one, by the person's hands elsewhere. */
type WayBack = { redirectUri: string; close(): void } & (
  | { kind: 'loopback'; loopback: Loopback; expect(login: Login): void }
  | { kind: 'paste' }
);

async function openWayBack(tools: FlowTools): Promise<WayBack | { kind: 'port-in-use'; port: number }> {
  const byHand = { kind: 'paste', redirectUri: UNREACHED_REDIRECT, close: () => {} } as const;
  if (returnOf(tools.environment()) === 'paste') return byHand;
  let expected: Login | undefined;
  const loopback = await listenForReturn({
    port: redirectPort(),
    accepts: (url) =>
      expected !== undefined && readReturnedAddress(url.href, expected.state).kind === 'returned',
    page: (kind) => returnPage(kind, textLanguage()),
  });
  if ('kind' in loopback) return { kind: 'port-in-use', port: redirectPort() };
  const redirectUri = loopbackRedirect(
    await tools.browser.external(loopback.port).catch((error) => {
      loopback.close();
      throw error;
    }),
  );
  if (redirectUri === undefined) {
    loopback.close();
    return byHand;
  }
  const expect = (login: Login) => {
    expected = login;
  };
  return { kind: 'loopback', loopback, redirectUri, expect, close: () => loopback.close() };
}

async function waitForReturn(
  tools: FlowTools,
  login: Login,
  region: string,
  way: WayBack,
  asked: Asked,
): Promise<Awaited<ReturnType<FlowTools['prompts']['awaitReturn']>>> {
  if (way.kind === 'loopback') way.expect(login);
  const open = () => void tools.browser.open(login.url);
  open();
  const question = {
    region,
    state: login.state,
    returns: way.kind,
    arrived: way.kind === 'loopback' ? way.loopback.returned : undefined,
    minutes: PATIENCE_MINUTES,
    open,
    copyLink: () => void vscode.env.clipboard.writeText(login.url.href),
  };
  return await tools.prompts.awaitReturn(question, asked);
}
