import { isLoopbackHost } from '../../core/platform/orgHosts.ts';
import type { Services } from '../services.ts';
import type { LoginTools } from './flows/flow.ts';
import { steer } from './practiceOrg.ts';

/**
 * The address at which the browser reaches a login page. Where VS Code itself is in the browser, a page of the practice
 * org is reached through VS Code's server, under a name that the org does not answer to by itself: exactly that one is
 * allowed from then on, until the org ends. Every other page stays as it is.
 */
export async function reachedByBrowser(
  page: URL,
  { practiceOrgs }: Pick<Services, 'practiceOrgs'>,
  { browser, environment }: Pick<LoginTools, 'browser' | 'environment'>,
): Promise<URL> {
  if (environment().place !== 'web') return page;
  const org = await practiceOrgs.at(page.origin);
  if (org === undefined) return page;
  const reached = await browser.external(Number(page.port));
  const { hostname } = reached;
  if (!isLoopbackHost(hostname)) await steer(org, 'POST hosts', { body: { name: hostname } });
  // What the browser is sent to keeps its path here, also where VS Code would open the root of the port alone.
  reached.pathname = reached.pathname.replace(/\/$/, '') + page.pathname;
  reached.search = page.search;
  return reached;
}
