import { appsUrl, regions } from '../platform/regions.ts';
import { withoutEnd, withoutInvisible } from '../platform/text.ts';

/** Seconds a token lasts so that it ends outside an agent's working day (procedure rule E2): 18 hours. */
export const FRAMEWORK_DURATION_SECONDS = 64_800;

/** The scopes that the embedded client calls for (procedure rule E5, Genesys facts 4.1). */
export const FRAMEWORK_SCOPES: readonly string[] = [
  'conversations',
  'external-contacts:readonly',
  'notifications',
  'organization:readonly',
  'outbound:readonly',
  'presence',
  'quality:readonly',
  'routing:readonly',
  'scripts:readonly',
  'stations:readonly',
  'user-basic-info',
  'users',
  'voicemail',
  'workforce-management',
];

/** A page of a partner or a product in place of the framework's own; its name is undefined while it is not known. */
export type PartnerPage = { readonly name: string | undefined };

/**
 * Where Genesys Cloud sends the agent after login in this region, matched letter by letter (rule E4): to the framework's
 * own pages, or to that of a partner (Genesys facts 12). Where the login window of a partner comes back, no source says.
 */
export function frameworkRedirectUris(
  region: string,
  dedicatedLoginWindow: boolean,
  partner?: PartnerPage,
): readonly string[] {
  const crm = `${appsUrl(region)}/crm`;
  if (partner !== undefined) return partner.name === undefined ? [] : [`${crm}/${partner.name}/index.html`];
  return dedicatedLoginWindow ? [`${crm}/index.html`, `${crm}/authWindow.html`] : [`${crm}/index.html`];
}

/**
 * The region (its domain) whose agents this page of the framework, or else of this partner, takes back after login;
 * undefined for any other page.
 */
export function regionOfPage(uri: string, partner?: PartnerPage): string | undefined {
  return regions.find(({ domain }) =>
    [...frameworkRedirectUris(domain, true), ...frameworkRedirectUris(domain, true, partner)].includes(uri),
  )?.domain;
}

/** Whether this leads to a page of the framework, of whatever region or partner, be it written otherwise. */
export function isLikelyFrameworkPage(uri: string): boolean {
  const page = plain(uri);
  if (regionOfPage(page) !== undefined) return true;
  return regions.some(({ domain }) => partnerAmong([page], domain) !== undefined);
}

/**
 * The name of the only partner whose page stands among these redirect URIs, letter by letter, in place of the
 * framework's own page of the region (Genesys facts 12); undefined where there is none, or no telling which is meant.
 */
export function partnerAmong(uris: readonly string[], region: string): string | undefined {
  const own = frameworkRedirectUris(region, false);
  if (uris.some((uri) => own.some((page) => uri === page || isWrittenOtherwise(uri, page)))) return undefined;
  const names = uris.flatMap((uri) => {
    const name = BELOW_CRM.exec(uri)?.[1] ?? '';
    return isPageName(name) && frameworkRedirectUris(region, false, { name }).includes(uri) ? [name] : [];
  });
  const [name, ...others] = new Set(names);
  return others.length === 0 ? name : undefined;
}

/** The name, if it is the page of a partner, which only the whole address tells. */
const BELOW_CRM = /\/crm\/([^/]+)/;

/** Whether this is one segment of a path, which leads nowhere else and stands in an address as it is. */
export function isPageName(name: string): boolean {
  return /^(?!\.+$)[A-Za-z0-9._-]+$/.test(name);
}

/**
 * Whether a redirect URI is certainly this page, written in another way: with another case of scheme or host, the port
 * that https has anyway, slashes at its end, or blanks and invisible characters. Matching is exact (rule E4), so with it
 * nobody can log in. What differs in its path or has a query may be a page of its own, and is another address.
 */
export function isWrittenOtherwise(uri: string, page: string): boolean {
  return uri !== page && plain(uri) === page;
}

/** Whether a redirect URI leads to the host that has the framework's pages of this region. */
export function isOnAppsHost(uri: string, region: string): boolean {
  return `${plain(uri)}/`.startsWith(`${appsUrl(region)}/`);
}

function plain(uri: string): string {
  const shown = withoutInvisible(uri).trim();
  const [, host, path = ''] = /^https:\/\/([^/?#@:]+)(?::443)?(\/.*)?$/i.exec(shown) ?? [];
  return host === undefined ? shown : `https://${host.toLowerCase()}${withoutEnd(path, '/')}`;
}

/**
 * When Genesys withdraws the implicit grant. Two sources give different dates and the announcement itself was not
 * at hand (Genesys facts 8.2), so every date is kept with its source and the earliest one steers the preset.
 */
export const implicitGrantWithdrawal = [
  { source: 'community.genesys.com', noNewClientsFrom: '2026-03', existingClientsEnd: '2027-03' },
  { source: 'wiki.tinod.net', noNewClientsFrom: '2026-05', existingClientsEnd: '2027-05' },
] as const;

/** The earliest announced months, as `YYYY-MM`. */
export const implicitGrantEnds = {
  noNewClientsFrom: earliest(implicitGrantWithdrawal.map((date) => date.noNewClientsFrom)),
  existingClientsEnd: earliest(implicitGrantWithdrawal.map((date) => date.existingClientsEnd)),
};

/** Whether, by the earliest announcement, an org may refuse a new implicit client on this ISO date (rule G9). */
export function implicitGrantMayBeRefused(today: string): boolean {
  return today >= implicitGrantEnds.noNewClientsFrom;
}

/**
 * How far the withdrawal is on this ISO date, by the earliest announcement: it is announced, new clients may be
 * refused, or existing ones may have stopped.
 */
export function implicitGrantStage(today: string): 'announced' | 'no-new-clients' | 'ended' {
  if (today >= implicitGrantEnds.existingClientsEnd) return 'ended';
  return implicitGrantMayBeRefused(today) ? 'no-new-clients' : 'announced';
}

function earliest(months: readonly string[]): string {
  return months.reduce((soonest, month) => (month < soonest ? month : soonest));
}
