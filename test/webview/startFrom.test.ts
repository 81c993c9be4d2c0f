import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ProcedureId } from '../../src/core/procedures/draft.ts';
import { anOrg, clients, developer, manyClients } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';
import { scrollsSideways } from './probes.ts';

const SECRET = 'the-one-canary-that-nobody-may-see';
const [desktop, oldDesktop] = clients;

async function atDetails(
  procedure: ProcedureId,
  source: 'use' | 'copy' | 'json',
  options: WizardOptions = {},
): Promise<OpenWizard> {
  const memory = { procedure, step: 'details' as const, ...options.memory };
  return await openWizard({ ...options, memory, press: `#start-from-${source}` });
}

function shownIn({ page }: OpenWizard, label: string): Promise<string> {
  return page.getByRole('textbox', { name: label }).inputValue();
}

describe('The clients to use', () => {
  it('E3 and S3: are others for another procedure', async () => {
    const wizard = await atDetails('embeddable', 'use', { memory: { draft: { name: 'Typed' } } });
    const offered = wizard.page.locator('.clients button .name');
    assert.deepEqual(await offered.allInnerTexts(), ['Agent desktop', 'Old desktop']);
    await wizard.page.getByRole('button', { name: 'Start over' }).click();
    await wizard.settle();
    wizard.host.do({ type: 'choose-procedure', procedure: 'scim' });
    wizard.host.do({ type: 'go', step: 'details' });
    await wizard.settle();
    await wizard.page.locator('#start-from-use').click();
    await wizard.settle();
    assert.deepEqual(await offered.allInnerTexts(), ['Directory', 'Nightly export']);
  });
});

