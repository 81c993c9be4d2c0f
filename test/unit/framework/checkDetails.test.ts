import assert from 'node:assert/strict';
import { FRAMEWORK_SCOPES } from '../../../src/core/clients/frameworkNeeds.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { misread } from '../../../src/core/framework/check/placeholder.ts';
import type { FrameworkFinding, FrameworkFix } from '../../../src/core/framework/frameworkFinding.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import { changeMeaning } from '../../../src/core/texts/clientChanges.ts';
import { frameworkFixText } from '../../../src/core/texts/frameworkFixes.ts';
import { file, ofCode } from './checked.ts';
import { CORPUS } from './corpus.ts';
import { CORPUS_ORGS, corpusId } from './corpusOrgs.ts';

const ID = corpusId(1);

function findingsOf(name: string): { text: string; findings: readonly FrameworkFinding[] } {
  const row = CORPUS.find((other) => other.name === `${name}.js`);
  assert.ok(row !== undefined, name);
  return { text: row.text, findings: checkFramework(row.text, row.orgs, row.today) };
}

function only(name: string): FrameworkFinding {
  const { findings } = findingsOf(name);
  assert.equal(findings.length, 1);
  const [finding] = findings;
  assert.ok(finding !== undefined);
  return finding;
}

describe('A finding in a framework.js', () => {
  it('stands at the source of what it is about', () => {
    const sources = {
      'placeholder-words': '"your client id here"',
      'region-aws-name': '"us-east-1"',
      'duplicate-region-last-empty': "'mypurecloud.com'",
      'duplicate-setting-stubs': 'dedicatedLoginWindow: true',
      'auth-token-without-client-ids': 'getAuthToken',
      'commented-out-block': '"mypurecloud.com"',
      'no-entries': '{}',
      'org-inactive': `'${corpusId(2)}'`,
    };
    for (const [name, source] of Object.entries(sources)) {
      const { text } = findingsOf(name);
      const { place } = only(name);
      assert.equal(text.slice(place.start, place.end), source, name);
    }
  });

  it('leads to the place that explains it', () => {
    const related = {
      'duplicate-region-escaped': ['counts-instead', `"mypurecloud.com": "${corpusId(0x301)}"`],
      'duplicate-setting': ['counts-instead', 'dedicatedLoginWindow: false'],
      'auth-token-without-id': ['get-auth-token', 'getAuthToken'],
      'org-redirect-login-window': ['login-window', 'true'],
    };
    for (const [name, expected] of Object.entries(related)) {
      const { text } = findingsOf(name);
      const found = only(name).related.map(({ what, place }) => [what, text.slice(place.start, place.end)]);
      assert.deepEqual(found, [expected]);
    }
  });

  it('E4: names exactly the URIs that are missing, and how to get them', () => {
    const { args, fixes } = only('org-redirect-login-window');
    const uris = ['https://apps.mypurecloud.com/crm/authWindow.html'];
    assert.deepEqual(args['uris'], uris);
    const client = { region: 'mypurecloud.com', clientId: corpusId(8) };
    assert.deepEqual(fixes, [
      { kind: 'change-client', ...client, change: { kind: 'add-redirect-uris', uris }, edits: [] },
      { kind: 'copy-redirect-uris', ...client, uris },
    ]);
  });

  it('E4: an inexact URI is replaced, and not called missing as well', () => {
    const { args, fixes } = only('org-redirect-slash');
    const [from, to] = [args['registered'], args['uri']];
    assert.equal(from, `${to}/`);
    assert.deepEqual(fixes[0]?.kind === 'change-client' && fixes[0].change, {
      kind: 'replace-redirect-uris',
      replacements: [{ from, to }],
    });
  });

  describe('E4: where a registered URI may be the missing page mistyped', () => {
    const region = 'mypurecloud.com';
    const page = 'https://apps.mypurecloud.com/crm/index.html';
    const login = page.replace('index', 'authWindow');
    const german = page.replace('.com', '.de');

    function fixesFor(registeredRedirectUri: string[], text = file(`{ '${region}': '${ID}' }`)) {
      const client = {
        id: ID,
        name: 'A',
        authorizedGrantType: 'CODE',
        state: 'active',
        registeredRedirectUri,
        scope: [...FRAMEWORK_SCOPES],
      };
      const orgs = [{ ...CORPUS_ORGS.americas, clients: [client] }];
      return ofCode('missing-redirect-uri', text, orgs).flatMap(({ fixes }) => fixes);
    }
    const changesOf = (fixes: readonly FrameworkFix[]) =>
      fixes.flatMap((fix) => (fix.kind === 'change-client' ? [fix.change] : []));

    for (const from of [
      page.replace('https', 'http'),
      `${page.replace('https', 'http')}/`,
      page.replace('index', 'indx'),
      page.replace('/index.html', ''),
      page.replace('mypurecloud', 'mypureclod'),
      page.replace('crm/index', 'CRM/Index'),
      german,
    ])
      it(`${from}: adding comes first, and replacing it is offered by its name`, () => {
        const fixes = fixesFor(['https://crm.test/', from]);
        assert.deepEqual(changesOf(fixes), [
          { kind: 'add-redirect-uris', uris: [page] },
          { kind: 'replace-redirect-uris', replacements: [{ from, to: page }] },
        ]);
        const [, second] = fixes;
        assert.equal(second && frameworkFixText(second), `Replace ${from} of the client…`);
        const meaning = changesOf(fixes).flatMap((change) => changeMeaning(change, {}, 'en'));
        assert.match(meaning.join(' '), /^ Nobody can log in through .* any more\./);
        assert.ok(meaning.join().includes(from));
      });

    for (const other of [
      'https://crm.test/',
      'http://localhost:8080/crm/index.html',
      'https://apps.mypurecloud.com/crm/acmecti/index.html',
      `${page}?crm=framework-local-secure`,
      login,
      'not an address',
    ])
      it(`${other}: is another address, and is not offered to go`, () => {
        assert.deepEqual(
          changesOf(fixesFor([other])).filter(({ kind }) => kind === 'replace-redirect-uris'),
          [],
        );
      });

    it('G11: the page of another region stays where this file uses the client there', () => {
      const text = file(`{ '${region}': '${ID}', 'mypurecloud.de': '${ID}' }`);
      assert.deepEqual(
        changesOf(fixesFor([german], text)).map(({ kind }) => kind),
        ['add-redirect-uris'],
      );
    });

    it('the one with the fewest wrong letters is the one', () => {
      const from = page.replace('index', 'indx');
      const [, change] = changesOf(fixesFor([page.replace('index', 'idx'), from]));
      assert.deepEqual(change, { kind: 'replace-redirect-uris', replacements: [{ from, to: page }] });
    });
  });

  it('E5: a scope covers its read-only half', () => {
    const { scopes } = only('org-scopes').args;
    assert.ok(Array.isArray(scopes));
    assert.ok(scopes.includes('stations:readonly'));
    for (const scope of ['users', 'conversations', 'routing:readonly']) assert.ok(!scopes.includes(scope));
  });

  it('offers a client for the region of the entry, not for one that it guesses', () => {
    const regionOfFix = (name: string) =>
      only(name).fixes.flatMap((fix) => (fix.kind === 'create-client' ? [fix.region] : []));
    assert.deepEqual(regionOfFix('placeholder-words'), ['euw2.pure.cloud']);
    assert.deepEqual(regionOfFix('blank-value'), ['mypurecloud.com']);
    assert.deepEqual(regionOfFix('official-example'), [undefined]);
  });

  it('a key that is put right keeps its quotes, or gets those of its value where it has none', () => {
    for (const [entry, corrected] of [
      [`'us-west-2': "${ID}"`, `'usw2.pure.cloud': "${ID}"`],
      [`"us-west-2": '${ID}'`, `"usw2.pure.cloud": '${ID}'`],
      [`usw2: "${ID}"`, `"usw2.pure.cloud": "${ID}"`],
      [`usw2: idOfWest()`, `'usw2.pure.cloud': idOfWest()`],
    ] as const) {
      const file = (source: string) => `window.Framework = { config: { clientIds: { ${source} } } };`;
      const findings = checkFramework(file(entry), [], '2026-11-22');
      const fixes = findings.flatMap((finding) => finding.fixes);
      const edits = fixes.flatMap((fix) => (fix.kind === 'edit' ? fix.edits : []));
      assert.equal(applyEdits(file(entry), edits), file(corrected));
    }
  });

  it('what is silenced by a comment comes back without it', () => {
    const { text } = findingsOf('disabled-all');
    const without = text.replace('/* genesys-oauth-disable-next-line */', '');
    assert.equal(checkFramework(without, [], '2026-11-22').length, 2);
  });
});

