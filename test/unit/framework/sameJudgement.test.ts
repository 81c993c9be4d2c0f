import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changedClient } from '../../../src/core/clients/change.ts';
import { FRAMEWORK_SCOPES } from '../../../src/core/clients/frameworkNeeds.ts';
import type { FrameworkCode } from '../../../src/core/findings/catalogue.ts';
import { clientInFramework } from '../../../src/core/findings/clientInFramework.ts';
import type { DraftCode } from '../../../src/core/findings/draftFindings.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import type { FrameworkFinding } from '../../../src/core/framework/frameworkFinding.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { describeFrameworkFile } from '../../../src/core/procedures/frameworkFile.ts';
import { check } from '../../../src/core/procedures/index.ts';
import { frameworkFixText } from '../../../src/core/texts/frameworkFixes.ts';
import { aContext, anOrg, aWorkspace, inOrg } from '../procedures/situations.ts';

const ID = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const REGION = 'mypurecloud.jp';
const PAGE = `https://apps.${REGION}/crm/index.html`;
const PARTNER = `https://apps.${REGION}/crm/acmecti/index.html`;

/** What a client and a framework.js may be, each crossed with all others. */
const GRANTS = ['CODE', 'TOKEN', 'CLIENT-CREDENTIALS', 'SAML2-BEARER', 'PASSWORD', 'GRANT-OF-TOMORROW'];
const STATES = [undefined, 'active', 'disabled', 'inactive', 'state-of-tomorrow'];
const SCOPES = [
  [...FRAMEWORK_SCOPES],
  FRAMEWORK_SCOPES.map((scope) => scope.replace(/:readonly$/, '')),
  FRAMEWORK_SCOPES.slice(3),
];
const PAGES = [
  [PAGE],
  [],
  ['https://crm.test/callback'],
  [`${PAGE}/`],
  [`${PAGE}?crm=acme-public`],
  [PARTNER],
  [PAGE.replace('index', 'authWindow')],
  [PAGE, PAGE.replace('index', 'authWindow')],
  [`${PAGE.replace('.jp', '.ie')}/`],
];
const PAGE_CODES: ReadonlySet<string> = new Set(['missing-redirect-uri', 'inexact-redirect-uri']);
const WINDOWS = ['true', 'false', 'isOn()'];
const PKCE = ['true', 'false', 'isOn()'];
const DAYS = ['2026-02-28', '2026-11-22', '2027-03-01'];

/** The wizard’s word for what framework.js says, where it asks about more than the framework. */
const SAME: Readonly<Partial<Record<DraftCode, readonly FrameworkCode[]>>> = {
  'adopted-unfit': ['client-not-active', 'client-wrong-grant'],
  'adopted-state-unknown': ['client-not-active'],
  'adopted-grant-type-unknown': ['client-wrong-grant'],
};

type Case = { client: OAuthClient; text: string; today: string };

/** The day matters to an implicit grant alone. */
function* made(): Generator<Case> {
  for (const authorizedGrantType of GRANTS)
    for (const state of STATES)
      for (const scope of SCOPES)
        for (const registeredRedirectUri of PAGES)
          for (const window of WINDOWS)
            for (const pkce of PKCE)
              for (const today of authorizedGrantType === 'TOKEN' ? DAYS : DAYS.slice(1, 2)) {
                const client = { id: ID, name: 'CRM', authorizedGrantType, scope, registeredRedirectUri };
                yield {
                  client: { ...client, ...(state !== undefined && { state }) },
                  text: framework(window, pkce),
                  today,
                };
              }
}

let all: readonly Case[] | undefined;

function cases(): readonly Case[] {
  all ??= [...made()];
  return all;
}

/** The cases with nothing wrong but their pages, and every setting of the file. */
function healthy(): readonly Case[] {
  return cases().filter(
    ({ client: { authorizedGrantType, state, scope } }) =>
      authorizedGrantType === 'CODE' && state === 'active' && scope?.length === FRAMEWORK_SCOPES.length,
  );
}

