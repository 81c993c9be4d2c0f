import { isInRanges } from '../ipRanges.ts';
import { apiErrors, isWithoutBrowser, namesIn, symptomsOf, wasRefusedHere } from '../look.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';

const SETTINGS = { kind: 'open-admin-page', page: 'organization-settings' } as const;

/** The organization lets only listed sites embed it (Genesys facts 12). Which site embeds it no fact tells, unless somebody says it. */
export const embeddingNotAllowed: Rule = (look) => {
  const { subject, facts } = look;
  if (isWithoutBrowser(look)) return NOT_HERE;
  const symptoms = symptomsOf(look, 'browser-message', ({ about }) => about === 'framing');
  const site =
    (subject.kind === 'framework' ? subject.site : undefined) ?? symptoms.find((each) => each.site)?.site;
  const named = { ...namesIn(look), ...(site !== undefined && { site }) };
  if (facts.authentication.kind !== 'known')
    return symptoms.length > 0
      ? found('likely', SETTINGS, { args: named, symptoms })
      : unread(facts, 'authentication');
  const { embeddingIsLimited, embeddingAllowed } = facts.authentication.value;
  // Where a browser refused all the same, this list is not why.
  if (!embeddingIsLimited) return inOrder();
  const args = { ...named, sites: embeddingAllowed.length };
  if (site === undefined)
    return found(symptoms.length > 0 ? 'likely' : 'possible', SETTINGS, { args, symptoms });
  if (isListed(site, embeddingAllowed)) return inOrder({ site });
  return found(symptoms.length > 0 ? 'certain' : 'likely', SETTINGS, { args, symptoms });
};

/** A domain of the list lets in its subdomains as well: whether it does no source tells, so that it is not complained of. */
function isListed(site: string, allowed: readonly string[]): boolean {
  const host = site.toLowerCase();
  return allowed
    .map((each) =>
      each
        .trim()
        .toLowerCase()
        .replace(/^(?:https?:\/\/)?(?:\*\.)?/, '')
        .replace(/[/:].*$/, ''),
    )
    .some((each) => each !== '' && (host === each || host.endsWith(`.${each}`)));
}

/** The organization takes calls from certain addresses only (Genesys facts 12). */
export const ipNotAllowed: Rule = (look) => {
  const { facts } = look;
  const symptoms = apiErrors(look, ['ip.not.authorized']);
  const ip = symptoms.find((each) => each.ip !== undefined)?.ip;
  const args = { ...namesIn(look), ...(ip !== undefined && { ip }) };
  if (wasRefusedHere(facts, { code: 'ip.not.authorized' }))
    return found('certain', SETTINGS, { args: { ...args, here: 'yes' }, symptoms });
  if (facts.ipAllowList.kind !== 'known')
    return symptoms.length > 0 ? found('likely', SETTINGS, { args, symptoms }) : unread(facts, 'ipAllowList');
  const ranges = facts.ipAllowList.value;
  const isOutside = ip !== undefined && ranges.length > 0 && !isInRanges(ip, ranges);
  if (symptoms.length > 0) return found(isOutside ? 'certain' : 'likely', SETTINGS, { args, symptoms });
  return ranges.length === 0
    ? inOrder()
    : found('possible', SETTINGS, { args: { ...args, ranges: ranges.length } });
};

/** More calls than the platform takes (Genesys facts 6.4). */
export const rateLimited: Rule = (look) => {
  const next = { kind: 'change-application', what: 'pace' } as const;
  const symptoms = symptomsOf(look, 'api-error', ({ status, code }) =>
    code === undefined ? status === 429 : code.startsWith('too.many.requests'),
  );
  const lasts = symptoms.find((each) => each.retryAfterSeconds !== undefined)?.retryAfterSeconds;
  if (symptoms.length > 0)
    return found('certain', next, {
      args: { ...namesIn(look), ...(lasts !== undefined && { lasts }) },
      symptoms,
    });
  if (wasRefusedHere(look.facts, { kind: 'rate-limited' }))
    return found('likely', next, { args: { ...namesIn(look), here: 'yes' } });
  return notLooked('error-text');
};
