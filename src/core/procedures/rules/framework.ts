import { regions } from '../../platform/regions.ts';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../frameworkClient.ts';
import { frameworkPages } from '../frameworkPages.ts';
import { frameworkRegions } from '../frameworkRegions.ts';
import { problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';
import { redirectUriLines, withLines, withUri } from '../redirectUris.ts';

/** E4: the framework's own pages are among the redirect URIs, letter by letter. */
export const redirectsToFramework: Rule = (answers, context) => {
  const given = new Set(redirectUriLines(answers.redirectUris).map(({ uri }) => uri));
  return frameworkPages(answers, context)
    .filter((uri) => !given.has(uri))
    .map((uri) =>
      problem('redirectUris', 'warning', 'redirect-uri-framework-missing', { uri }, [
        { code: 'add-uri', args: { uri }, change: { redirectUris: withUri(answers.redirectUris, uri) } },
      ]),
    );
};

/** E4: the framework's page of a region for which framework.js gets no Client ID is of no use to anybody. */
export const redirectsToNoOtherRegion: Rule = (answers, context) => {
  const own = frameworkRegions(answers, context);
  if (own.length === 0) return [];
  const { redirectUris, moreRegions } = answers;
  return redirectUriLines(redirectUris).flatMap(({ line, uri }) => {
    const other = regions.find(({ domain }) => frameworkRedirectUris(domain, true).includes(uri))?.domain;
    if (other === undefined || own.includes(other)) return [];
    return [
      problem('redirectUris', 'warning', 'redirect-uri-other-region', { line, region: other }, [
        { code: 'add-region', args: { region: other }, change: { moreRegions: [...moreRegions, other] } },
        { code: 'remove-line', args: { line }, change: { redirectUris: withLines(redirectUris, line, []) } },
      ]),
    ];
  });
};

/** E5: a scope that the framework calls for is missed only when an agent is already at work. */
export const hasFrameworkScopes: Rule = ({ scopes }) => {
  const missing = FRAMEWORK_SCOPES.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0 || scopes.length === 0) return [];
  return [
    problem('scopes', 'warning', 'framework-scopes-missing', { scopes: missing.join(', ') }, [
      { code: 'add-framework-scopes', args: {}, change: { scopes: [...scopes, ...missing] } },
    ]),
  ];
};
