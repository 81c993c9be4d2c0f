import type { Args } from '../../findings/finding.ts';
import { orgOf } from '../context.ts';
import { finding } from '../draftFinding.ts';
import { asksForRoles, asksForScopes } from '../grantTypes.ts';
import type { Rule } from '../procedure.ts';

/** An org may have hundreds, and nobody looks for their own among them here. */
const MOST_NAMED = 5;

/** The framework is embedded in a site, which the org may not let (Genesys facts 12). Which site, nobody has said. */
export const mayBeEmbedded: Rule = (_answers, context) => {
  const org = orgOf(context);
  const sites = org?.settings?.embeddingSites;
  if (org === undefined || sites === undefined) return [];
  return sites.length === 0
    ? [finding('org-embedding-limited', 'org', { org: org.name }, { severity: 'warning' })]
    : [finding('org-embedding-limited', 'org', { org: org.name, ...firstOf('sites', sites) })];
};

/** People who log in lose their token when they do nothing, and have none to renew it by (Genesys facts 6.2, 12). */
export const lastsWhileIdle: Rule = ({ grantType }, context) => {
  const org = orgOf(context);
  const seconds = org?.settings?.inactivitySeconds;
  if (org === undefined || seconds === undefined || !asksForScopes(grantType)) return [];
  const words = { org: org.name, lasts: seconds };
  const severity = grantType === 'CODE' ? 'warning' : 'information';
  return [finding('org-inactivity-timeout', 'org', words, { severity })];
};

/** A client that calls by itself does so from an address, which the org may not let (Genesys facts 12). */
export const callsFromAllowedNetwork: Rule = ({ grantType }, context) => {
  const org = orgOf(context);
  const networks = org?.settings?.networks ?? [];
  if (org === undefined || networks.length === 0 || !asksForRoles(grantType)) return [];
  return [finding('org-ip-limited', 'org', { org: org.name, ...firstOf('networks', networks) })];
};

/** Where an org has authorized clients, a new one may have to be authorized, too; no API tells whether (Genesys facts 12). */
export const mayNeedAuthorization: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org?.settings?.authorizesClients !== true) return [];
  return [finding('org-authorizes-clients', 'org', { org: org.name })];
};

/** The first of a list, and how many more there are. */
function firstOf(what: string, names: readonly string[]): Args {
  const more = names.length - MOST_NAMED;
  return more > 0 ? { [what]: names.slice(0, MOST_NAMED), more } : { [what]: names };
}
