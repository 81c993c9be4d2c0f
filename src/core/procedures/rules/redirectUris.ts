import type { DraftCode } from '../../findings/draftFindings.ts';
import { isLoopbackHost } from '../../platform/orgHosts.ts';
import { withoutEnd, withoutInvisible } from '../../platform/text.ts';
import { partnerPageOf, readPageName } from '../deployment.ts';
import { type DraftFinding, finding, findingsOfEach } from '../draftFinding.ts';
import { asksForRedirectUris } from '../grantTypes.ts';
import type { Rule } from '../procedure.ts';
import { listedUris, plainUri, redirectUriLines, withLines } from '../redirectUris.ts';
import { isNew, isUntold } from '../startFrom/adopt.ts';

export const MOST_REDIRECT_URIS = 125;

/**
 * G14: where the grant type has them, at least one and at most 125 redirect URIs, each an absolute https URI without a
 * fragment. None is no fault before the region is known, because the presets come with it.
 */
export const hasRedirectUris: Rule = (answers, context) => {
  const { grantType, redirectUris } = answers;
  if (!asksForRedirectUris(grantType) || isUntold(answers, context, 'registeredRedirectUri')) return [];
  const lines = redirectUriLines(redirectUris);
  const awaitsRegion = context.destination.kind === 'undecided';
  if (lines.length === 0) return awaitsRegion ? [] : [finding('redirect-uris-missing', 'redirectUris')];
  const tooMany = lines.length > MOST_REDIRECT_URIS;
  return [
    ...(tooMany
      ? [
          finding('redirect-uris-too-many', 'redirectUris', {
            count: lines.length,
            max: MOST_REDIRECT_URIS,
          }),
        ]
      : []),
    ...findingsOfEach(lines, (each) => findingsOfLine(redirectUris, each)),
  ];
};

function findingsOfLine(redirectUris: string, { line, uri }: { line: number; uri: string }): DraftFinding[] {
  const replaced = (uris: readonly string[]) => ({ redirectUris: withLines(redirectUris, line, uris) });
  const meant = plainUri(uri);
  if (meant !== uri && redirectUriFault(meant) === undefined && isOne(meant)) {
    const fix = { code: 'correct-line' as const, args: { line }, change: replaced([meant]) };
    const severity = mayBelong(uri, meant) ? 'warning' : 'error';
    return [finding('redirect-uri-as-pasted', 'redirectUris', { line, meant }, { severity, fixes: [fix] })];
  }
  const listed = listedUris(uri);
  if (listed.length > 1) {
    const fix = { code: 'split-line' as const, args: { line }, change: replaced(listed) };
    return [
      finding('redirect-uri-several', 'redirectUris', { line, count: listed.length }, { fixes: [fix] }),
    ];
  }
  const code = redirectUriFault(uri);
  return code === undefined ? [] : [finding(code, 'redirectUris', { line, uri })];
}

/** What was around several addresses may be between them, too. */
function isOne(text: string): boolean {
  return text.split('://').length === 2;
}

/** Punctuation behind an address may be a part of it; what stands before it, or cannot be seen, is none. */
function mayBelong(uri: string, meant: string): boolean {
  return uri.startsWith(meant) && withoutInvisible(uri) === uri && !/\p{Cc}/u.test(uri);
}

/** G14: whoever opens the address shows a name and a password to all, and no browser needs them there. */
const redirectUrisNameNobody: Rule = ({ grantType, redirectUris }) => {
  if (!asksForRedirectUris(grantType)) return [];
  return redirectUriLines(redirectUris).flatMap(({ line, uri }) => {
    if (redirectUriFault(uri) !== undefined) return [];
    const { username, password } = new URL(uri);
    return username + password === '' ? [] : [finding('redirect-uri-user-name', 'redirectUris', { line })];
  });
};

