import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { regions } from '../../../src/core/platform/regions.ts';
import { readPageName } from '../../../src/core/procedures/deployment.ts';
import { Deployment, Draft } from '../../../src/core/procedures/draft.ts';
import { withFrameworkPages } from '../../../src/core/procedures/frameworkRegions.ts';
import { answersOf, check } from '../../../src/core/procedures/index.ts';
import { aContext, aFrameworkFile, anOrg, aWorkspace, findings, inOrg, onAdminPage } from './situations.ts';

const INDEX = 'https://apps.mypurecloud.jp/crm/index.html';
const PARTNER = 'https://apps.mypurecloud.jp/crm/acmecti/index.html';
const CRM = 'https://crm.test/cb';
const ACME = { deployment: 'partner', partnerPage: 'acmecti' } as const;

describe('E4: the name of a partner’s page', () => {
  const read: Readonly<Record<string, readonly string[]>> = {
    acmecti: [
      'acmecti',
      ' acmecti\t',
      '\u200eacmecti\ufeff',
      '"acmecti"',
      '「acmecti」',
      'acmecti/',
      '/acmecti',
      'acmecti/index.html',
      '/crm/acmecti/index.html',
      'crm\\acmecti\\INDEX.HTML',
      'acmecti/authWindow.html',
      PARTNER,
      `${PARTNER}/`,
      `<${PARTNER}>`,
      `${PARTNER}.`,
      `${PARTNER}?lang=ja`,
      `${PARTNER}#top`,
      'HTTPS://APPS.MYPURECLOUD.JP/CRM/acmecti/INDEX.HTML',
      'apps.usw2.pure.cloud/crm/acmecti',
      '//apps.usw2.pure.cloud:443/crm/acmecti/',
      'https://apps.{domain}/crm/acmecti/index.html',
      'https://apps.<region>/crm/acmecti/index.html',
      'https://https://apps.mypurecloud.jp/crm/acmecti/index.html',
      'ａｃｍｅｃｔｉ',
      '／ｃｒｍ／ａｃｍｅｃｔｉ／',
    ],
    AcmeCTI: ['AcmeCTI', 'https://apps.mypurecloud.jp/crm/AcmeCTI/index.html'],
    'acme-cti_2.0': ['acme-cti_2.0'],
    'apps.acme': ['apps.acme'],
    crm: ['/crm/crm/index.html'],
  };
  for (const [name, lines] of Object.entries(read))
    for (const typed of lines)
      it(`reads ${JSON.stringify(typed)} as ${name}`, () => {
        assert.deepEqual(readPageName(typed), { kind: 'name', name });
      });

  for (const typed of [
    'acme cti',
    'acmecti othercti',
    'acme/cti',
    '../acmecti',
    'acmecti/..',
    '/crm/./acmecti',
    'acmecti/../othercti',
    '%2e%2e',
    'acme%2Fcti',
    'acmé',
    'アクメ',
    'acme@evil.test',
    'acmecti:443',
    'index.html',
    'crm',
    INDEX,
    `${INDEX}?crm=acmecti`,
    'https://crm.test/acmecti/index.html',
    'https://apps.mypurecloud.jp/acmecti/index.html',
    'https://apps.mypurecloud.jp/crm/acmecti/index.html https://apps.mypurecloud.de/crm/acmecti/index.html',
    'https://login.mypurecloud.jp/crm/acmecti/index.html',
    'javascript:alert(1)',
    '{name}',
  ])
    it(`reads no name in ${JSON.stringify(typed)}`, () => {
      assert.deepEqual(readPageName(typed), { kind: 'unclear' });
    });

  for (const typed of ['', '   ', '\u200b', '""', '\n', '.', '..'])
    it(`takes ${JSON.stringify(typed)} for nothing`, () => {
      assert.deepEqual(readPageName(typed), { kind: 'missing' });
    });

  it('is one segment of a path, whatever is typed, so that no page leads to another place', () => {
    const parts = fc.constantFrom(
      'acme',
      '.',
      '..',
      '/',
      '\\',
      '?',
      '#',
      '%2e',
      '@',
      ':',
      '\u200b',
      ' ',
      'apps.',
      'crm',
      '／',
      '．',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const result = readPageName(text);
        if (result.kind !== 'name') return;
        assert.match(result.name, /^[\w.-]+$/);
        const uri = `https://apps.mypurecloud.jp/crm/${result.name}/index.html`;
        assert.equal(new URL(uri).href, uri);
        assert.deepEqual(readPageName(uri), result);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in a text of any length', () => {
    for (const part of ['a', '/', '..', 'apps.', '(', 'https://', '\\', '？', ' '])
      assert.ok(readPageName(part.repeat(100_000)).kind);
  });
});

describe('E1 and E4: who deploys', () => {
  for (const { domain } of regions)
    for (const deployment of Deployment.options)
      for (const dedicatedLoginWindow of [false, true])
        it(`presets the pages of ${domain}, ${deployment}, with a login window of its own: ${dedicatedLoginWindow}`, () => {
          const context = aContext({ destination: inOrg(anOrg({ region: domain })) });
          const draft = { deployment, partnerPage: 'acmecti', dedicatedLoginWindow };
          const crm = `https://apps.${domain}/crm`;
          const own = [`${crm}/index.html`, ...(dedicatedLoginWindow ? [`${crm}/authWindow.html`] : [])];
          // Where the login window of a partner comes back, no source says.
          const expected = deployment === 'partner' ? [`${crm}/acmecti/index.html`] : own;
          assert.deepEqual(answersOf('embeddable', draft, context).redirectUris.split('\n'), expected);
          const lacking = check('embeddable', { name: 'CRM', ...draft }, context);
          assert.deepEqual(
            lacking.filter(({ place }) => place === 'redirectUris'),
            [],
          );
        });

  it('G11: presets the partner’s page of every region that the file serves', () => {
    const draft = { ...ACME, moreRegions: ['usw2.pure.cloud'] };
    assert.equal(
      answersOf('embeddable', draft, aContext()).redirectUris,
      `${PARTNER}\n${PARTNER.replace('mypurecloud.jp', 'usw2.pure.cloud')}`,
    );
  });

  it('is seen in a client that has the page of a partner in place of the framework’s own', () => {
    const preset = (redirectUris: string) => {
      const { deployment, partnerPage } = answersOf('embeddable', { redirectUris }, aContext());
      return [deployment, partnerPage];
    };
    assert.deepEqual(preset(`${CRM}\n${PARTNER}`), ['partner', 'acmecti']);
    assert.deepEqual(preset(`${PARTNER}\n${PARTNER.replace('.jp', '.de')}`), ['partner', 'acmecti']);
    for (const unclear of [
      `${INDEX}\n${PARTNER}`,
      `${INDEX}/\n${PARTNER}`,
      `${PARTNER}\n${PARTNER.replace('acme', 'other')}`,
      PARTNER.replace('.jp', '.de'),
      PARTNER.replace('https', 'http'),
      `${PARTNER}?x`,
      `${PARTNER}/`,
      `${INDEX}?crm=acmecti`,
      PARTNER.replace('acmecti', '..'),
      PARTNER.replace('acmecti', 'acme%20cti'),
      PARTNER.replace('acmecti', 'acme/cti'),
    ])
      assert.deepEqual(preset(unclear), ['public', ''], unclear);
  });

  it('is seen in a client that is used as it is, and the answer of the person counts for more', () => {
    const client = {
      id: 'acme',
      name: 'Acme',
      authorizedGrantType: 'CODE',
      registeredRedirectUri: [PARTNER],
    };
    const org = anOrg({ clients: { kind: 'known', value: [client] } });
    const context = aContext({ destination: inOrg(org) });
    const about = (draft: Draft) =>
      check('embeddable', { adopts: 'acme', ...draft }, context).map(
        ({ severity, code }) => `${severity} ${code}`,
      );
    assert.equal(answersOf('embeddable', { adopts: 'acme' }, context).partnerPage, 'acmecti');
    assert.deepEqual(about({}), []);
    assert.deepEqual(about({ deployment: 'partner', partnerPage: 'AcmeCTI' }), [
      'information missing-redirect-uri',
    ]);
    assert.deepEqual(about({ deployment: 'public' }), ['information missing-redirect-uri']);
    assert.deepEqual(about({ deployment: 'partner', partnerPage: '' }), ['warning partner-page-missing']);
    assert.deepEqual(about({ deployment: 'partner', partnerPage: 'other' }), [
      'information missing-redirect-uri',
    ]);
  });

  it('E1: is otherwise whoever needs a client: a private deployment that calls getAuthToken, or a public one', () => {
    const of = (draft: Draft, ...files: ReturnType<typeof aFrameworkFile>[]) =>
      answersOf('embeddable', draft, aContext({ workspace: aWorkspace({ files }) })).deployment;
    const calling = aFrameworkFile({ uri: 'file:///calling.js', getAuthTokenLine: 3 });
    const silent = aFrameworkFile();
    assert.equal(of({}), 'public');
    assert.equal(of({}, silent), 'public');
    assert.equal(of({}, calling), 'private');
    assert.equal(of({ target: { kind: 'existing-file', uri: silent.uri } }, silent, calling), 'public');
    assert.equal(of({ target: { kind: 'existing-file', uri: calling.uri } }, silent, calling), 'private');
    assert.equal(of({ deployment: 'public' }, calling), 'public');
  });

  it('asks for the name of the page, and says that alone', () => {
    assert.deepEqual(findings({ deployment: 'partner' }), ['error partner-page-missing']);
    assert.deepEqual(findings({ deployment: 'partner', partnerPage: 'acme cti' }), [
      'error partner-page-unclear',
    ]);
    assert.deepEqual(findings({ deployment: 'public', partnerPage: 'acme cti' }), []);
    assert.ok(findings({ ...ACME, redirectUris: '' }).includes('error redirect-uris-missing'));
  });

  it('points out capitals, which may be meant, and offers small letters', () => {
    const [finding, ...others] = check(
      'embeddable',
      { name: 'CRM', deployment: 'partner', partnerPage: PARTNER.toUpperCase() },
      aContext(),
    );
    assert.deepEqual(others, []);
    assert.deepEqual([finding?.code, finding?.severity], ['partner-page-capitals', 'information']);
    assert.deepEqual(finding?.fixes[0]?.change, { partnerPage: 'acmecti' });
  });

  it('asks for the partner’s page in place of index.html, and offers to add it beside what was typed', () => {
    const [finding, ...others] = check(
      'embeddable',
      { name: 'CRM', ...ACME, redirectUris: INDEX },
      aContext(),
    );
    assert.deepEqual(others, []);
    assert.deepEqual([finding?.code, finding?.severity], ['missing-redirect-uri', 'warning']);
    assert.deepEqual(finding?.args, { uris: PARTNER, partner: 'acmecti' });
    assert.deepEqual(finding.fixes[0]?.change, { redirectUris: `${INDEX}\n${PARTNER}` });
    assert.deepEqual(findings({ ...ACME, redirectUris: `${PARTNER}/` }), ['error inexact-redirect-uri']);
  });

  it('points out the partner’s page of a region that the file does not serve', () => {
    const other = PARTNER.replace('.jp', '.de');
    assert.deepEqual(findings({ ...ACME, redirectUris: `${PARTNER}\n${other}` }), [
      'warning redirect-uri-other-region',
    ]);
  });

  it('is asked on the admin page, too, where nothing is adopted', () => {
    const context = aContext({ destination: onAdminPage('mypurecloud.de') });
    assert.equal(
      answersOf('embeddable', { ...ACME, adopts: 'client-1' }, context).redirectUris,
      PARTNER.replace('.jp', '.de'),
    );
  });

  it('is not known of a draft from before it was asked, which opens as it was', () => {
    const old = Draft.parse({ name: 'CRM', dedicatedLoginWindow: true, redirectUris: INDEX });
    assert.equal(old.deployment, undefined);
    assert.equal(answersOf('embeddable', old, aContext()).redirectUris, INDEX);
  });

  it('never changes what the person wrote', () => {
    const uri = fc.oneof(
      fc.constantFrom(
        INDEX,
        PARTNER,
        CRM,
        INDEX.replace('index', 'authWindow'),
        PARTNER.replace('.jp', '.de'),
        ' ',
        '',
      ),
      fc.string(),
    );
    const name = fc.oneof(fc.constantFrom('acmecti', '', 'x y', PARTNER), fc.string());
    const answer = fc.record(
      { deployment: fc.constantFrom(...Deployment.options), partnerPage: name },
      { requiredKeys: [] },
    );
    const ticks = fc.record(
      {
        dedicatedLoginWindow: fc.boolean(),
        moreRegions: fc.subarray(['mypurecloud.de', 'usw2.pure.cloud', 'mypurecloud.ie']),
      },
      { requiredKeys: [] },
    );
    const context = aContext();
    fc.assert(
      fc.property(fc.array(uri), answer, answer, ticks, (lines, before, after, tick) => {
        const redirectUris = lines.join('\n');
        const draft = { redirectUris, ...before };
        assert.equal(answersOf('embeddable', { ...draft, ...after }, context).redirectUris, redirectUris);
        // A region or a login window brings and takes pages of the framework or of this partner alone.
        const answers = answersOf('embeddable', draft, context);
        const ticked = withFrameworkPages(tick, answers, draft, context).redirectUris ?? redirectUris;
        const others = (text: string) =>
          text
            .split('\n')
            .map((each) => each.trim())
            .filter((each) => each !== '' && !each.startsWith('https://apps.'));
        assert.deepEqual(others(ticked), others(redirectUris));
      }),
      { numRuns: 300 },
    );
  });
});