describe('What a string that is no Client ID was meant to be', () => {
  for (const [text, expected] of [
    [` ${ID}`, ID],
    [`{${ID}}`, ID],
    [`"${ID}",`, ID],
    [`\u00a0${ID}\u200b`, ID],
    [`<${ID.toUpperCase()}>`, ID.toUpperCase()],
    [ID.replaceAll('-', '\u2013'), ID],
    [ID.slice(0, -1), 'broken'],
    [`${ID}0`, 'broken'],
    [`0${ID}`, 'broken'],
    [`${ID}-`, 'broken'],
    [ID.replaceAll('-', ''), 'broken'],
    [ID.replace('0', 'O'), 'broken'],
    [`${ID} ${ID}`, 'broken'],
    [`id=${ID}`, 'broken'],
    [`The client of our sales team is ${ID}.`, 'broken'],
    [`The client of our sales team begins with ${ID.slice(0, 18)}.`, 'other'],
    [ID.replace('c0de', 'code').replace('111', 'l11'), 'broken'],
    [ID.replace('c0de', 'code').replace('111', 'lII'), 'other'],
    [`${ID.slice(0, 28)}?`, 'broken'],
    [`${ID.slice(0, 27)}?`, 'other'],
    ['Replace this by the Client ID of the embedded framework, as was decided before', 'other'],
    [ID.slice(0, 18), 'broken'],
    [ID.replaceAll(/[0-9a-f]/g, 'x'), 'other'],
    ['CLIENT_ID', 'other'],
    ['deadbeef', 'other'],
    ['12345', 'other'],
    ['ここに ID', 'other'],
  ] as const) {
    it(`${JSON.stringify(text)}: ${expected}`, () => {
      const meant = misread(text);
      assert.equal(meant.kind === 'id' ? meant.clientId : meant.kind, expected);
    });
  }
});