describe('Starting from JSON', () => {
  async function paste(wizard: OpenWizard, text: string): Promise<void> {
    await wizard.page.getByRole('textbox', { name: 'JSON of the client' }).fill(text);
    await wizard.page.getByRole('button', { name: 'Fill in' }).click();
    await wizard.settle();
  }

  const bad: [text: string, says: RegExp][] = [
    ['', /There is no text to read/],
    ['{\n  "name": "A",\n  oops\n}', /This is not JSON: look at line 3, column 3/],
    ['[1]', /not one client/],
    ['{"total": 3}', /None of the fields of an OAuth client/],
    ['{\n"scope": 5}', /Line 2: scope must be a list of texts/],
    ['[{"name": "A"}, {"name": "B"}]', /2 clients are in it/],
    ['{"authorizedGrantType": "MAGIC"}', /authorizedGrantType must be one of CLIENT-CREDENTIALS, CODE/],
    [`"${'x'.repeat(200_000)}"`, /200,002 characters are too many/],
  ];
  for (const [text, says] of bad) {
    it(`says ${says}, and keeps what was typed`, async () => {
      const wizard = await atDetails('general', 'json', { memory: { draft: { name: 'Typed' } } });
      await paste(wizard, text);
      assert.match(await wizard.page.locator('#findings-json').innerText(), says);
      assert.equal(await shownIn(wizard, 'JSON of the client'), text);
      assert.deepEqual(wizard.host.state.memory.draft, { name: 'Typed' });
      assert.equal(await shownIn(wizard, 'App Name'), 'Typed');
    });
  }

  it('fills in all pages, and gives back what was there before', async () => {
    const wizard = await atDetails('general', 'json', {
      memory: { draft: { name: 'Typed', duration: '300' } },
    });
    await paste(wizard, '{"name":"Wallboard","authorizedGrantType":"TOKEN","scope":["users"]}');
    assert.deepEqual(wizard.host.state.memory.draft, {
      adopts: null,
      name: 'Wallboard',
      grantType: 'TOKEN',
      scopes: ['users'],
    });
    assert.equal(await shownIn(wizard, 'App Name'), 'Wallboard');
    await wizard.page.getByText('All pages are filled in from "Wallboard".').waitFor();
    assert.equal(await wizard.page.evaluate(() => document.activeElement?.id), 'started-from');
    await wizard.page.getByRole('button', { name: 'Undo' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft, { name: 'Typed', duration: '300' });
    assert.equal(await shownIn(wizard, 'App Name'), 'Typed');
  });

  const leftOut = {
    en: [
      'The secret in it was not taken',
      'Line 1 was not taken: accessTokenValiditySeconds must be a number of seconds.',
      'Line 2: entries that were not taken: 1. registered_redirect_uri must be',
      '"logo_0", "logo_1", "logo_2", "logo_3", "logo_4", and 4 more',
    ],
    ja: [
      'シークレットは取り込んでいません',
      '1 行目は取り込みませんでした',
      '項目が 1 個あります',
      '「logo_3」、「logo_4」、ほか 4 個',
    ],
  } as const;
  for (const language of ['en', 'ja'] as const) {
    it(`says in a word what it did not take, and shows no value of it (${language})`, async () => {
      const wizard = await atDetails('general', 'json', { language });
      const { page } = wizard;
      const keys = Array.from({ length: 9 }, (_, i) => `"logo_${i}": "${SECRET}"`).join();
      await page
        .locator('#start-from-source textarea')
        .fill(
          `{"name":"Wallboard","accessTokenValiditySeconds":"a day",\n"registered_redirect_uri":["https://a.test/cb",1],${keys},"client_secret":"${SECRET}"}`,
        );
      await page.locator('.source .actions button').first().click();
      await wizard.settle();
      const note = page.locator('#started-from');
      for (const text of leftOut[language]) await note.getByText(text).waitFor();
      await wizard.takePicture(`started-from-json.${language}`);
      assert.equal(wizard.host.state.memory.draft.redirectUris, 'https://a.test/cb');
      assert.equal((await page.content()).includes(SECRET), false);
    });
  }

  it('names a long key in no more than the line has room for', async () => {
    const wizard = await atDetails('general', 'json');
    await paste(wizard, `{"name":"A","${'W'.repeat(5000)}":1,"${'あ'.repeat(5000)}":1}`);
    await wizard.page.setViewportSize({ width: 320, height: 760 });
    await wizard.page.locator('#started-from').getByText('WWW…').waitFor();
    assert.equal(await wizard.page.evaluate(scrollsSideways), false);
  });

  it('does not take a secret, says so, and has it nowhere afterwards', async () => {
    const wizard = await atDetails('general', 'json');
    await paste(wizard, `{"name":"Wallboard","secret":"${SECRET}"}`);
    await wizard.page.getByText('The secret in it was not taken').waitFor();
    assert.equal((await wizard.page.content()).includes(SECRET), false);
    assert.equal(JSON.stringify(wizard.host.state).includes(SECRET), false);
    await wizard.page.locator('#start-from-json').click();
    assert.equal(await shownIn(wizard, 'JSON of the client'), '');
  });

  it('takes it from the clipboard, of which the page sees no more than the settings', async () => {
    const wizard = await atDetails('general', 'json');
    wizard.host.world.clipboard = 'no json';
    const take = wizard.page.getByRole('button', { name: 'Take it from the clipboard' });
    await take.click();
    await wizard.page.getByText('This is not JSON: look at line 1, column 1.').waitFor();
    wizard.host.world.clipboard = `{"name":"Wallboard","secret":"${SECRET}"}`;
    await take.click();
    await wizard.page.getByText('All pages are filled in from "Wallboard".').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.draft.name, 'Wallboard');
    assert.equal((await wizard.page.content()).includes(SECRET), false);
  });

  it('is the only one that needs nobody signed in', async () => {
    const { page } = await openWizard({ memory: { step: 'details' }, connected: false });
    const group = page.getByRole('group', { name: 'Start from' });
    assert.deepEqual(await group.getByRole('button').allInnerTexts(), ['JSON']);
  });
});

