import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import type { DoctorPageState } from '../../src/core/doctorPage/messages.ts';
import { doctorStates, REFUSED } from './doctorStates.ts';
import { openDoctorPage } from './harness.ts';

/** The toolkit's buttons say so by their own attribute. */
const isOff = async (page: Page, button: string) =>
  (await page.locator(button).getAttribute('disabled')) !== null;

const open = async (state: DoctorPageState) => await openDoctorPage({ type: 'state', state });

describe('The page that says why a login or a call fails', () => {
  it('says first what is most likely, with its one next step, and then what else may be', async () => {
    const { page, sent } = await open(doctorStates['doctor-login']);
    await page.getByRole('heading', { name: /^Most likely: A page that people log in at/ }).waitFor();
    await page.getByRole('button', { name: 'Add the Redirect URI…' }).click();
    assert.deepEqual(sent.at(-1), { type: 'do-next', cause: 'redirect-uri-missing' });
    await page.getByRole('button', { name: 'Open framework.js' }).click();
    assert.deepEqual(sent.at(-1), { type: 'open-subject' });
    const others = page.getByRole('listitem').filter({ hasText: 'lets only listed sites embed' });
    await others.getByRole('button', { name: 'Open the Admin Page' }).click();
    assert.deepEqual(sent.at(-1), { type: 'do-next', cause: 'embedding-not-allowed' });
  });

  it('says what is in order, of how many checks, and what nobody has looked at, and who can', async () => {
    const { page, sent, show } = await open(doctorStates['doctor-login']);
    const inOrder = page.getByRole('heading', { name: /^In order \d+ of \d+ checks$/ });
    const fine = page.getByText('The region exists: mypurecloud.jp');
    assert.equal(await fine.isVisible(), false, 'what nobody has to act on is folded');
    await inOrder.click();
    await fine.waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    assert.match(headings.at(-1) ?? '', /^In order/);
    const refused = page.getByRole('listitem').filter({ hasText: 'IP allow-list' });
    await refused.getByText('It needs the permission directory:organization:admin').waitFor();
    await refused.getByRole('button', { name: 'Copy a request' }).click();
    assert.deepEqual(sent.at(-1), { type: 'copy-request', cause: 'ip-not-allowed' });
    await show({ type: 'copied-request', cause: 'ip-not-allowed' });
    await refused.getByRole('button', { name: 'Request copied' }).waitFor();
  });

  it('takes what a person finds out in the browser', async () => {
    const { page, sent } = await open(doctorStates['doctor-login']);
    await page.getByText('What to try there').click();
    await page.locator('#pop-ups-blocked').click();
    assert.deepEqual(sent.at(-1), { type: 'browser-told', browser: { popUps: 'blocked' } });
    await page.locator('#cookies-allowed').click();
    assert.deepEqual(sent.at(-1), { type: 'browser-told', browser: { thirdPartyCookies: 'allowed' } });
  });

  it("asks at which page agents log in where a partner's page alone is registered, and lets the answer be taken back", async () => {
    const { page, sent, show } = await open(doctorStates['doctor-partner']);
    await page.getByText('Where do agents log in?').waitFor();
    await page.getByRole('button', { name: 'At the Page of acmecti' }).click();
    assert.deepEqual(sent.at(-1), { type: 'place-told', place: { partner: 'acmecti' } });
    await page.getByRole('button', { name: "At the Framework's Own Page" }).click();
    assert.deepEqual(sent.at(-1), { type: 'place-told', place: { partner: '' } });
    await show({ type: 'state', state: doctorStates['doctor-partner-told'] });
    await page.getByText('You said that agents log in at the page of acmecti.').waitFor();
    await page.getByText('You said that crm.contoso.example shows the framework.').waitFor();
    assert.equal(await page.getByText('Where do agents log in?').count(), 0);
    await page.getByRole('button', { name: 'Take It Back' }).first().click();
    assert.deepEqual(sent.at(-1), { type: 'place-told', place: { site: 'crm.contoso.example' } });
  });

  it('asks which site shows the framework where only listed ones may', async () => {
    const { page, sent } = await open(doctorStates['doctor-login']);
    await page.locator('#site input').fill('https://crm.contoso.example/desk');
    await page.getByRole('button', { name: 'Look for It in the List' }).click();
    assert.deepEqual(sent.at(-1), { type: 'place-told', place: { site: 'crm.contoso.example' } });
  });

  it('looks again, copies the report, and says that it did', async () => {
    const { page, sent, show } = await open(doctorStates['doctor-login']);
    await page.getByRole('button', { name: 'Look Again' }).click();
    assert.deepEqual(sent.at(-1), { type: 'look-again' });
    await page.getByRole('button', { name: 'Copy Report' }).click();
    assert.deepEqual(sent.at(-1), { type: 'copy-report' });
    await show({ type: 'copied', what: 'report' });
    await page.getByRole('button', { name: 'Report copied' }).waitFor();
  });

  it('says what it is at while it looks, and can be cancelled', async () => {
    const { page, sent, show } = await open(doctorStates['doctor-looking']);
    await page.locator('.looking').getByText('Asking the organization about its settings…').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(sent.at(-1), { type: 'cancel' });
    await show({ type: 'state', state: doctorStates['doctor-cancelled'] });
    await page.getByText('It was cancelled. Look again whenever you like.').waitFor();
    // What was known before stays while something newer is under way, and nothing is done by it.
    await show({ type: 'state', state: doctorStates['doctor-looking-again'] });
    assert.ok(await isOff(page, '#next-redirect-uri-missing'));
  });

  it('says that nothing was found, and that some of it nobody has looked at', async () => {
    const { page } = await open(doctorStates['doctor-nothing-found']);
    await page.getByRole('heading', { name: 'Nothing was found that keeps people out.' }).waitFor();
    await page.getByText('The cause may be among what could not be looked at.').first().waitFor();
  });

  it('says of a text that it does not tell, and makes up no cause', async () => {
    const { page } = await open(doctorStates['doctor-tells-nothing']);
    await page.locator('.tells').getByText('This text does not tell why something fails.').waitFor();
    assert.equal(await page.locator('.cause').count(), 0);
    // There was nothing to look for, and a sign-in would not change that.
    assert.equal(await page.getByRole('heading', { level: 2 }).count(), 0);
    assert.equal(await page.getByText('Nobody is signed in').count(), 0);
  });

  it('offers only what can be done: nothing to a client that nobody knows', async () => {
    const { page } = await open(doctorStates['doctor-secret']);
    await page.getByText('make a new one and give it to every caller').waitFor();
    assert.equal(await page.locator('.cause').getByRole('button').count(), 0);
    // Nor is room left for a button.
    const display = await page
      .locator('.cause .actions')
      .evaluate((element) => getComputedStyle(element).display);
    assert.equal(display, 'none');
  });

  it('offers once to sign in, however many causes it would tell more about', async () => {
    const { page } = await open(doctorStates['doctor-invalid']);
    await page.getByText('Nobody is signed in, so only what was pasted was looked at.').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Sign In/ }).count(), 1);
    assert.equal(await page.locator('.cause').getByRole('button', { name: 'Sign In…' }).count(), 1);
  });

  it('asks which of several clients is meant', async () => {
    const { page, sent } = await open(doctorStates['doctor-several']);
    const section = page.getByRole('region', { name: 'Which client is meant?' });
    await section.getByRole('button', { name: 'Contoso CRM agent desktop' }).click();
    assert.deepEqual(sent.at(-1), {
      type: 'choose-client',
      clientId: '0a1b2c3d-1111-4222-8333-444455556666',
    });
  });

  it('says that what is shown is of before once nobody is signed in any more, and does nothing by it', async () => {
    const { page, sent } = await open(doctorStates['doctor-signed-out']);
    await page.getByText('What you see is what it was.').waitFor();
    assert.ok(await isOff(page, '#next-redirect-uri-missing'));
    await page.getByRole('button', { name: 'Sign In', exact: true }).click();
    assert.deepEqual(sent.at(-1), { type: 'sign-in' });
  });

  it('answers from the text alone where nobody is signed in, and says what a sign-in would add', async () => {
    const { page } = await open(doctorStates['doctor-refused']);
    await page.getByText('Nobody is signed in, so only what was pasted was looked at.').waitFor();
    await page.locator('.cause').getByText('routing:queue:view').first().waitFor();
  });

  it('speaks of a pasted text only where there is one', async () => {
    const { page } = await open(doctorStates['doctor-nobody']);
    await page.getByText('Nobody is signed in').first().waitFor();
    assert.equal(await page.getByText('what was pasted').count(), 0);
  });

  it('says why the client could not be read, and reads it again', async () => {
    const { page, sent } = await open(doctorStates['doctor-unread']);
    await page.locator('[data-live=alert]').getByText('The client could not be read.').waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    assert.deepEqual(sent.at(-1), { type: 'refresh' });
  });

  it('takes what is pasted, and tells the host only what it tells: no secret, no token, not the text', async () => {
    const canary = 'Zx81CanaryThatNobodyMayRead';
    const { page, sent } = await open(doctorStates['doctor-unasked']);
    await page.locator('#find-out').click();
    await page
      .locator('#findings-pasted')
      .getByText('Paste first what you see, or say what happens.')
      .waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'pasted');
    assert.deepEqual(
      sent.filter(({ type }) => type === 'told'),
      [],
      'nothing is looked for without anything to look for',
    );
    await page
      .locator('#pasted textarea')
      .fill(`curl -H 'Authorization: Bearer ${canary}' https://api.mypurecloud.jp/api/v2/x\n${REFUSED}`);
    await page.getByText('No login window opens').click();
    await page.locator('#find-out').click();
    const told = sent.at(-1);
    assert.ok(told?.type === 'told');
    assert.ok(told.told.symptoms.some(({ kind }) => kind === 'api-error'));
    assert.ok(told.told.symptoms.some((each) => each.kind === 'seen' && each.what === 'no-login-window'));
    assert.ok(!JSON.stringify(sent).includes(canary));
    const kept = JSON.stringify(await page.evaluate('globalThis.keptState'));
    assert.ok(!kept.includes(canary) && !kept.includes('routing:queue:view'), kept);
  });

  it('says at the field of the site what is missing, and looks for nothing', async () => {
    const { page, sent } = await open(doctorStates['doctor-login']);
    for (const typed of ['', 'no site at all']) {
      await page.locator('#site input').fill(typed);
      await page.getByRole('button', { name: 'Look for It in the List' }).click();
      await page.locator('#findings-site').getByText('Write the address of the site').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'site');
    }
    assert.ok(sent.every(({ type }) => type !== 'place-told'));
    await page.locator('#site input').fill('https://crm.contoso.example/app');
    assert.equal(await page.locator('#findings-site .finding').count(), 0);
  });

  it('takes 5 MB at once, says that it is too long to be shown, and lets it be removed', async () => {
    const { page, sent } = await open(doctorStates['doctor-unasked']);
    await page.locator('#pasted').evaluate((element) => {
      Object.assign(element, { value: 'The weather is fine. '.repeat(250_000) });
      element.dispatchEvent(new Event('input'));
    });
    await page.getByText('A text of 5,250,000 characters was pasted').waitFor();
    await page.getByRole('button', { name: 'Find Out Why' }).click();
    assert.equal(sent.at(-1)?.type, 'told');
    await page.getByRole('button', { name: 'Remove it' }).press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'pasted');
  });

  it('is drawn anew while it is looked at, and the keyboard stays where it was', async () => {
    const { page, show } = await open(doctorStates['doctor-login']);
    await page.locator('#look-again').focus();
    await show({ type: 'state', state: doctorStates['doctor-nothing-found'] });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'look-again');
  });

  it('says aloud what it found', async () => {
    const { page, show } = await open(doctorStates['doctor-looking']);
    await show({ type: 'state', state: doctorStates['doctor-login'] });
    await page
      .locator('[data-live=status]')
      .getByText(/^Most likely: A page that people log in at/)
      .waitFor();
  });

  describe('by keyboard', () => {
    const focused = async (page: Page) => await page.evaluate(() => document.activeElement?.id);
    /** Pastes, and asks by the key. */
    const findOutWhy = async (page: Page) => {
      await page.locator('#pasted textarea').fill(REFUSED);
      await page.locator('#find-out').press('Enter');
    };
    const state = (name: keyof typeof doctorStates) =>
      ({ type: 'state', state: doctorStates[name] }) as const;

    it('begins where one pastes, once something is to be pasted', async () => {
      const { page } = await open(doctorStates['doctor-unasked']);
      assert.equal(await focused(page), 'pasted');
      const other = await open(doctorStates['doctor-login']);
      assert.equal(await focused(other.page), '');
    });

    it('goes on at the answer that was asked for, which is then in sight', async () => {
      for (const [name, answer] of [
        ['doctor-unasked', 'doctor-refused'],
        ['doctor-login', 'doctor-nothing-found'],
      ] as const) {
        const { page, show } = await open(doctorStates[name]);
        await page.setViewportSize({ width: 1000, height: 400 });
        if (name === 'doctor-login') await page.getByText('Say what you see').click();
        await findOutWhy(page);
        await show(state(answer));
        assert.equal(await focused(page), 'answer', name);
        const top = await page.locator('#answer').evaluate((element) => element.getBoundingClientRect().top);
        assert.ok(top > -1 && top < 200, `${name}: ${top}`);
      }
    });

    it('takes nobody away from what they type meanwhile', async () => {
      const { page, show } = await open(doctorStates['doctor-unasked']);
      await findOutWhy(page);
      await page.locator('#pasted textarea').focus();
      await show(state('doctor-refused'));
      assert.equal(await focused(page), 'pasted');
    });

    it('stays at Look Again while it is looked', async () => {
      const { page, show } = await open(doctorStates['doctor-login']);
      await page.locator('#look-again').press('Enter');
      await show(state('doctor-looking-again'));
      assert.equal(await focused(page), 'look-again');
      await show(state('doctor-nothing-found'));
      assert.equal(await focused(page), 'look-again');
    });

    it('comes back from a question to what is there then', async () => {
      const { page, show } = await open(doctorStates['doctor-login']);
      await page.locator('#next-redirect-uri-missing').focus();
      // As while VS Code asks.
      await page.evaluate(() => Reflect.set(document, 'hasFocus', () => false));
      await show(state('doctor-looking-again'));
      await show(state('doctor-nothing-found'));
      await page.evaluate(() => {
        Reflect.deleteProperty(document, 'hasFocus');
        window.dispatchEvent(new Event('focus'));
      });
      assert.equal(await focused(page), 'answer');
    });

    it('is never lost with what has had the focus', async () => {
      const { page, show } = await open(doctorStates['doctor-login']);
      await page.locator('#next-redirect-uri-missing').focus();
      await show(state('doctor-looking-again'));
      assert.equal(await focused(page), 'cancel');
      await show(state('doctor-cancelled'));
      assert.equal(await focused(page), 'look-again');
      await show(state('doctor-looking-again'));
      await page.locator('#cancel').focus();
      await show(state('doctor-nothing-found'));
      assert.equal(await focused(page), 'answer');
      await show(state('doctor-several'));
      await page.getByRole('button', { name: 'Contoso CRM agent desktop' }).focus();
      await show(state('doctor-refused'));
      assert.equal(await focused(page), 'answer');
    });
  });

  it('keeps what it is about for the time after a reload, and nothing else', async () => {
    const { page } = await open(doctorStates['doctor-login']);
    assert.deepEqual(await page.evaluate('globalThis.keptState'), doctorStates['doctor-login'].about);
  });
});