/** G14: matching is exact, and a browser sends an address in ASCII, however it was typed. */
const redirectUrisAreAscii: Rule = ({ grantType, redirectUris }) => {
  if (!asksForRedirectUris(grantType)) return [];
  return findingsOfEach(redirectUriLines(redirectUris), ({ line, uri }) => {
    if (/^\p{ASCII}*$/u.test(uri) || redirectUriFault(uri) !== undefined || plainUri(uri) !== uri) return [];
    const ascii = new URL(uri).href;
    const change = { redirectUris: withLines(redirectUris, line, [ascii]) };
    const fix = { code: 'replace-line' as const, args: { line }, change };
    return [finding('redirect-uri-not-ascii', 'redirectUris', { line, uri, ascii }, { fixes: [fix] })];
  });
};

/** G14: matching is exact, so a duplicate is useless and a near-duplicate is usually a typing error. */
const redirectUrisDiffer: Rule = ({ grantType, redirectUris }) => {
  if (!asksForRedirectUris(grantType)) return [];
  const firstLines = new Map<string, { line: number; uri: string }>();
  return findingsOfEach(redirectUriLines(redirectUris), ({ line, uri }) => {
    const first = firstLines.get(comparable(uri));
    if (first === undefined) {
      firstLines.set(comparable(uri), { line, uri });
      return [];
    }
    return [
      finding(
        likeness(first.uri, uri),
        'redirectUris',
        { line, first: first.line, uri },
        {
          fixes: [
            {
              code: 'remove-line',
              args: { line },
              change: { redirectUris: withLines(redirectUris, line, []) },
            },
          ],
        },
      ),
    ];
  });
};

/** What holds of each redirect URI, whatever the client is for. */
export const redirectUriRules: readonly Rule[] = [
  redirectUrisDiffer,
  redirectUrisAreAscii,
  redirectUrisNameNobody,
];

/** What is wrong with an address as a redirect URI (G14), if anything. */
export function redirectUriFault(uri: string): DraftCode | undefined {
  // No address has these; what is between them waits to be filled in.
  if (/^[^?]*[{}<>]/.test(uri)) return 'redirect-uri-stand-in';
  if (/[\s\p{Cc}]/u.test(uri)) return 'redirect-uri-space';
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(uri) || !URL.canParse(uri)) return 'redirect-uri-relative';
  const { protocol, hostname } = new URL(uri);
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  if (!secure) return 'redirect-uri-not-https';
  if (uri.includes('#')) return 'redirect-uri-fragment';
  if (hostname.includes('*')) return 'redirect-uri-wildcard';
  return undefined;
}

/** Two URIs that differ only in what people overlook have the same comparable form. */
function comparable(uri: string): string {
  const withoutSlash = withoutEnd(uri, '/');
  return URL.canParse(withoutSlash) ? withoutEnd(new URL(withoutSlash).href, '/') : withoutSlash;
}

function likeness(first: string, second: string): DraftCode {
  if (first === second) return 'redirect-uri-duplicate';
  const slashDiffers = withoutEnd(first, '/') === withoutEnd(second, '/');
  return slashDiffers ? 'redirect-uri-trailing-slash' : 'redirect-uri-host-case';
}

/** E4: the page of a partner needs its name. A client that exists has its pages already, so there it is no error. */
export const namesPartnerPage: Rule = (answers) => {
  const { deployment, partnerPage } = answers;
  if (deployment !== 'partner') return [];
  const severity = isNew(answers) ? 'error' : 'warning';
  const read = readPageName(partnerPage);
  switch (read.kind) {
    case 'missing':
      return [finding('partner-page-missing', 'partnerPage', {}, { severity })];
    case 'unclear':
      return [finding('partner-page-unclear', 'partnerPage', {}, { severity })];
    case 'name': {
      const small = read.name.toLowerCase();
      // A client that exists is used as it is, and its page has the letters that it has.
      if (small === read.name || !isNew(answers)) return [];
      const fix = {
        code: 'use-small-letters' as const,
        args: { name: small },
        change: { partnerPage: small },
      };
      return [finding('partner-page-capitals', 'partnerPage', { name: read.name }, { fixes: [fix] })];
    }
  }
};

/** G14: while a partner's page has no name, none can be preset, and that it lacks one is said instead. */
export const hasRedirectUrisOnceNamed: Rule = (answers, context) => {
  const partner = partnerPageOf(answers);
  const awaitsName = partner !== undefined && partner.name === undefined;
  return awaitsName && answers.redirectUris.trim() === '' ? [] : hasRedirectUris(answers, context);
};
