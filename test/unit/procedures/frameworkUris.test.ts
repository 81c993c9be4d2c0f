import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersOf, check } from '../../../src/core/procedures/index.ts';
import { aContext, aFrameworkFile, aWorkspace, findings } from './situations.ts';

const INDEX = 'https://apps.mypurecloud.jp/crm/index.html';
const AUTH_WINDOW = 'https://apps.mypurecloud.jp/crm/authWindow.html';

describe('G14 and E4: the redirect URIs of the embeddable procedure', () => {
  const faults = {
    'apps.mypurecloud.jp/crm/index.html': 'redirect-uri-relative',
    '/crm/index.html': 'redirect-uri-relative',
    'https://': 'redirect-uri-relative',
    'http://crm.test/callback': 'redirect-uri-not-https',
    'ftp://crm.test/callback': 'redirect-uri-not-https',
    'https://crm.test/callback#top': 'redirect-uri-fragment',
    'https://crm.test/callback#': 'redirect-uri-fragment',
    'https://crm.test/call back': 'redirect-uri-space',
    'https://*.crm.test/callback': 'redirect-uri-wildcard',
    'https://crm.test/a,https://crm.test/b': 'redirect-uri-several',
    'https://crm.test/a; http://localhost/b': 'redirect-uri-several',
    'https://crm.test/a https://crm.test/b,': 'redirect-uri-several',
  };
  for (const [uri, code] of Object.entries(faults)) {
    it(`refuses ${uri}: ${code}`, () => {
      assert.deepEqual(findings({ redirectUris: `${INDEX}\n${uri}` }), [`error ${code}`]);
    });
  }
  for (const uri of [
    'http://localhost',
    'http://localhost:8080/cb',
    'http://127.0.0.1/cb',
    'http://[::1]/cb',
  ]) {
    it(`accepts ${uri}, because it stays on this computer`, () => {
      assert.deepEqual(findings({ redirectUris: `${INDEX}\n${uri}` }), []);
    });
  }

  const pasted = {
    'https://crm.test/cb': [
      '\u200ehttps://crm.test/cb',
      'https://crm.\u200btest/cb',
      '\ufeffhttps://crm.test/cb\u2060',
      '"https://crm.test/cb"',
      "'https://crm.test/cb',",
      '<https://crm.test/cb>',
      '「https://crm.test/cb」',
      '- https://crm.test/cb',
      '2. https://crm.test/cb',
      '• `https://crm.test/cb`;',
      'https://https://crm.test/cb',
    ],
  };
  for (const [meant, lines] of Object.entries(pasted)) {
    for (const line of lines) {
      it(`takes ${JSON.stringify(line)} for what was pasted along with an address, and offers the address`, () => {
        const [finding, ...others] = check(
          'embeddable',
          { name: 'CRM', redirectUris: `${INDEX}\n${line}` },
          aContext(),
        );
        assert.deepEqual([finding?.code, finding?.severity], ['redirect-uri-as-pasted', 'error']);
        assert.deepEqual(finding?.fixes[0]?.change, { redirectUris: `${INDEX}\n${meant}` });
        assert.deepEqual(others, []);
      });
    }
  }

  it('splits a row of a spreadsheet, and joins no two addresses', () => {
    const redirectUris = `${INDEX}\nhttps://a.test/cb\thttps://b.test/cb`;
    const [finding] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
    assert.equal(finding?.code, 'redirect-uri-several');
    assert.deepEqual(finding.fixes[0]?.change, {
      redirectUris: `${INDEX}\nhttps://a.test/cb\nhttps://b.test/cb`,
    });
  });

  it('offers no address where several are left, or a blank, when what was pasted along is gone', () => {
    for (const line of [
      '["https://a.test/cb","https://b.test/cb"]',
      '(https://a.test/cb);(https://b.test/cb)',
      'https://a.test/cb\u200bhttps://b.test/cb',
      'https://a.test/cb\tCRM',
    ]) {
      const findings = check('embeddable', { name: 'CRM', redirectUris: `${INDEX}\n${line}` }, aContext());
      assert.ok(!findings.some(({ code }) => code === 'redirect-uri-as-pasted'), line);
    }
  });

  it('leaves alone what belongs to an address: joiners of its script, brackets in its path, the end of its query', () => {
    for (const uri of [
      'https://crm.test/\u0645\u06cc\u200c\u062e',
      'https://crm.test/a_(b)',
      'https://crm.test/cb?x=a;',
      'https://crm.test/cb?q={x}',
      'http://[::1]/cb',
    ]) {
      const findings = check('embeddable', { name: 'CRM', redirectUris: `${INDEX}\n${uri}` }, aContext());
      assert.ok(
        findings.every(({ code }) => code === 'redirect-uri-not-ascii'),
        uri,
      );
    }
  });

  it('ends with a line of any length', () => {
    const long = 100_000;
    for (const line of [
      `${'('.repeat(long)}https://crm.test/cb${')'.repeat(long)}`,
      'https://'.repeat(long / 8),
      '1. '.repeat(long / 3),
      `https://crm.test/${'.'.repeat(long)}a`,
      `https://crm.test/${'/'.repeat(long)}a`,
      `https://crm.test/${','.repeat(long)}a`,
    ])
      assert.ok(check('embeddable', { name: 'CRM', redirectUris: line }, aContext()).length > 0);
  });

  it('says once what is wrong with a page of the framework that was pasted', () => {
    assert.deepEqual(findings({ redirectUris: `\u200e${INDEX}` }), ['error redirect-uri-as-pasted']);
  });

  it('only warns of punctuation behind an address, which may belong to it', () => {
    for (const end of [',', ';', '.', '、'])
      assert.deepEqual(
        findings({ redirectUris: `${INDEX}\nhttps://crm.test/cb${end}` }),
        ['warning redirect-uri-as-pasted'],
        end,
      );
  });

  it('refuses what waits to be filled in', () => {
    for (const uri of ['https://apps.{{region}}/cb', 'https://<your domain>/cb', 'https://crm.test/{id}'])
      assert.deepEqual(findings({ redirectUris: `${INDEX}\n${uri}` }), ['error redirect-uri-stand-in']);
  });

  it('warns of a user name or a password in an address', () => {
    for (const uri of ['https://me@crm.test/cb', 'https://me:secret@crm.test/cb'])
      assert.deepEqual(findings({ redirectUris: `${INDEX}\n${uri}` }), ['warning redirect-uri-user-name']);
  });

  for (const uri of ['https://crm.test:8443/cb', 'https://crm.test/cb?to=https://crm.test/a,b']) {
    it(`accepts ${uri}`, () => {
      assert.deepEqual(findings({ redirectUris: `${INDEX}\n${uri}` }), []);
    });
  }

  it('writes a pasted list one URI a line, where it stands', () => {
    const redirectUris = `${INDEX}\n https://crm.test/a, https://crm.test/b;https://crm.test/c, \nhttps://crm.test/d`;
    const [finding] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
    assert.deepEqual(finding?.args, { line: 2, count: 3 });
    const lines = [INDEX, ...['a', 'b', 'c', 'd'].map((path) => `https://crm.test/${path}`)];
    assert.deepEqual(finding.fixes[0]?.change, { redirectUris: lines.join('\n') });
  });

  it('warns of an address that a browser sends in another form, and offers that form', () => {
    const redirectUris = `${INDEX}\nhttps://例え.jp/コールバック`;
    assert.deepEqual(findings({ redirectUris }), ['warning redirect-uri-not-ascii']);
    const [finding] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
    const path = '%E3%82%B3%E3%83%BC%E3%83%AB%E3%83%90%E3%83%83%E3%82%AF';
    const sent = `${INDEX}\nhttps://xn--r8jz45g.jp/${path}`;
    assert.deepEqual(finding?.fixes[0]?.change, { redirectUris: sent });
    assert.deepEqual(findings({ redirectUris: sent }), []);
  });

  it('names the line as the person counts it, empty lines included', () => {
    const draft = { name: 'CRM', redirectUris: `\n${INDEX}\n\nhttp://crm.test` };
    assert.equal(check('embeddable', draft, aContext())[0]?.args['line'], 4);
  });

  it('accepts 125 and refuses 126', () => {
    const many = (count: number) => [
      INDEX,
      ...Array.from({ length: count - 1 }, (_, i) => `https://crm.test/${i}`),
    ];
    assert.deepEqual(findings({ redirectUris: many(125).join('\n') }), []);
    assert.deepEqual(findings({ redirectUris: many(126).join('\n') }), ['error redirect-uris-too-many']);
  });

  it('refuses none at all', () => {
    assert.ok(findings({ redirectUris: ' \n ' }).includes('error redirect-uris-missing'));
  });

  const doubles = {
    [`${INDEX}\n${INDEX}`]: 'redirect-uri-duplicate',
    [`${INDEX}\n${INDEX}/`]: 'redirect-uri-trailing-slash',
    [`${INDEX}\nhttps://APPS.mypurecloud.jp/crm/index.html`]: 'redirect-uri-host-case',
  };
  for (const [redirectUris, code] of Object.entries(doubles)) {
    it(`points out ${code} and removes just that line`, () => {
      const [finding] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
      assert.equal(finding?.code, code);
      assert.deepEqual(finding.fixes[0]?.change, { redirectUris: INDEX });
    });
  }

  for (const misspelt of [`${INDEX}/`, INDEX.replace('apps', 'Apps'), INDEX.replace('.jp', '.jp:443')]) {
    it(`E4: lets nobody go on with ${misspelt} for the framework's page, and corrects just that line`, () => {
      const draft = { name: 'CRM', redirectUris: `https://crm.test/\n${misspelt}` };
      const found = check('embeddable', draft, aContext()).find(
        ({ code }) => code === 'inexact-redirect-uri',
      );
      assert.equal(found?.severity, 'error');
      assert.deepEqual(found.fixes[0]?.change, { redirectUris: `https://crm.test/\n${INDEX}` });
    });
  }

  it('E4: only warns where another page stands, for a deployment may have its own', () => {
    const elsewhere = 'warning';
    const sameHost = 'information';
    const others = [
      ['https://crm.test/index.html', elsewhere],
      ['https://apps.mypurecloud.de/crm/index.html', elsewhere],
      [`${INDEX}?crm=acme-public`, sameHost],
      [INDEX.replace('index', 'ac/index'), sameHost],
      [INDEX.slice(0, -1), sameHost],
      [INDEX.replace('mypurecloud', 'mypureclod'), elsewhere],
    ] as const;
    for (const [other, severity] of others)
      assert.deepEqual(
        check('embeddable', { name: 'CRM', deployment: 'public', redirectUris: other }, aContext())
          .filter(({ code }) => code === 'missing-redirect-uri' || code === 'inexact-redirect-uri')
          .map(({ code, severity }) => [code, severity]),
        [['missing-redirect-uri', severity]],
      );
  });

  it('G11: presets and asks for the pages of every region whose agents use the file', () => {
    const moreRegions = ['usw2.pure.cloud'];
    const other = 'https://apps.usw2.pure.cloud/crm/index.html';
    assert.equal(answersOf('embeddable', { moreRegions }, aContext()).redirectUris, `${INDEX}\n${other}`);
    const draft = { name: 'CRM', moreRegions, redirectUris: INDEX };
    const [finding] = check('embeddable', draft, aContext());
    assert.equal(finding?.code, 'missing-redirect-uri');
    assert.deepEqual(finding.fixes[0]?.change, { redirectUris: `${INDEX}\n${other}` });
  });

  it('E4: points out the page of a region that the file does not serve, and offers to serve it', () => {
    const other = 'https://apps.mypurecloud.de/crm/authWindow.html';
    const draft = { name: 'CRM', redirectUris: `${INDEX}\n${other}` };
    const [finding] = check('embeddable', draft, aContext());
    assert.equal(finding?.code, 'redirect-uri-other-region');
    assert.deepEqual(
      finding.fixes.map(({ change }) => change),
      [{ moreRegions: ['mypurecloud.de'] }, { redirectUris: INDEX }],
    );
  });

  it('does not take two pages for one because their paths differ in case', () => {
    assert.deepEqual(findings({ redirectUris: `${INDEX}\nhttps://apps.mypurecloud.jp/crm/INDEX.html` }), []);
  });

  it("presets the region's page, and the login window's when the file opens one", () => {
    const opening = aFrameworkFile({ dedicatedLoginWindow: { kind: 'on', line: 9 } });
    const workspace = aWorkspace({ files: [opening] });
    assert.equal(answersOf('embeddable', {}, aContext()).redirectUris, INDEX);
    assert.equal(
      answersOf('embeddable', {}, aContext({ workspace })).redirectUris,
      `${INDEX}\n${AUTH_WINDOW}`,
    );
  });

  it('follows a tick as long as the person has not written URIs, and only warns afterwards', () => {
    const ticked = { dedicatedLoginWindow: true };
    assert.equal(answersOf('embeddable', ticked, aContext()).redirectUris, `${INDEX}\n${AUTH_WINDOW}`);
    const [finding] = check('embeddable', { name: 'CRM', ...ticked, redirectUris: INDEX }, aContext());
    assert.equal(finding?.code, 'missing-redirect-uri');
    assert.deepEqual(finding.fixes[0]?.change, { redirectUris: `${INDEX}\n${AUTH_WINDOW}` });
  });
});
