import * as vscode from 'vscode';
import { probeClient } from '../../core/platform/login.ts';
import { probeLoginPage } from '../../core/platform/loginPage.ts';
import { isLoopbackHost, type OrgHosts } from '../../core/platform/orgHosts.ts';
import type { Connection } from '../../core/platform/request.ts';
import type { ClientToTry, ProofFailure, TrialReport, TrialResult } from '../../core/proof/proof.ts';
import {
  atPort,
  beginTrial,
  checkToken,
  outcomeOfLogin,
  portNamedBy,
  TRIES_AFTER,
  type Trial,
} from '../../core/proof/trial.ts';
import { loopbackRedirect, readReturnedAddress } from '../../core/signIn/returnedAddress.ts';
import { returnOf } from '../../core/signIn/ways.ts';
import { wait } from '../../disk/wait.ts';
import { textLanguage } from '../language.ts';
import type { LoginTools } from '../signIn/flows/flow.ts';
import { listenForReturn, returnPage } from '../signIn/loopback.ts';
import { withoutBack } from '../ui/questions.ts';

/** Minutes until a login that never comes back is given up. */
const PATIENCE_MINUTES = 5;

/** What a trial of a client uses. */
export type TrialTools = LoginTools & {
  /** The secret of the client; undefined where nobody kept it. */
  secretOf(clientId: string): Promise<string | undefined>;
  connect(hosts: OrgHosts, accessToken: string): Connection;
  /** Where the browser reaches this login page. */
  reachedByBrowser(page: URL): Promise<URL>;
};

const CANCELLED: TrialResult = { kind: 'cancelled' };

/**
 * Lets somebody log in with a client to show that it works. The token that this makes is used for what harms nobody,
 * ended again, and kept nowhere.
 */
export async function tryLogin(
  client: ClientToTry,
  tools: TrialTools,
  signal: AbortSignal,
  report: TrialReport,
): Promise<TrialResult> {
  report('probing');
  const way = await openWayBack(client.redirectUri, client.grant, tools);
  try {
    const { hosts, clientId, grant } = client;
    const trial = await beginTrial(grant, {
      loginUrl: hosts.loginUrl,
      clientId,
      redirectUri: way.redirectUri,
    });
    const obstacle = await findObstacle(client, trial, signal);
    if (signal.aborted) return CANCELLED;
    if (obstacle !== undefined) return obstacle;
    report('in-browser');
    const returned = await waitForReturn(client, trial, way, tools, signal);
    if (returned === undefined || signal.aborted) return CANCELLED;
    if (returned.kind === 'timed-out') {
      return failed({ kind: 'no-return', redirectUri: client.redirectUri, minutes: PATIENCE_MINUTES });
    }
    report('checking');
    return await useToken(client, trial, returned.url, tools, signal);
  } finally {
    way.close();
  }
}

/** What can be known before anybody is sent to the browser, from where they would not come back. */
async function findObstacle(
  client: ClientToTry,
  trial: Trial,
  signal: AbortSignal,
): Promise<TrialResult | undefined> {
  let obstacle: { result: TrialResult; mayPass: boolean } | undefined;
  for (const milliseconds of TRIES_AFTER) {
    await wait(milliseconds, signal);
    if (signal.aborted) return CANCELLED;
    obstacle = await probe(client, trial, signal);
    if (obstacle?.mayPass !== true) break;
  }
  return obstacle?.result;
}

async function probe(
  { clientId, grant, redirectUri, hosts }: ClientToTry,
  trial: Trial,
  signal: AbortSignal,
): Promise<{ result: TrialResult; mayPass: boolean } | undefined> {
  const standing = grant === 'CODE' ? await probeClient(hosts.loginUrl, clientId, signal) : undefined;
  if (standing?.kind === 'unknown') return { result: failed({ kind: 'client-unknown' }), mayPass: true };
  if (standing?.kind === 'other-grant') return { result: failed({ kind: 'other-grant' }), mayPass: false };
  if (standing?.kind === 'failed') return { result: outcomeOfLogin(standing.error), mayPass: false };
  const page = await probeLoginPage(trial.url, signal);
  switch (page.kind) {
    case 'invalid':
      return {
        result: failed({ kind: 'redirect-uri-refused', redirectUri }),
        mayPass: standing?.kind !== 'known',
      };
    case 'refused':
    case 'failed':
      return { result: outcomeOfLogin(page.error), mayPass: false };
    case 'unclear':
      return undefined;
  }
}

