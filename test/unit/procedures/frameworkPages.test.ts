import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { frameworkPages, withFrameworkPages } from '../../../src/core/procedures/frameworkRegions.ts';
import { answersOf } from '../../../src/core/procedures/index.ts';
import { aContext } from './situations.ts';

const TOKYO = 'https://apps.mypurecloud.jp/crm/index.html';
const FRANKFURT = 'https://apps.mypurecloud.de/crm/index.html';
const OWN = 'https://crm.example.com/login';

describe("The framework's pages among the redirect URIs (E4, G11)", () => {
  const context = aContext();

  function urisAfter(draft: Draft, change: Parameters<typeof withFrameworkPages>[0]): string[] | undefined {
    const answers = answersOf('embeddable', draft, context);
    return withFrameworkPages(change, answers, draft, context).redirectUris?.split('\n');
  }

  it('are those of every region, each with its login window', () => {
    const decides = {
      moreRegions: ['mypurecloud.de', 'mypurecloud.jp'],
      dedicatedLoginWindow: true,
      partnerPage: '',
    };
    assert.deepEqual(frameworkPages(decides, context), [
      TOKYO,
      TOKYO.replace('index', 'authWindow'),
      FRANKFURT,
      FRANKFURT.replace('index', 'authWindow'),
    ]);
  });

  it('follow by themselves as long as nothing was typed', () => {
    assert.equal(urisAfter({}, { moreRegions: ['mypurecloud.de'] }), undefined);
  });

  it('come with a region and go with it, beside what was typed', () => {
    const typed = { redirectUris: `${TOKYO}\n\n ${OWN} ` };
    const grown = urisAfter(typed, { moreRegions: ['mypurecloud.de'] });
    assert.deepEqual(grown, [TOKYO, OWN, FRANKFURT]);
    const served = { moreRegions: ['mypurecloud.de'], redirectUris: grown?.join('\n') };
    assert.deepEqual(urisAfter(served, { moreRegions: [] }), [TOKYO, OWN]);
  });

  it('come with a login window, and do not come back where they were taken out', () => {
    assert.deepEqual(urisAfter({ redirectUris: OWN }, { dedicatedLoginWindow: true }), [
      OWN,
      TOKYO.replace('index', 'authWindow'),
    ]);
  });

  it('leave every blank and every line where none comes or goes', () => {
    const partner = {
      deployment: 'partner',
      partnerPage: 'acmecti',
      redirectUris: `${TOKYO}\n\n ${OWN} `,
    } as const;
    assert.equal(urisAfter(partner, { dedicatedLoginWindow: true }), undefined);
    assert.equal(urisAfter({ redirectUris: ` ${OWN}\n` }, { moreRegions: [] }), undefined);
  });

  it('are not doubled where they were typed before', () => {
    const typed = { redirectUris: `${FRANKFURT}\n${TOKYO}` };
    assert.equal(urisAfter(typed, { moreRegions: ['mypurecloud.de'] }), undefined, 'they stay as typed');
  });
});
