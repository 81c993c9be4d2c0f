import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clientInFramework } from '../../../src/core/findings/clientInFramework.ts';
import type { FindingEntry, Severity } from '../../../src/core/findings/entry.ts';
import { type Args, wordsOf } from '../../../src/core/findings/finding.ts';
import { frameworkFile } from '../../../src/core/findings/frameworkFindings.ts';
import { roleForScim } from '../../../src/core/findings/roleForScim.ts';

/** A client of an org, which framework.js names. The wizard asks about one that has no name yet. */
const CLIENT: Args = { client: 'CRM', org: 'ACME' };
const PAGE = 'https://apps.mypurecloud.jp/crm/index.html';
const PARTNER = 'https://apps.mypurecloud.jp/crm/acmecti/index.html';

/** Of whom or what a sentence speaks, and what it says of it. */
type Case<Code> = [code: Code, severity: Severity, args: Args, says: RegExp];

function says<Code extends string>(
  room: Readonly<Record<Code, FindingEntry>>,
  cases: Readonly<Record<string, Case<Code>>>,
): void {
  for (const [what, [code, severity, args, expected]] of Object.entries(cases)) {
    it(`of ${what} (${code})`, () => {
      const text = room[code].text(wordsOf(args, 'en'), severity);
      assert.match(text, expected);
      assert.doesNotMatch(text, /[^{]\{\w+\}[^}]|undefined/, 'nothing is left to fill in');
    });
  }
}