async function waitForReturn(
  { region, grant, redirectUri }: ClientToTry,
  trial: Trial,
  way: WayBack,
  { prompts, browser, reachedByBrowser }: TrialTools,
  signal: AbortSignal,
) {
  way.expect(trial);
  const page = await reachedByBrowser(trial.url);
  const open = () => void browser.open(page);
  open();
  const question = {
    region,
    state: trial.state,
    returns: way.returns,
    tries: { redirectUri, endsWith: grant === 'CODE' ? 'code' : 'token' } as const,
    arrived: way.arrived,
    minutes: PATIENCE_MINUTES,
    open,
    copyLink: () => void vscode.env.clipboard.writeText(page.href),
  };
  return withoutBack(await prompts.awaitReturn(question, { signal }));
}

async function useToken(
  client: ClientToTry,
  trial: Trial,
  returnedTo: URL,
  { secretOf, connect }: TrialTools,
  signal: AbortSignal,
): Promise<TrialResult> {
  const login = await trial.end(returnedTo, async () => await secretOf(client.clientId), signal);
  if (!login.ok) return outcomeOfLogin(login.error);
  const checked = await checkToken(connect(client.hosts, login.token.accessToken), signal);
  if (checked.ok) return { kind: 'proved', ...checked.value };
  const { error } = checked;
  if (error.kind === 'cancelled') return CANCELLED;
  return failed({ kind: error.kind === 'signed-out' ? 'token-refused' : 'not-reached', error });
}

function failed(failure: ProofFailure): TrialResult {
  return { kind: 'failed', failure };
}

/**
 * How the browser finds back from a login with a redirect URI of the client's own, and what the redirect URI is then:
 * by itself where it leads to this computer and we may listen there, by the person's hands elsewhere.
 */
type WayBack = {
  redirectUri: string;
  returns: 'loopback' | 'paste';
  /** The address that the browser comes back to by itself, where it can. */
  arrived: Promise<URL> | undefined;
  /** From now on the answer to this login is let in. */
  expect(trial: Trial): void;
  close(): void;
};

async function openWayBack(registered: string, grant: 'CODE' | 'TOKEN', tools: LoginTools): Promise<WayBack> {
  const byHand: WayBack = {
    redirectUri: registered,
    returns: 'paste',
    arrived: undefined,
    expect: () => {},
    close: () => {},
  };
  const { protocol, hostname, pathname, search } = new URL(registered);
  const isOurs = protocol === 'http:' && isLoopbackHost(hostname) && search === '';
  // What the implicit grant answers stays in the browser: it is in the fragment, which no server is sent.
  if (!isOurs || grant === 'TOKEN' || returnOf(tools.environment()) === 'paste') return byHand;
  let expected: Trial | undefined;
  const loopback = await listenForReturn({
    port: portNamedBy(registered),
    path: pathname,
    accepts: (url) =>
      expected !== undefined && readReturnedAddress(url.href, expected.state).kind === 'returned',
    page: (kind) => returnPage(kind, textLanguage()),
  });
  // The application itself may be running there already.
  if ('kind' in loopback) return byHand;
  const external = await tools.browser.external(loopback.port).then(loopbackRedirect, () => undefined);
  const redirectUri = external && atPort(registered, Number(new URL(external).port));
  if (redirectUri === undefined) {
    loopback.close();
    return byHand;
  }
  const expect = (trial: Trial) => {
    expected = trial;
  };
  return { redirectUri, returns: 'loopback', arrived: loopback.returned, expect, close: loopback.close };
}
