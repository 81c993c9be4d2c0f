import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { misspeltPage, regionOfPage } from '../../../src/core/procedures/misspeltPage.ts';

const PAGE = 'https://apps.mypurecloud.de/crm/index.html';

describe('E4: a redirect URI that was meant to be a page of the framework', () => {
  const meant = [
    `${PAGE}/`,
    ` ${PAGE}`,
    `${PAGE}?lang=de`,
    PAGE.replace('https', 'http'),
    PAGE.replace('.de/', '.de:443/'),
    PAGE.toUpperCase(),
    PAGE.replace('index.html', 'index.htm'),
    PAGE.replace('crm', 'cmr'),
    PAGE.replace('.de', '.dee'),
  ];
  for (const uri of meant) it(uri, () => assert.equal(misspeltPage(['https://crm.test/', uri], PAGE), uri));

  const others = {
    'the page itself': PAGE,
    'the page of another region, however alike': PAGE.replace('.de', '.ie'),
    'the login window': PAGE.replace('index', 'authWindow'),
    'a page of a company': 'https://crm.example/crm/index.html',
    'no address at all': 'index.html',
    nothing: '',
  };
  for (const [what, uri] of Object.entries(others)) {
    it(`is not ${what}`, () => assert.equal(misspeltPage([uri], PAGE), undefined));
  }
});

describe('G11: the region of a page of the framework', () => {
  it('is known by the page alone, letter by letter', () => {
    assert.equal(regionOfPage(PAGE), 'mypurecloud.de');
    assert.equal(regionOfPage(PAGE.replace('index', 'authWindow')), 'mypurecloud.de');
    assert.equal(regionOfPage(`${PAGE}/`), undefined);
  });
});