/** The same client as one that is to be made, with the login window that the file says. */
function asNew(each: Case, draft: Draft): Said {
  const { registeredRedirectUri, scope } = each.client;
  return inWizard(each, {
    ...{ adopts: null, name: 'New', grantType: 'CODE', scopes: scope ?? [] },
    redirectUris: (registeredRedirectUri ?? []).join('\n'),
    dedicatedLoginWindow: read(each.text).file.dedicatedLoginWindow.kind === 'on',
    ...draft,
  });
}

function framework(window: string, pkce: string): string {
  const settings = `{ dedicatedLoginWindow: ${window}, usePKCEAuthFlow: ${pkce} }`;
  return `window.Framework = { config: { clientIds: { '${REGION}': '${ID}' }, settings: ${settings} } };`;
}

const readTexts = new Map<string, ReturnType<typeof readAnew>>();

/** What both read in a text, which takes longer than to judge it. */
function read(text: string) {
  const known = readTexts.get(text) ?? readAnew(text);
  readTexts.set(text, known);
  return known;
}

function readAnew(text: string) {
  const found = { uri: 'file:///crm/src/framework.js', path: 'src/framework.js', text };
  return { inspection: inspectFramework(text), file: describeFrameworkFile(found, [REGION]) };
}

const judged = new WeakMap<Case, readonly FrameworkFinding[]>();

/** What framework.js says of a case: several tests ask it of each. */
function inEditor(each: Case): readonly FrameworkFinding[] {
  const known = judged.get(each) ?? judge(each);
  judged.set(each, known);
  return known;
}

function judge({ client, text, today }: Case): readonly FrameworkFinding[] {
  const org = {
    account: 'practice',
    region: REGION,
    orgName: 'Practice Org',
    practice: false,
    clients: [client],
    readAt: today,
  };
  return checkFramework(text, [org], today, read(text).inspection);
}

type Said = readonly { code: DraftCode; severity: string }[];

/** What the wizard says of this client as it is, and as a new one, to somebody who answered this. */
function inWizard({ client, text, today }: Case, draft: Draft = {}): Said {
  const context = aContext({
    destination: inOrg(anOrg({ clients: { kind: 'known', value: [client] } })),
    workspace: aWorkspace({ files: [read(text).file] }),
    today,
  });
  return check('embeddable', { adopts: ID, ...draft }, context);
}

/** The words of the wizard that framework.js has, too, in the words of framework.js. */
function shared(said: Said): ReadonlySet<string> {
  return new Set(
    said.flatMap(({ code }): readonly string[] => SAME[code] ?? (code in clientInFramework ? [code] : [])),
  );
}

/** What is said of pages, with how loud. */
function ofPages(said: readonly { code: string; severity: string }[]): ReadonlySet<string> {
  const found = said.filter(({ code }) => PAGE_CODES.has(code));
  return new Set(found.map(({ code, severity }) => `${severity} ${code}`));
}

