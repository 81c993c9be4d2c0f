import { clientRegion } from '../context.ts';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../frameworkClient.ts';
import { problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';
import { redirectUriLines, withUri } from '../redirectUris.ts';

/** E4: the framework's own pages are among the redirect URIs, letter by letter. */
export const redirectsToFramework: Rule = (answers, context) => {
  const region = clientRegion(context);
  if (region === undefined) return [];
  const given = new Set(redirectUriLines(answers.redirectUris).map(({ uri }) => uri));
  return frameworkRedirectUris(region, answers.dedicatedLoginWindow)
    .filter((uri) => !given.has(uri))
    .map((uri) =>
      problem('redirectUris', 'warning', 'redirect-uri-framework-missing', { uri }, [
        { code: 'add-uri', args: { uri }, change: { redirectUris: withUri(answers.redirectUris, uri) } },
      ]),
    );
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
