import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluateFramework } from '../host/evaluateFramework.ts';
import { CLIENT_ID } from '../host/wizardWalk.ts';
import { SCIM } from '../wizard/orgDesk.ts';
import { useOrgDesk } from '../wizard/useOrgDesk.ts';
import { PageWalk } from './pageWalk.ts';
import { wear } from './themes.ts';

const REGION = 'mypurecloud.com';
const DUBLIN = 'mypurecloud.ie';
const FRANKFURT = 'mypurecloud.de';
const TOKYO = 'mypurecloud.jp';
const TOKYO_ID = '0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9';

/** Grant types by the value of their choices, and the pages that each asks for between its own and Review. */
const GRANTS = {
  CODE: { name: /^Code Authorization \/ PKCE/, asks: ['redirectUris', 'scopes'] },
  TOKEN: { name: /^Implicit Grant \(Browser\)/, asks: ['redirectUris', 'scopes'] },
  'SAML2-BEARER': { name: /^SAML2 Bearer/, asks: ['scopes'] },
  'CLIENT-CREDENTIALS': { name: /^Client Credentials/, asks: ['roles'] },
};

describe('The Embeddable Framework, from the first page to framework.js, in the practice org', () => {
  const desk = useOrgDesk();

  it('G1: tells the developer before the form that they may not add clients, with the way out', async () => {
    const someone = await PageWalk.begin(desk(), 'developer');
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Developer');
    const note = someone.wizard.locator('.note.error');
    assert.match(await note.innerText(), /oauth:client:add/);
    await someone.wizard.locator('#next').click();
    assert.match(await someone.wizard.locator('#summary').innerText(), /oauth:client:add/);
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
  });

  it('says at the field what is wrong, and Save says what is missing', async () => {
    const someone = await PageWalk.begin(desk(), 'bad-input');
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    const findingsOf = async (field: string) =>
      await someone.wizard.locator(`#findings-${field}`).innerText();

    await someone.type('name', 'n'.repeat(10_000));
    assert.match(await findingsOf('name'), /10,000 characters/);
    await someone.type('duration', '299');
    assert.match(await findingsOf('duration'), /299 seconds are too short/);
    await someone.type('duration', '172801');
    assert.match(await findingsOf('duration'), /172,801 seconds are too long/);
    await someone.picture('details');

    await someone.wizard.locator('nav li:nth-child(4) button').click();
    const uris = ['http://crm.test/a', 'crm/index.html', 'https://crm.test/a#top'];
    await someone.type('redirectUris', uris.join('\n'));
    for (const line of [
      /Line 1 must start with https/,
      /Line 2 is not a complete/,
      /Line 3 has a fragment/,
    ]) {
      assert.match(await findingsOf('redirectUris'), line);
    }
    await someone.picture('redirect-uris');

    await someone.wizard.locator('nav li:nth-child(7) button').click();
    await someone.wizard.locator('#save').click();
    const missing = someone.wizard.locator('#summary li');
    assert.equal(await missing.count(), 5);
    await someone.picture('review');
    await missing.first().locator('button').click();
    await someone.wizard.locator('nav li:nth-child(2).now').waitFor({ state: 'attached' });
    assert.equal(await someone.field('name').inputValue(), 'n'.repeat(10_000));
  });

  it('G11: one client serves three regions, and the same answers go on to a fourth', async () => {
    const someone = await PageWalk.begin(desk(), 'regions');
    const before = evaluateFramework(someone.framework()).config.clientIds;
    await someone.chooseEmbeddable();
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.type('name', 'Agent desktop, worldwide');
    for (const step of [3, 4]) await someone.nextTo(step);
    await someone.tick(DUBLIN);
    await someone.wizard.locator('.regions summary').click();
    await someone.tick(FRANKFURT);
    const pages = [REGION, DUBLIN, FRANKFURT].map((region) => `https://apps.${region}/crm/index.html`);
    await someone.opened.settle();
    assert.equal(await someone.field('redirectUris').inputValue(), pages.join('\n'));
    await someone.picture('redirect-uris');

    for (const step of [5, 6]) await someone.nextTo(step);
    await someone.wizard.locator('#next').click();
    assert.match(
      await someone.wizard.locator('#summary').innerText(),
      /another Client ID for mypurecloud\.ie/,
    );
    await someone.picture('framework-file');
    await someone.wizard.getByRole('checkbox', { name: /Replace the Client ID of mypurecloud\.ie/ }).click();
    await someone.nextTo(7);
    await someone.picture('review');
    const clientId = await someone.finish();
    const { clientIds } = evaluateFramework(someone.framework()).config;
    assert.deepEqual(clientIds, {
      ...before,
      [REGION]: clientId,
      [DUBLIN]: clientId,
      [FRANKFURT]: clientId,
    });

    await someone.wizard.getByRole('button', { name: 'The same for another region' }).click();
    await someone.goToAdminPage(TOKYO);
    await someone.nextTo(2);
    assert.equal(await someone.field('name').inputValue(), 'Agent desktop, worldwide');
    for (const step of [3, 4]) await someone.nextTo(step);
    assert.equal(
      await someone.field('redirectUris').inputValue(),
      `https://apps.${TOKYO}/crm/index.html`,
      'what the region presets follows the new one',
    );
    for (const step of [5, 6, 7]) await someone.nextTo(step);
    await someone.type('clientId', TOKYO_ID);
    await someone.nextTo(8);
    await someone.picture('review-of-the-other-region');
    assert.equal(await someone.finish(), TOKYO_ID);
    assert.deepEqual(evaluateFramework(someone.framework()).config.clientIds, {
      ...clientIds,
      [TOKYO]: TOKYO_ID,
    });
  });

  for (const [words, theme] of [
    ['dark', 'Dark 2026'],
    ['high contrast', 'Dark High Contrast'],
  ] as const) {
    it(`works the same in ${words}`, async () => {
      const someone = await PageWalk.begin(desk(), words.replace(' ', '-'));
      await wear(someone.page, theme);
      await someone.chooseEmbeddable();
      await someone.connectAs('Practice Administrator');
      await someone.answerEverything(words);
      const clientId = await someone.finish();
      assert.equal(evaluateFramework(someone.framework()).config.clientIds[REGION], clientId);
    });
  }
});