describe('The wizard and framework.js', () => {
  it('say the same of every client, and only what is certain keeps anybody from choosing it', function () {
    this.timeout(60_000);
    let compared = 0;
    for (const each of cases()) {
      const editor = inEditor(each);
      const wizard = inWizard(each, { deployment: 'public' });
      const codes = new Set<string>(editor.map(({ code }) => code));
      const about = `${JSON.stringify(each)}: ${wizard.map(({ code }) => code)} | ${[...codes]}`;
      // A client that nobody can use is refused with one sentence for both reasons, and not judged further.
      const refused = wizard.some(({ code }) => code === 'adopted-unfit');
      const certain = editor.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      const unusable = certain.some((code) => code === 'client-wrong-grant' || code === 'client-not-active');
      assert.equal(refused, unusable, about);
      if (!refused) assert.deepEqual(shared(wizard), codes, about);
      compared += 1;
    }
    assert.ok(compared > 5000);
  });

  it('say the same of pages to whoever answers that the framework’s own are used, of a new client, too', function () {
    this.timeout(60_000);
    for (const each of healthy()) {
      const editor = inEditor(each);
      for (const deployment of ['private', 'public'] as const) {
        assert.deepEqual(shared(inWizard(each, { deployment })), new Set(editor.map(({ code }) => code)));
        assert.deepEqual(ofPages(asNew(each, { deployment })), ofPages(editor), JSON.stringify(each));
      }
    }
  });

  it('differ in the page alone where a partner’s is used: the wizard knows it, and framework.js says that it may be', function () {
    this.timeout(60_000);
    for (const each of healthy()) {
      const partner = { deployment: 'partner', partnerPage: 'acmecti' } as const;
      const hasPage = each.client.registeredRedirectUri?.includes(PARTNER);
      for (const said of [inWizard(each, partner), asNew(each, partner)])
        assert.equal(ofPages(said).size === 0, hasPage, JSON.stringify(each));
      // As it is seen in the client itself, it keeps silent only what framework.js says is not certain.
      const unsaid = inEditor(each).filter(({ code }) => !shared(inWizard(each)).has(code));
      assert.deepEqual(
        unsaid.map(({ code, severity }) => `${severity} ${code}`),
        hasPage ? ['information missing-redirect-uri'] : [],
        JSON.stringify(each),
      );
    }
  });

  it('has no fix that takes away a redirect URI of another path or query, but a later one that names it', function () {
    this.timeout(60_000);
    for (const each of cases()) {
      const all = inEditor(each).flatMap(({ fixes }) => fixes.map((fix, index) => ({ fix, index })));
      for (const { fix, index } of all) {
        if (fix.kind !== 'change-client') continue;
        const before = each.client.registeredRedirectUri ?? [];
        const made = changedClient(each.client, [fix.change]);
        assert.equal(made.kind, 'changed', JSON.stringify([each, fix]));
        const after = made.kind === 'changed' ? (made.body.registeredRedirectUri ?? []) : [];
        const gone = before.filter((uri) => !after.includes(uri));
        const mistyped = gone.filter((uri) => uri.startsWith(`https://apps.mypurecloud.ie/`));
        if (mistyped.length > 0) {
          assert.ok(index > 0, 'never by a key alone');
          assert.deepEqual(mistyped, gone);
          for (const uri of gone) assert.ok(frameworkFixText(fix).includes(uri));
          continue;
        }
        assert.deepEqual(
          gone.map((uri) => uri.replace(/\/+$/, '')),
          gone.map(() => PAGE),
        );
      }
    }
  });

  it('has fixes after which nothing is left that has a fix', function () {
    this.timeout(60_000);
    for (const each of cases()) {
      const left = afterAllFixes(each);
      const fixes = inEditor(left).flatMap(({ fixes: these }) =>
        these.filter(({ kind }) => kind === 'change-client'),
      );
      assert.deepEqual(fixes, [], JSON.stringify(each));
    }
  });
});

/** Makes the first fix of the client that is offered, until none is. */
function afterAllFixes(first: Case): Case {
  let now = first;
  for (let made = 0; made < 10; made += 1) {
    const fix = inEditor(now)
      .flatMap(({ fixes }) => fixes)
      .find(({ kind }) => kind === 'change-client');
    if (fix?.kind !== 'change-client') return now;
    const changed = changedClient(now.client, [fix.change]);
    assert.equal(changed.kind, 'changed');
    if (changed.kind !== 'changed') return now;
    const { authorizedGrantType, state, registeredRedirectUri, scope } = changed.body;
    now = {
      ...now,
      client: {
        ...now.client,
        ...(authorizedGrantType && { authorizedGrantType }),
        ...(state && { state }),
        registeredRedirectUri,
        scope,
      },
      text: applyEdits(now.text, fix.edits),
    };
  }
  return now;
}
