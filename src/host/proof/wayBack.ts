import { isLoopbackHost } from '../../core/platform/orgHosts.ts';
import { atPort, portNamedBy } from '../../core/proof/atPort.ts';
import type { Trial } from '../../core/proof/trial.ts';
import { returnOf } from '../../core/signIn/environment.ts';
import { loopbackRedirect } from '../../core/signIn/loopbackRedirect.ts';
import { readReturnedAddress } from '../../core/signIn/returnedAddress.ts';
import { textLanguage } from '../language.ts';
import type { LoginTools } from '../signIn/flows/flow.ts';
import { listenForReturn } from '../signIn/loopback.ts';
import { returnPage } from '../signIn/returnPage.ts';

/**
 * How the browser finds back from a login with a redirect URI of the client's own, and what the redirect URI is then:
 * by itself where it leads to this computer and we may listen there, by the person's hands elsewhere.
 */
export type WayBack = {
  redirectUri: string;
  returns: 'loopback' | 'paste';
  /** The address that the browser comes back to by itself, where it can. */
  arrived: Promise<URL> | undefined;
  /** From now on the answer to this login is let in. */
  expect(trial: Trial): void;
  close(): void;
};

export async function openWayBack(
  registered: string,
  grant: 'CODE' | 'TOKEN',
  tools: LoginTools,
): Promise<WayBack> {
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