describe('Starting from a copy of a client', () => {
  it('fills in its settings under another name, and says what this kind of client has no place for', async () => {
    const wizard = await atDetails('embeddable', 'copy');
    await wizard.page.getByRole('button', { name: /^Nightly export/ }).click();
    await wizard.settle();
    assert.equal(await shownIn(wizard, 'App Name'), 'Copy of Nightly export');
    const note = wizard.page.locator('#started-from');
    assert.match(await note.innerText(), /grant type Client Credentials is not offered here/);
    assert.match(await note.innerText(), /Roles \(1\) were left out/);
    assert.deepEqual(wizard.host.state.memory.draft, {
      adopts: null,
      name: 'Copy of Nightly export',
      duration: '86400',
    });
  });

  it('G2: warns when the name of the copy is in use', async () => {
    const taken = [...clients, { id: 'x', name: 'Copy of Agent desktop' }];
    const org = anOrg({ clients: { kind: 'known', value: taken } });
    const wizard = await atDetails('general', 'copy', { org });
    await wizard.page.getByRole('button', { name: /^Agent desktop/ }).click();
    await wizard.settle();
    assert.match(await wizard.page.locator('#findings-name').innerText(), /"Copy of Agent desktop"/);
  });

  it('finds one among hundreds as one types or scrolls', async () => {
    const org = anOrg({ clients: { kind: 'known', value: manyClients(300) } });
    const { page, settle } = await atDetails('general', 'copy', { org });
    const rows = page.locator('.clients li');
    assert.equal(await rows.count(), 100);
    await page.getByText('200 more. Scroll or search to find them.').waitFor();
    await page.locator('.clients').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.getByText('100 more. Scroll or search to find them.').waitFor();
    await page.getByRole('textbox', { name: 'Search 300 clients' }).fill('app 217');
    await settle();
    assert.deepEqual(await rows.locator('.name').allInnerTexts(), ['Team app 217']);
    await page.getByRole('textbox', { name: 'Search 300 clients' }).fill('no such');
    await page.getByText('No client contains "no such".').waitFor();
  });

  it('says why when the clients could not be read, and when there is none', async () => {
    const unknown = {
      kind: 'unknown' as const,
      error: { kind: 'forbidden', answer: { status: 403 } } as const,
    };
    const { page } = await atDetails('general', 'copy', { org: anOrg({ clients: unknown }) });
    await page.getByText('The OAuth clients could not be read.').waitFor();
    await page.getByRole('button', { name: 'Refresh' }).waitFor();
    const none = await atDetails('general', 'copy', {
      org: anOrg({ clients: { kind: 'known', value: [] } }),
    });
    await none.page.getByText('There is no OAuth client in Practice Org yet.').waitFor();
  });
});

