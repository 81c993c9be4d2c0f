import { FRAMEWORK_SCOPES } from '../frameworkClient.ts';
import { frameworkPages } from '../frameworkPages.ts';
import { frameworkRegions } from '../frameworkRegions.ts';
import { misspeltPage, regionOfPage } from '../misspeltPage.ts';
import { problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';
import { redirectUriLines, withLines, withUri } from '../redirectUris.ts';

/**
 * E4: the framework's own pages are among the redirect URIs, letter by letter. Some deployments have pages of their own,
 * so that one which is not there may be meant; one that is there with a typing error is not.
 */
export const redirectsToFramework: Rule = (answers, context) => {
  const { redirectUris } = answers;
  const lines = redirectUriLines(redirectUris);
  const given = lines.map(({ uri }) => uri);
  return frameworkPages(answers, context)
    .filter((page) => !given.includes(page))
    .map((page) => {
      const misspelt = misspeltPage(given, page);
      const line = lines.find(({ uri }) => uri === misspelt)?.line;
      if (line === undefined) {
        return problem('redirectUris', 'warning', 'redirect-uri-framework-missing', { uri: page }, [
          { code: 'add-uri', args: { uri: page }, change: { redirectUris: withUri(redirectUris, page) } },
        ]);
      }
      const corrected = { redirectUris: withLines(redirectUris, line, [page]) };
      return problem('redirectUris', 'error', 'redirect-uri-framework-misspelt', { line, uri: page }, [
        { code: 'correct-line', args: { line }, change: corrected },
      ]);
    });
};

/** E4: the framework's page of a region for which framework.js gets no Client ID is of no use to anybody. */
export const redirectsToNoOtherRegion: Rule = (answers, context) => {
  const own = frameworkRegions(answers, context);
  if (own.length === 0) return [];
  const { redirectUris, moreRegions } = answers;
  return redirectUriLines(redirectUris).flatMap(({ line, uri }) => {
    const other = regionOfPage(uri);
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