describe('What a finding says', () => {
  says(clientInFramework, {
    'a client that is off': ['client-not-active', 'error', CLIENT, /"CRM" in ACME is not active, so nobody/],
    'a state that nobody knows': [
      'client-not-active',
      'information',
      { ...CLIENT, state: 'paused' },
      /"CRM" in ACME has the state paused, .* If nobody can log in/,
    ],
    'a grant type without a login page': [
      'client-wrong-grant',
      'error',
      { ...CLIENT, grant: 'PASSWORD' },
      /"CRM" in ACME has the grant type PASSWORD, with which no agent can log in/,
    ],
    'the implicit grant together with PKCE': [
      'client-wrong-grant',
      'warning',
      { ...CLIENT, grant: 'TOKEN' },
      /usePKCEAuthFlow is on, but the client "CRM" in ACME .* most likely fails/,
    ],
    'the implicit grant in the wizard, and PKCE in the file': [
      'client-wrong-grant',
      'warning',
      {},
      /^framework\.js turns usePKCEAuthFlow on.* most likely fails/,
    ],
    'a grant type that nobody knows': [
      'client-wrong-grant',
      'information',
      { ...CLIENT, grant: 'GRANT-OF-TOMORROW' },
      /"CRM" in ACME \(GRANT-OF-TOMORROW\), so it was not checked/,
    ],
    'a client with an implicit grant': [
      'implicit-grant-ending',
      'hint',
      { ...CLIENT, month: '2027-03' },
      /"CRM" in ACME has an implicit grant.* March 2027 at the earliest/,
    ],
    'the implicit grant in the wizard': [
      'implicit-grant-ending',
      'hint',
      { month: '2027-03' },
      /clients with an implicit grant stop working, in March 2027 at the earliest/,
    ],
    'a client without any redirect URI': [
      'missing-redirect-uri',
      'error',
      { ...CLIENT, uris: [PAGE] },
      /"CRM" in ACME has no redirect URI at all.*crm\/index\.html\.$/,
    ],
    'a client without the page': [
      'missing-redirect-uri',
      'warning',
      { ...CLIENT, uris: [PAGE] },
      /"CRM" in ACME lacks .*crm\/index\.html\. Unless your deployment has a page of its own/,
    ],
    'a client with another page of the framework': [
      'missing-redirect-uri',
      'information',
      { ...CLIENT, uris: [PAGE], instead: PARTNER },
      /"CRM" in ACME does not have .* It has .*acmecti.*all is well if/,
    ],
    'answers without the page': [
      'missing-redirect-uri',
      'warning',
      { uris: PAGE },
      /^The Embeddable Framework logs in at .*crm\/index\.html\. Unless .* letter by letter\.$/,
    ],
    'answers with another page of the framework': [
      'missing-redirect-uri',
      'information',
      { uris: PAGE, instead: PARTNER },
      /logs in at .*crm\/index\.html, unless your deployment uses .*acmecti/,
    ],
    'answers without the page of their partner': [
      'missing-redirect-uri',
      'warning',
      { uris: PARTNER, partner: 'acmecti' },
      /^The page of acmecti is https:.*acmecti\/index\.html\./,
    ],
    'a client with the page written in another way': [
      'inexact-redirect-uri',
      'error',
      { ...CLIENT, registered: `${PAGE}/`, uri: PAGE },
      /"CRM" in ACME has the redirect URI .*index\.html\/, but .* so login fails\.$/,
    ],
    'a client with such a page beside another one': [
      'inexact-redirect-uri',
      'information',
      { ...CLIENT, registered: `${PAGE}/`, uri: PAGE, instead: PARTNER },
      /"CRM" in ACME has .* so login fails unless your deployment uses .*acmecti/,
    ],
    'a line of the answers with the page written in another way': [
      'inexact-redirect-uri',
      'error',
      { line: 2, uri: PAGE },
      /^Line 2 is not exactly .* so nobody could log in\.$/,
    ],
    'such a line beside one with another page': [
      'inexact-redirect-uri',
      'information',
      { line: 2, uri: PAGE, instead: PARTNER },
      /^Line 2 is not exactly .* so login fails unless your deployment uses .*acmecti/,
    ],
    'a client without a scope': [
      'missing-scope',
      'information',
      { ...CLIENT, scopes: ['users', 'presence'] },
      /"CRM" in ACME lacks scopes .*: users and presence\.$/,
    ],
    'answers without a scope': ['missing-scope', 'information', { scopes: ['users'] }, /^These .*: users\.$/],
  });

  says(frameworkFile, {
    'a text that somebody has to replace': [
      'placeholder-client-id',
      'warning',
      { text: 'YOUR_ID', region: 'mypurecloud.jp' },
      /^"YOUR_ID" is not a Client ID\. Put .* mypurecloud\.jp here/,
    ],
    'a text that a build replaces': [
      'placeholder-client-id',
      'hint',
      { text: '{{ID}}', region: 'mypurecloud.jp', by: 'build' },
      /^"\{\{ID\}\}" looks like a place that a build fills in.* mypurecloud\.jp here/,
    ],
    'a region that is mistyped': [
      'unknown-region',
      'warning',
      { region: 'mypurecloud.jpn', suggestion: 'mypurecloud.jp' },
      /^"mypurecloud\.jpn" is not .* The domain is mypurecloud\.jp\.$/,
    ],
    'a region that nobody knows': [
      'unknown-region',
      'information',
      { region: 'acme.test' },
      /^"acme\.test" (?!.*The domain is)/,
    ],
  });

  says(roleForScim, {
    'a role with more and less': [
      'altered-role',
      'warning',
      { role: 'SCIM Integration', added: ['oauth:*:*'], taken: ['directory:user:add'] },
      /role SCIM Integration .* in addition: oauth:\*:\*\. It lacks: directory:user:add\. With such a role/,
    ],
    'a role with more': [
      'altered-role',
      'warning',
      { role: 'SCIM Integration', added: ['oauth:*:*'], taken: [] },
      /role SCIM Integration .* in addition: oauth:\*:\*\. With such a role/,
    ],
    'a role with less': [
      'altered-role',
      'warning',
      { role: 'SCIM Integration', added: [], taken: ['directory:user:add'] },
      /ships it\. It lacks: directory:user:add\. With such a role/,
    ],
  });
});
