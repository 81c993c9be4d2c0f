import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { inLanguage, type Language } from '../language.ts';
import { signInPeople } from '../world/seed.ts';
import type { AuthorizeParams } from './authorizationRequest.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { max-width: 34rem; padding: 2rem 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
ul { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: .75rem; }
button { font: inherit; text-align: start; padding: .75rem 1rem; border: 1px solid GrayText; border-radius: .5rem; background: Canvas; color: CanvasText; cursor: pointer; }
li button { width: 100%; }
button:hover { border-color: LinkText; }
button:focus-visible { outline: 3px solid LinkText; outline-offset: 2px; }
strong { display: block; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * The headers of a login page. The page may submit its form to itself, and (browsers check that as well)
 * be redirected from there to `redirectUri`; nothing else is allowed.
 */
export function pageHeaders(redirectUri?: string): Record<string, string> {
  const targets = redirectUri === undefined ? "'none'" : `'self' ${sourceOf(redirectUri)}`;
  return {
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

const INTRO =
  '{0} asks to sign in to {1}. This org is a simulation on your own computer: no password is needed, and nothing here is real.';
const WHAT_TO_CHECK =
  'Check that the client exists in this org and is active, and that the redirect URI is registered exactly as it is used: the scheme, the host, the path and a trailing slash all count.';

type Choice = {
  readonly clientName: string;
  readonly orgName: string;
  /** Who can be chosen. */
  readonly loginHints: readonly (string | null)[];
  readonly params: AuthorizeParams;
};

/** The page where one picks who to be. The person of `login_hint` comes first and has the focus. */
export function peoplePage(language: Language, { clientName, orgName, loginHints, params }: Choice): Html {
  const say = (text: string, ...values: readonly string[]) => inLanguage(language, text, ...values);
  const hint = params['login_hint'];
  const people = signInPeople
    .filter(({ loginHint }) => loginHints.includes(loginHint))
    .sort((a, b) => Number(b.loginHint === hint) - Number(a.loginHint === hint));
  return page(
    language,
    say('Sign in to the practice org'),
    html`<h1>${say('Who do you want to be?')}</h1>
      <p>${say(INTRO, clientName, orgName)}</p>
      <form method="post" action="authorize">
        ${Object.entries(params).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <ul aria-label="${say('People of the practice org')}">
          ${people.map(
            ({ loginHint, name, mayDo }) =>
              html`<li>
                <button name="person" value="${loginHint}" ${loginHint === hint ? raw('autofocus') : ''}>
                  <strong>${name}</strong> ${say(mayDo)}
                </button>
              </li>`,
          )}
        </ul>
        <button name="decision" value="cancel">${say('Cancel')}</button>
      </form>`,
  );
}

/** The page that says that nobody can be sent anywhere. */
export function invalidPage(language: Language): Html {
  const title = inLanguage(language, 'The OAuth client ID or redirect URI is invalid');
  return page(language, title, html`<h1>${title}</h1><p>${inLanguage(language, WHAT_TO_CHECK)}</p>`);
}

function page(language: Language, title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

/** The source expression of a URI for a Content-Security-Policy. */
function sourceOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}
