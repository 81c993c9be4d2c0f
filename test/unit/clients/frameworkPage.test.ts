import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  isOnAppsHost,
  isPageName,
  isWrittenOtherwise,
  partnerAmong,
  regionOfPage,
} from '../../../src/core/clients/frameworkNeeds.ts';

const PAGE = 'https://apps.mypurecloud.de/crm/index.html';

describe('E4: a redirect URI that certainly is a page of the framework, written in another way', () => {
  const same = {
    'a slash at its end': `${PAGE}/`,
    'two of them': `${PAGE}//`,
    'blanks around it': ` \t${PAGE}\u00a0`,
    'an invisible character before it': `\u200e${PAGE}`,
    'an invisible character in it': PAGE.replace('crm', 'c\u200brm'),
    'capitals in its scheme and its host': PAGE.replace(
      'https://apps.mypurecloud.de',
      'HTTPS://Apps.MyPureCloud.DE',
    ),
    'the port that https has anyway': PAGE.replace('.de/', '.de:443/'),
  };
  for (const [how, uri] of Object.entries(same)) {
    it(`with ${how}`, () => assert.ok(isWrittenOtherwise(uri, PAGE)));
  }

  const others = {
    'the page itself': PAGE,
    'one with a query, which a deployment may have': `${PAGE}?crm=acme-public`,
    'one with an empty query': `${PAGE}?`,
    'one with a fragment': `${PAGE}#`,
    'a page of a partner': PAGE.replace('index', 'acmecti/index'),
    'the page of a partner with a short name': PAGE.replace('index', 'ac/index'),
    'one whose path has other letters': PAGE.replace('crm', 'cmr'),
    'one whose path has capitals': PAGE.replace('crm', 'CRM'),
    'a text that has the address in it': `at ${PAGE}`,
    'the address twice': `${PAGE}${PAGE}`,
    'the host alone': 'https://apps.mypurecloud.de',
    'the host with a slash': 'https://apps.mypurecloud.de/',
    'one with http': PAGE.replace('https', 'http'),
    'one with another port': PAGE.replace('.de/', '.de:8443/'),
    'one with a user name': PAGE.replace('apps', 'me@apps'),
    'the page of another region, however alike': PAGE.replace('.de', '.ie'),
    'that of another region with a slash': `${PAGE.replace('.de', '.ie')}/`,
    'the page of the login window': PAGE.replace('index', 'authWindow'),
    'no address at all': 'index.html',
    nothing: '',
  };
  for (const [what, uri] of Object.entries(others)) {
    it(`is not ${what}`, () => assert.ok(!isWrittenOtherwise(uri, PAGE)));
  }
});

describe('E4: the host that has the framework’s pages of a region', () => {
  it('is known in whatever case and whatever follows', () => {
    for (const uri of [
      PAGE,
      `${PAGE}?crm=acme`,
      'https://APPS.mypurecloud.de/',
      'https://APPS.mypurecloud.de',
      `\u200b${PAGE}`,
    ])
      assert.ok(isOnAppsHost(uri, 'mypurecloud.de'), uri);
  });

  it('is not that of another region, nor one that only begins or ends like it', () => {
    for (const host of [
      'apps.mypurecloud.ie',
      'apps.mypurecloud.de.crm.test',
      'myapps.mypurecloud.de',
      'login.mypurecloud.de',
    ])
      assert.ok(!isOnAppsHost(`https://${host}/crm/index.html`, 'mypurecloud.de'), host);
  });
});

describe('G11: the region of a page of the framework', () => {
  it('is known by the page alone, letter by letter', () => {
    assert.equal(regionOfPage(PAGE), 'mypurecloud.de');
    assert.equal(regionOfPage(PAGE.replace('index', 'authWindow')), 'mypurecloud.de');
    assert.equal(regionOfPage(`${PAGE}/`), undefined);
  });

  it('is known of the page of the partner that is meant, and of no other', () => {
    const page = PAGE.replace('index', 'acmecti/index');
    assert.equal(regionOfPage(page, { name: 'acmecti' }), 'mypurecloud.de');
    for (const own of [PAGE, PAGE.replace('index', 'authWindow')])
      assert.equal(regionOfPage(own, { name: 'acmecti' }), 'mypurecloud.de');
    for (const partner of [undefined, { name: undefined }, { name: 'acme' }])
      assert.equal(regionOfPage(page, partner), undefined);
  });
});

describe('The partner whose page stands among redirect URIs', () => {
  const CRM = 'https://apps.mypurecloud.de/crm';
  const ACME = `${CRM}/acmecti/index.html`;
  const OTHER = `${CRM}/othercti/index.html`;
  const CALLBACK = 'https://crm.test/callback';

  it('is known by the page alone, beside whatever else is there, and if it stands there twice', () => {
    for (const uris of [[ACME], [CALLBACK, ACME], [ACME, CALLBACK], [ACME, ACME]])
      assert.equal(partnerAmong(uris, 'mypurecloud.de'), 'acmecti');
    assert.equal(partnerAmong([`${CRM}/a/index.html`], 'mypurecloud.de'), 'a');
    assert.equal(partnerAmong([`${CRM}/Acme-CTI_2.0/index.html`], 'mypurecloud.de'), 'Acme-CTI_2.0');
  });

  it('is none where the framework’s own page is there too, however it is written', () => {
    for (const own of [PAGE, `${PAGE}/`, PAGE.replace('https:', 'HTTPS:')])
      for (const uris of [
        [own, ACME],
        [ACME, CALLBACK, own],
      ])
        assert.equal(partnerAmong(uris, 'mypurecloud.de'), undefined, own);
  });

  it('is none where nobody can tell which of two is meant', () => {
    assert.equal(partnerAmong([ACME, OTHER], 'mypurecloud.de'), undefined);
  });

  const no: Readonly<Record<string, readonly string[]>> = {
    'there is no URI': [],
    'the page is elsewhere': [CALLBACK, `https://crm.test/crm/acmecti/index.html`],
    'the page is of another region': [ACME.replace('.de', '.ie')],
    'something follows': [`${ACME}?lang=ja`, `${ACME}/`, `${ACME}l`],
    'it is another page': [`${CRM}/acmecti/authWindow.html`, `${CRM}/acmecti`],
    'it is deeper': [`${CRM}/acme/cti/index.html`],
    'it leads elsewhere': [`${CRM}/../index.html`, `${CRM}/./index.html`],
    'its name has other characters': [`${CRM}/acme%20cti/index.html`, `${CRM}/アクメ/index.html`],
  };
  for (const [why, uris] of Object.entries(no)) {
    it(`is none where ${why}`, () => {
      for (const each of [uris, ...uris.map((uri) => [uri])])
        assert.equal(partnerAmong(each, 'mypurecloud.de'), undefined, each.join());
    });
  }

  it('has a name that is one segment of an address and stays what it is there', () => {
    for (const name of ['acmecti', 'A', '2', 'acme-cti_2.0', '.well', 'a..b', '...x'])
      assert.equal(isPageName(name), true, name);
    for (const name of [
      '',
      '.',
      '..',
      '...',
      'a/b',
      'a b',
      ' a',
      'a ',
      'a?',
      '#a',
      'a%20',
      'ä',
      '\\a',
      'a\n',
    ])
      assert.equal(isPageName(name), false, JSON.stringify(name));
  });
});