describe('Using an existing client as it is', () => {
  it('lists a client that cannot work with the reason, and lets nobody choose it', async () => {
    const { page } = await atDetails('embeddable', 'use');
    const list = page.getByRole('group', { name: 'OAuth clients' });
    assert.deepEqual(await list.getByRole('button').locator('.name').allInnerTexts(), [
      'Agent desktop',
      'Old desktop',
    ]);
    const others = await list.locator('.other').allInnerTexts();
    assert.equal(others.length, 4);
    assert.match(
      others[0] ?? '',
      /Directory\s+Client Credentials · The framework needs a client that agents log in with/,
    );
    assert.match(others[2] ?? '', /Retired desktop\s+Code Authorization \/ PKCE · It is not active/);
  });

  it('E6: leaves out what the client has answered, sends nothing, and says whose ID goes into framework.js', async () => {
    const { page, host, settle } = await atDetails('embeddable', 'use');
    await page.getByRole('button', { name: /^Agent desktop/ }).click();
    await settle();
    assert.equal(host.state.memory.draft.adopts, desktop?.id);
    assert.equal(await page.locator('nav li').count(), 4);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'framework.js', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Use the client Agent desktop' }).waitFor();
    assert.equal(await page.locator('.finding').count(), 0);
    await page.locator('#save').click();
    await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    await page.getByText('not kept here. The Embeddable Framework does not need it.').waitFor();
    assert.equal(await page.locator('#client-id').innerText(), desktop?.id);
    assert.equal(host.world.clientsRequested, 0);
  });

  it('warns about what is unusual where it is chosen and under Review, and offers no repair from here', async () => {
    const { page } = await atDetails('embeddable', 'use');
    await page.getByRole('button', { name: /^Old desktop/ }).click();
    const warnings = page.locator('.finding');
    const said = await warnings.allInnerTexts();
    for (const expected of [
      /3,600 seconds/,
      /March 2027/,
      /apps\.mypurecloud\.jp\/crm/,
      /scopes are recommended/,
    ]) {
      assert.ok(
        said.some((text) => expected.test(text)),
        String(expected),
      );
    }
    assert.equal(await warnings.getByRole('button').count(), 0);
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.getByRole('heading', { name: 'Use the client Old desktop' }).waitFor();
    assert.equal(await warnings.count(), said.length);
  });

  it('gives back what was typed when one creates a new client instead', async () => {
    const draft = { name: 'Typed', adopts: oldDesktop?.id ?? '' };
    const wizard = await openWizard({ memory: { step: 'details', draft } });
    await wizard.page.getByRole('button', { name: 'Create a new client instead' }).click();
    await wizard.settle();
    assert.equal(await shownIn(wizard, 'App Name'), 'Typed');
    assert.equal(await wizard.page.locator('nav li').count(), 7);
  });

  it('lets another one be chosen', async () => {
    const { page, host, settle } = await openWizard({
      memory: { step: 'details', draft: { adopts: oldDesktop?.id ?? '' } },
    });
    await page.getByRole('button', { name: 'Choose another client' }).click();
    await page.getByRole('button', { name: /^Agent desktop/ }).click();
    await settle();
    assert.equal(host.state.memory.draft.adopts, desktop?.id);
  });

  it('G1: is open to somebody who may add no clients', async () => {
    const { page, settle } = await openWizard({ org: anOrg({ caller: developer }) });
    await page.getByRole('button', { name: 'Use an existing client' }).click();
    await page.getByRole('button', { name: /^Agent desktop/ }).click();
    await settle();
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.getByRole('heading', { name: 'Use the client Agent desktop' }).waitFor();
  });

  it('searches for what is typed from the very moment that the list is open', async () => {
    const { page } = await openWizard({ memory: { step: 'details' } });
    const focused = await page.locator('#start-from-use').evaluate((chip: HTMLElement) => {
      chip.click();
      return document.activeElement?.id;
    });
    assert.equal(focused, 'start-from-source');
  });

  it('is walked through by arrows, Home and End, and left with Escape for what opened it', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details' }, press: '#start-from-use' });
    const rows = page.locator('.clients li button');
    const place = () => rows.evaluateAll((all) => all.findIndex((row) => row === document.activeElement));
    const last = (await rows.count()) - 1;
    assert.ok(last > 0);
    for (const [key, to] of [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['End', last],
      ['ArrowDown', last],
      ['Home', 0],
      ['ArrowUp', -1],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await place(), to, key);
    }
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'start-from-source');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await settle();
    assert.equal(await rows.count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'start-from-use');
  });

  it('of a client that is used: Escape leads back to the button that opened the list', async () => {
    const draft = { adopts: oldDesktop?.id ?? '' };
    const { page, settle } = await openWizard({
      memory: { step: 'details', draft },
      press: '#choose-another',
    });
    await page.keyboard.press('Escape');
    await settle();
    assert.equal(await page.locator('.clients').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'choose-another');
  });

  it('is chosen by keyboard alone, and the focus goes on with what was chosen', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details' } });
    await page.locator('#start-from-use').focus();
    await page.keyboard.press('Enter');
    await settle();
    await page.keyboard.type('old');
    await settle();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await settle();
    assert.equal(host.state.memory.draft.adopts, oldDesktop?.id);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'adopted');
  });
});
