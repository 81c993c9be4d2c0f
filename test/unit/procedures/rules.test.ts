import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../../src/core/procedures/frameworkClient.ts';
import { answersOf, check } from '../../../src/core/procedures/index.ts';
import { aContext, aFile, anOrg, aPlacement, aWorkspace, findings, inOrg } from './situations.ts';

const INDEX = 'https://apps.mypurecloud.jp/crm/index.html';
const AUTH_WINDOW = 'https://apps.mypurecloud.jp/crm/authWindow.html';

describe('The rules of the embeddable procedure', () => {
  it('finds nothing wrong with a name and the presets', () => {
    assert.deepEqual(findings({}), []);
  });

  describe('G2: the name', () => {
    for (const name of ['', '   ', '\t\n']) {
      it(`refuses ${JSON.stringify(name)}`, () => {
        assert.deepEqual(findings({ name }), ['error name-missing']);
      });
    }

    it('counts characters as people do, so an emoji is one', () => {
      assert.deepEqual(findings({ name: '📞'.repeat(100) }), []);
      assert.deepEqual(findings({ name: '📞'.repeat(101) }), ['error name-too-long']);
      assert.deepEqual(findings({ name: 'n'.repeat(10_000) }), ['error name-too-long']);
    });

    it('warns about a name that is in use, but not when the org keeps its clients to itself', () => {
      const clients = { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } as const;
      assert.deepEqual(findings({ name: ' In use ' }), ['warning name-in-use']);
      assert.deepEqual(
        findings({ name: 'In use' }, aContext({ destination: inOrg(anOrg({ clients })) })),
        [],
      );
    });
  });

  describe('G4 and E2: the duration', () => {
    const expected = {
      '': 'duration-missing',
      '  ': 'duration-missing',
      '18h': 'duration-not-a-number',
      '-300': 'duration-not-a-number',
      '1e5': 'duration-not-a-number',
      '300.5': 'duration-not-a-number',
      '64,80': 'duration-not-a-number',
      '0': 'duration-too-short',
      '299': 'duration-too-short',
      '172801': 'duration-too-long',
      '172,801': 'duration-too-long',
    };
    for (const [duration, code] of Object.entries(expected)) {
      it(`refuses ${JSON.stringify(duration)}: ${code}`, () => {
        assert.deepEqual(findings({ duration }), [`error ${code}`]);
      });
    }
    for (const duration of ['300', '172800', '172,800', ' 64800 ', '64800']) {
      it(`accepts ${JSON.stringify(duration)}`, () => {
        assert.deepEqual(findings({ duration }), []);
      });
    }

    it('presets 18 hours', () => {
      assert.equal(answersOf('embeddable', {}, aContext()).duration, '64800');
    });
  });

  describe('E3 and G9: the grant type', () => {
    it('presets PKCE once an org may refuse implicit clients, and implicit before', () => {
      assert.equal(answersOf('embeddable', {}, aContext({ today: '2026-11-22' })).grantType, 'CODE');
      assert.equal(answersOf('embeddable', {}, aContext({ today: '2026-02-28' })).grantType, 'TOKEN');
    });

    it('lets implicit pass with a warning, and offers PKCE with everything else kept', () => {
      const [problem] = check('embeddable', { name: 'CRM', grantType: 'TOKEN' }, aContext());
      assert.equal(problem?.severity, 'warning');
      assert.deepEqual(problem.fixes[0]?.change, { grantType: 'CODE' });
    });
  });

  describe('G14 and E4: redirect URIs', () => {
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

    for (const uri of ['https://crm.test:8443/cb', 'https://crm.test/cb?to=https://crm.test/a,b']) {
      it(`accepts ${uri}`, () => {
        assert.deepEqual(findings({ redirectUris: `${INDEX}\n${uri}` }), []);
      });
    }

    it('writes a pasted list one URI a line, where it stands', () => {
      const redirectUris = `${INDEX}\n https://crm.test/a, https://crm.test/b;https://crm.test/c, \nhttps://crm.test/d`;
      const [problem] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
      assert.deepEqual(problem?.args, { line: 2, count: 3 });
      const lines = [INDEX, ...['a', 'b', 'c', 'd'].map((path) => `https://crm.test/${path}`)];
      assert.deepEqual(problem.fixes[0]?.change, { redirectUris: lines.join('\n') });
    });

    it('warns of an address that a browser sends in another form, and offers that form', () => {
      const redirectUris = `${INDEX}\nhttps://例え.jp/コールバック`;
      assert.deepEqual(findings({ redirectUris }), ['warning redirect-uri-not-ascii']);
      const [problem] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
      const path = '%E3%82%B3%E3%83%BC%E3%83%AB%E3%83%90%E3%83%83%E3%82%AF';
      const sent = `${INDEX}\nhttps://xn--r8jz45g.jp/${path}`;
      assert.deepEqual(problem?.fixes[0]?.change, { redirectUris: sent });
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
        const [problem] = check('embeddable', { name: 'CRM', redirectUris }, aContext());
        assert.equal(problem?.code, code);
        assert.deepEqual(problem.fixes[0]?.change, { redirectUris: INDEX });
      });
    }

    for (const misspelt of [
      `${INDEX}/`,
      `${INDEX}?x=1`,
      INDEX.slice(0, -1),
      INDEX.replace('https', 'http'),
      INDEX.replace('apps', 'Apps'),
      INDEX.replace('mypurecloud', 'mypureclod'),
    ]) {
      it(`E4: lets nobody go on with ${misspelt} for the framework's page, and corrects just that line`, () => {
        const draft = { name: 'CRM', redirectUris: `https://crm.test/\n${misspelt}` };
        const found = check('embeddable', draft, aContext()).find(
          ({ code }) => code === 'redirect-uri-framework-misspelt',
        );
        assert.equal(found?.severity, 'error');
        assert.deepEqual(found.fixes[0]?.change, { redirectUris: `https://crm.test/\n${INDEX}` });
      });
    }

    it('E4: only warns where another page stands, for a deployment may have its own', () => {
      for (const other of ['https://crm.test/index.html', 'https://apps.mypurecloud.de/crm/index.html'])
        assert.deepEqual(
          check('embeddable', { name: 'CRM', redirectUris: other }, aContext())
            .filter(({ code }) => code.startsWith('redirect-uri-framework'))
            .map(({ code, severity }) => [code, severity]),
          [['redirect-uri-framework-missing', 'warning']],
        );
    });

    it('G11: presets and asks for the pages of every region whose agents use the file', () => {
      const moreRegions = ['usw2.pure.cloud'];
      const other = 'https://apps.usw2.pure.cloud/crm/index.html';
      assert.equal(answersOf('embeddable', { moreRegions }, aContext()).redirectUris, `${INDEX}\n${other}`);
      const draft = { name: 'CRM', moreRegions, redirectUris: INDEX };
      const [problem] = check('embeddable', draft, aContext());
      assert.equal(problem?.code, 'redirect-uri-framework-missing');
      assert.deepEqual(problem.fixes[0]?.change, { redirectUris: `${INDEX}\n${other}` });
    });

    it('E4: points out the page of a region that the file does not serve, and offers to serve it', () => {
      const other = 'https://apps.mypurecloud.de/crm/authWindow.html';
      const draft = { name: 'CRM', redirectUris: `${INDEX}\n${other}` };
      const [problem] = check('embeddable', draft, aContext());
      assert.equal(problem?.code, 'redirect-uri-other-region');
      assert.deepEqual(
        problem.fixes.map(({ change }) => change),
        [{ moreRegions: ['mypurecloud.de'] }, { redirectUris: INDEX }],
      );
    });

    it('does not take two pages for one because their paths differ in case', () => {
      assert.deepEqual(
        findings({ redirectUris: `${INDEX}\nhttps://apps.mypurecloud.jp/crm/INDEX.html` }),
        [],
      );
    });

    it("presets the region's page, and the login window's when the file opens one", () => {
      const opening = aFile({ dedicatedLoginWindow: { kind: 'on', line: 9 } });
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
      const [problem] = check('embeddable', { name: 'CRM', ...ticked, redirectUris: INDEX }, aContext());
      assert.equal(problem?.code, 'redirect-uri-framework-missing');
      assert.deepEqual(problem.fixes[0]?.change, { redirectUris: `${INDEX}\n${AUTH_WINDOW}` });
    });
  });

  describe('G15 and E5: scopes', () => {
    it('refuses none', () => {
      assert.deepEqual(findings({ scopes: [] }), ['error scopes-missing']);
    });

    it('refuses one that the org does not know, and removes just that one', () => {
      const scopes = [...FRAMEWORK_SCOPES, 'conversations:call:add'];
      const [problem] = check('embeddable', { name: 'CRM', scopes }, aContext());
      assert.equal(problem?.code, 'scope-unknown');
      assert.deepEqual(problem.fixes[0]?.change, { scopes: [...FRAMEWORK_SCOPES] });
    });

    it('says nothing about scopes of an org that keeps its list to itself', () => {
      const scopes = { kind: 'unknown', error: { kind: 'timeout', seconds: 30 } } as const;
      const draft = { scopes: [...FRAMEWORK_SCOPES, 'new-scope'] };
      assert.deepEqual(findings(draft, aContext({ destination: inOrg(anOrg({ scopes })) })), []);
    });

    it('warns when one is missing that the framework calls for, and adds it', () => {
      const scopes = FRAMEWORK_SCOPES.filter((scope) => scope !== 'voicemail');
      const [problem] = check('embeddable', { name: 'CRM', scopes }, aContext());
      assert.equal(problem?.code, 'framework-scopes-missing');
      assert.deepEqual(problem.fixes[0]?.change, { scopes: [...scopes, 'voicemail'] });
    });
  });

  describe('E6: where the Client ID goes', () => {
    const CLIENT_ID = '4d6f0c5e-0000-4000-8000-000000000001';
    const entryInUse = (region: string) => ({
      region,
      replaces: { kind: 'client-id' as const, text: CLIENT_ID },
    });
    const withFiles = (...files: ReturnType<typeof aFile>[]) =>
      aContext({ workspace: aWorkspace({ files }) });

    it('asks before it replaces a Client ID in use, and again when another one is there', () => {
      const context = withFiles(
        aFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.jp')] }) }),
      );
      assert.deepEqual(findings({}, context), ['error target-in-use']);
      const [problem] = check('embeddable', { name: 'CRM' }, context);
      assert.deepEqual(findings(problem?.fixes[0]?.change ?? {}, context), []);
    });

    it('asks again when it would replace another Client ID than was agreed to, or in another region or file', () => {
      const asked = aFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.jp')] }) });
      const [problem] = check('embeddable', { name: 'CRM' }, withFiles(asked));
      const agreed = problem?.fixes[0]?.change ?? {};
      const replaces = { kind: 'client-id', text: '4d6f0c5e-0000-4000-8000-000000000002' } as const;
      const others = [
        aFile({ placement: aPlacement({ entries: [{ region: 'mypurecloud.jp', replaces }] }) }),
        aFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.de')] }) }),
        { ...asked, uri: 'file:///crm/other/framework.js' },
      ];
      for (const other of others) {
        assert.deepEqual(findings(agreed, withFiles(other)), ['error target-in-use']);
      }
    });

    it('G11: asks for each region by itself; an added one may be left out instead', () => {
      const entries = [entryInUse('mypurecloud.jp'), entryInUse('mypurecloud.de')];
      const context = withFiles(aFile({ placement: aPlacement({ entries }) }));
      const draft = { name: 'CRM', moreRegions: ['mypurecloud.de'] };
      const problems = check('embeddable', draft, context);
      assert.deepEqual(
        problems.map(({ args, fixes }) => [args['region'], ...fixes.map(({ code }) => code)]),
        [
          ['mypurecloud.jp', 'replace-client-id', 'copy-by-hand'],
          ['mypurecloud.de', 'replace-client-id', 'leave-region-out', 'copy-by-hand'],
        ],
      );
      const [first, second] = problems.map(({ fixes: [replace] }) => replace?.change);
      assert.deepEqual(
        check('embeddable', { ...draft, ...first }, context).map(({ args }) => args['region']),
        ['mypurecloud.de'],
      );
      const mayReplace = [...(first?.mayReplace ?? []), ...(second?.mayReplace ?? [])];
      assert.deepEqual(check('embeddable', { ...draft, mayReplace }, context), []);
      assert.deepEqual(problems[1]?.fixes[1]?.change, { moreRegions: [] });
    });

    it('asks nothing about the very client that goes there', () => {
      const context = withFiles(
        aFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.jp')] }) }),
      );
      assert.deepEqual(findings({ clientId: ` ${CLIENT_ID.toUpperCase()} ` }, context), []);
    });

    it('G11: says which region cannot be set, and leaves it out when it was added', () => {
      const refused = { kind: 'refused', region: 'mypurecloud.de', reason: 'value-is-dynamic' } as const;
      const context = withFiles(aFile({ placement: refused }));
      const [problem] = check('embeddable', { name: 'CRM', moreRegions: ['mypurecloud.de'] }, context);
      assert.equal(problem?.args['region'], 'mypurecloud.de');
      assert.deepEqual(
        problem.fixes.map(({ code }) => code),
        ['leave-region-out', 'copy-by-hand'],
      );
    });

    it('replaces a placeholder without asking', () => {
      const replaces = { kind: 'placeholder', text: '<your client id>' } as const;
      const entries = [{ region: 'mypurecloud.jp', replaces }];
      const context = withFiles(aFile({ placement: aPlacement({ entries }) }));
      assert.deepEqual(findings({}, context), []);
    });

    for (const reason of ['absent', 'not-a-literal', 'several', 'value-is-dynamic', 'uncertain'] as const) {
      it(`explains ${reason} and offers to add the ID by hand`, () => {
        const context = withFiles(
          aFile({ placement: { kind: 'refused', region: 'mypurecloud.jp', reason, line: 4 } }),
        );
        const [problem] = check('embeddable', { name: 'CRM' }, context);
        assert.equal(problem?.code, `target-${reason}`);
        assert.deepEqual(problem.fixes[0]?.change, { target: { kind: 'by-hand' } });
        assert.deepEqual(findings({ target: { kind: 'by-hand' } }, context), []);
      });
    }

    it('leaves the choice between several files to the person', () => {
      const context = withFiles(aFile(), aFile({ uri: 'file:///crm/public/framework.js' }));
      assert.deepEqual(findings({}, context), ['error target-missing']);
    });

    it('prefers the source to its built copy, and warns about the copy', () => {
      const copy = aFile({
        uri: 'file:///crm/dist/framework.js',
        path: 'dist/framework.js',
        builtCopy: true,
      });
      const context = withFiles(aFile(), copy);
      assert.deepEqual(findings({}, context), []);
      assert.deepEqual(findings({ target: { kind: 'existing-file', uri: copy.uri } }, context), [
        'warning target-built-copy',
      ]);
    });

    it('says so when the chosen file has gone', () => {
      const target = { kind: 'existing-file', uri: 'file:///gone/framework.js' } as const;
      assert.deepEqual(findings({ target }), ['error target-gone']);
    });

    it('presets a new file where there is none, and the clipboard where there is no folder', () => {
      const newFiles = [{ uri: 'file:///crm/framework.js', path: 'framework.js' }];
      const folder = aContext({ workspace: aWorkspace({ newFiles }) });
      const nothing = aContext({ workspace: aWorkspace() });
      assert.equal(answersOf('embeddable', {}, folder).target?.kind, 'new-file');
      assert.equal(answersOf('embeddable', {}, nothing).target?.kind, 'by-hand');
    });
  });
});
