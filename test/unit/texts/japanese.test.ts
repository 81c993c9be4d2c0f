import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Spoken, spokenIn } from './spoken.ts';

/** A letter of Japanese. */
const LETTER = '[\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Han}ー々]';

/** What a writer of Japanese would not write. */
const MISWRITTEN: Readonly<Record<string, RegExp>> = {
  'brackets, colons and question marks of full width': /[\uff08\uff09\uff1a\uff1f\uff01]/u,
  'no blank before an opening bracket': new RegExp(`${LETTER}\\(`, 'u'),
  'no blank behind a closing bracket': new RegExp(`\\)(?=${LETTER})`, 'u'),
  'a blank between two words in katakana': /\p{sc=Kana} (?=[ァ-ヶ])/u,
  'the plain form at the end of a sentence': /(?:である|[^まんたすうくだ]だ)。/u,
  'a question in the plain form': /のか\?|なぜ\?/u,
  'blanks about the sign of a range': /[\d}] [~～] /u,
  'a moment of time between two words': /の\{ago\}/u,
  'a blank behind a full stop': /[。、] (?!\|)/u,
  'a blank on one side of または alone': /Xまたは X|X またはX/u,
  'a comma or a full stop of English between letters': new RegExp(`${LETTER}[,.](?=\\s|$|${LETTER})`, 'u'),
};

/** What is no text of ours in one: code, values, addresses, labels of the admin page beside their Japanese. */
const FOREIGN =
  /<\/?[a-z][^>]*>|`[^`]*`|\{\w*\}|https?:\/\/[^\s)」、。"]+|\(command:[^)]*\)|\(#[^)]*\)|"[^"]*"|(?<=[[「][^\]」]*)\([A-Z][^)]*\)/gu;
/** Words of the Latin alphabet, with the blanks between them. */
const LATIN = /[A-Za-z][\w.$#'/-]*(?: [A-Za-z][\w.$#'/-]*)*/g;
/** Code by its form: digits, dots, capitals inside or throughout, or what a command line has. */
const CODE = /[\d._/$#-]|[a-z][A-Z]|^[A-Z]+$/;

/** Names, which are the same in every language. */
const NAMES = inWords(`
  AI Studio, API Explorer, API Usage, Architect, Azure Pipelines, Chromium, Codespaces, Cookie,
  Embeddable Framework, Employee, English, Esc, FedRAMP, Genesys, Genesys CLI, Genesys Cloud, Genesys Cloud CLI,
  Genesys Cloud for Salesforce, Genesys OAuth, GitHub, GitLab, Go, Home, Infrastructure as Code, Java,
  JavaScript, Keep a Changelog, Markdown, Marketplace, Microsoft Entra ID, Model Context Protocol, OAuth, OAuth Client Wizard,
  OAuth Client Wizard for Genesys Cloud, Okta, OneLogin, OpenAPI, PingOne, Platform API, Postman, PowerShell,
  Python, Sales, Salesforce, SCIM Integration, ServiceNow, Shift JIS, Support, Terraform, TypeScript, VS Code,
  Web, Wiki, Windows, Ctrl, Authorization, JUnit
`);
/** Words that a program reads. */
const PROGRAM = inWords(`
  all, bash, build, client, compinit, completion, connections, curl, dist, environment, error, false, gc, git,
  http, https, import, localhost, name, npm, npm install, org, out, permissions, practice, readonly, requests,
  role, scope, settings, src, state, terraform, true, variable, zsh, genesys-oauth completion words, crm,
  acmecti, bashrc, zshrc, ja, json, gitignore, yes, fix, help, assert, orgs, global, stdin, severity, login,
  api, ics
`);

function inWords(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/,\s+/));
}

function isName(words: string): boolean {
  return NAMES.has(words) || PROGRAM.has(words) || words.split(' ').every((word) => CODE.test(word));
}

/** Behind two dashes, a colon or a dot, a word is an option, a part of a permission or of a file's name. */
function englishIn(text: string): readonly string[] {
  const bare = text
    .replaceAll(FOREIGN, '')
    .replaceAll(/--[\w-]+(?: [A-Z]+| practice)?|[\w.]+(?::[\w.]+)+/g, '');
  return [...bare.matchAll(LATIN)].map(([words]) => words).filter((words) => !isName(words));
}

describe('What is said in Japanese', () => {
  const spoken = spokenIn('ja').filter(({ text }) => text !== 'ja');

  it('has no English in it that is no name and no code', () => {
    assert.deepEqual(
      faults(({ text }) => englishIn(text)),
      [],
    );
  });

  for (const [what, pattern] of Object.entries(MISWRITTEN))
    it(`has nowhere ${what}`, () => {
      assert.deepEqual(
        faults(({ text }) => text.replaceAll(FOREIGN, 'X').match(pattern) ?? []),
        [],
      );
    });

  it('would be found: English, in whole or in part', () => {
    assert.deepEqual(englishIn('Sign in again してください。'), ['Sign in again']);
    assert.deepEqual(englishIn('ロール Next を選択'), ['Next']);
    assert.deepEqual(englishIn('framework.js の clientIds に Genesys Cloud の ID を {0} で書きます。'), []);
  });

  function faults(of: (spoken: Spoken) => readonly string[]): readonly string[] {
    return spoken.flatMap((each) => of(each).map((found) => `${each.file}: ${found} in ${each.text}`));
  }
});
