import { createHash } from 'node:crypto';
import * as l10n from '@vscode/l10n';

/** What the browser shows at the end of a login, and what that page may do: nothing but look like this. */
export type ReturnPage = { html: string; contentSecurityPolicy: string };

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 32rem; padding: 2rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; font-weight: 600; line-height: 1.3; }
p { margin: 0; }
`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page for a browser that has come back, in the reader's language (BCP 47 tag). It says nothing of a success:
 * whether the login ends with a token is not known yet.
 */
export function returnPage(kind: 'welcome-back' | 'refused', language: string): ReturnPage {
  const [heading, text] = textsOf(kind);
  return { html: html(language, heading, text), contentSecurityPolicy: CONTENT_SECURITY_POLICY };
}

function textsOf(kind: 'welcome-back' | 'refused'): [heading: string, text: string] {
  switch (kind) {
    case 'welcome-back':
      return [l10n.t('Go back to VS Code'), l10n.t('Your login has arrived there. You can close this page.')];
    case 'refused':
      return [
        l10n.t('This is not the login that VS Code waits for'),
        l10n.t(
          'It may be an older one. Use the login page that VS Code opened last, or begin again in VS Code.',
        ),
      ];
  }
}

/** All of it is our own, so that nothing needs escaping. */
function html(language: string, heading: string, text: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