describe('The other procedures, from the first page to Save, in the practice org', () => {
  const desk = useOrgDesk();

  for (const [grant, { name, asks }] of Object.entries(GRANTS)) {
    it(`G6: a client for an application, ${grant}`, async () => {
      const someone = await PageWalk.begin(desk(), `general-${grant}`);
      await someone.chooseProcedure('general');
      await someone.connectAs('Practice Administrator');
      await someone.nextTo(2);
      await someone.type('name', `Reporting ${grant}`);
      await someone.nextTo(3);
      await someone.wizard.getByRole('radio', { name }).check();
      await someone.picture('grant-type');
      let step = 3;
      for (const field of asks) {
        step += 1;
        await someone.nextTo(step);
        if (field === 'redirectUris') await someone.type(field, 'https://app.example.com/callback');
        if (field === 'scopes') await someone.tick('users:readonly');
        if (field === 'roles') await someone.tick('Employee');
        await someone.picture(field);
      }
      await someone.nextTo(step + 1);
      await someone.picture('review');
      assert.match(await someone.finish(), CLIENT_ID);
    });
  }

  it('S1–S7: a SCIM client for Entra ID, in ja', async () => {
    const someone = await PageWalk.begin(desk(), 'scim', 'ja');
    await someone.chooseProcedure('scim');
    await someone.connectAs('Practice Administrator');
    await someone.nextTo(2);
    await someone.wizard.getByRole('radio', { name: /Entra ID/ }).check();
    await someone.picture('identity-provider');
    await someone.nextTo(3);
    await someone.type('name', 'Identity');
    await someone.picture('details');
    await someone.nextTo(4);
    await someone.picture('divisions');
    await someone.nextTo(5);
    await someone.picture('review');
    const clientId = await someone.finish();
    const token = await someone.copy('scim-token');
    assert.ok(token.length > 20);
    const config = desk().texts.get(SCIM.uri) ?? '';
    assert.ok(config.includes(clientId));
    assert.equal(config.includes(token), false);
  });
});
