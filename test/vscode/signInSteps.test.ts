import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { signInInteractively } from '../../src/host/signIn/interactive.ts';
import { nativePrompts } from '../../src/host/signIn/prompts/prompts.ts';
import type { Session } from '../../src/host/signIn/session.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { type Inputs, watchInputs } from './inputs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { REGION } from './signingIn.ts';
import { useWindows } from './windows.ts';

const { id: CLIENT_ID, secret: SECRET } = automationClient;

describe('A sign-in outside the wizard', () => {
  const { openWithGateway } = useWindows();
  let window: Rehearsal;
  let inputs: Inputs;

  beforeEach(async () => {
    window = await openWithGateway();
    Object.assign(window.person.prompts, nativePrompts(window.services.dialogs));
    inputs = watchInputs();
  });

  afterEach(() => inputs.dispose());

  const begin = async (): Promise<Session | undefined> =>
    await signInInteractively(window.services, async () => {});
  const list = () => [inputs.list().step, inputs.list().totalSteps];
  const box = () => [inputs.box().step, inputs.box().totalSteps];

  /** From the first question, by this way, to the one for the Client ID. */
  async function goToClientId(way = 'Client ID and secret'): Promise<void> {
    await inputs.untilAsked(/How to Connect/);
    await inputs.choose(way);
    await inputs.untilAsked(/Region/);
    inputs.paste(REGION);
    await inputs.accept();
    await inputs.untilAsked(/Client ID/);
  }

  /** Where region and Client ID were entered before. */
  async function acceptRegionAndSeeClientId(): Promise<void> {
    await inputs.untilAsked(/Region/);
    await inputs.untilActive(new RegExp(REGION));
    await inputs.accept();
    await inputs.untilAsked(/Client ID/);
    assert.equal(inputs.box().value, CLIENT_ID);
  }

  /** From the first question to the secret. */
  async function goToSecret(): Promise<void> {
    await goToClientId();
    await inputs.enter(CLIENT_ID);
    await inputs.untilAsked(/Client Secret/);
  }

  it('says which step this is, and of how many as soon as the way tells', async () => {
    const done = begin();
    await inputs.untilAsked(/How to Connect/);
    assert.deepEqual(list(), [undefined, undefined]);
    await inputs.choose('Client ID and secret');
    await inputs.untilAsked(/Region/);
    assert.deepEqual(list(), [2, 4]);
    inputs.paste(REGION);
    await inputs.accept();
    await inputs.untilAsked(/Client ID/);
    assert.deepEqual(box(), [3, 4]);
    await inputs.enter(CLIENT_ID);
    await inputs.untilAsked(/Client Secret/);
    assert.deepEqual(box(), [4, 4]);
    await inputs.enter(SECRET);
    assert.equal((await done)?.region, REGION);
  });

  it('goes back one step at a time, to what was entered there, but never to a secret', async () => {
    const done = begin();
    await goToSecret();
    inputs.type(SECRET);
    await inputs.back();
    await inputs.untilAsked(/Client ID/);
    assert.equal(inputs.box().value, CLIENT_ID);
    await inputs.back();
    await inputs.untilAsked(/Region/);
    await inputs.untilActive(new RegExp(REGION));
    await inputs.back();
    await inputs.untilAsked(/How to Connect/);
    await inputs.untilActiveLabel('Client ID and secret');
    await inputs.accept();
    await acceptRegionAndSeeClientId();
    await inputs.accept();
    await inputs.untilAsked(/Client Secret/);
    assert.equal(inputs.box().value, '');
    await inputs.enter(SECRET);
    assert.equal((await done)?.region, REGION);
  });

  it('keeps a Client ID that was not yet accepted on the way back', async () => {
    const done = begin();
    await goToClientId();
    inputs.type(CLIENT_ID);
    await inputs.back();
    await acceptRegionAndSeeClientId();
    inputs.type(SECRET);
    await inputs.close();
    assert.equal(await done, undefined);
    const again = begin();
    await inputs.untilAsked(/How to Connect/);
    await inputs.choose('Client ID and secret');
    await acceptRegionAndSeeClientId();
    // And no secret that got there by mistake.
    await inputs.close();
    await again;
  });

  it('is over with Escape, and offers what was entered when it is begun again', async () => {
    const first = begin();
    await goToSecret();
    inputs.type(SECRET);
    await inputs.close();
    assert.equal(await first, undefined);
    assert.equal(inputs.title(), 'Genesys Cloud: Sign In: Client Secret', 'nothing more is asked');
    const second = begin();
    await inputs.untilAsked(/How to Connect/);
    await inputs.untilActiveLabel('Client ID and secret');
    await inputs.accept();
    await acceptRegionAndSeeClientId();
    await inputs.accept();
    await inputs.untilAsked(/Client Secret/);
    assert.equal(inputs.box().value, '');
    await inputs.close();
    assert.equal(await second, undefined);
    assert.equal(window.remembers().includes(CLIENT_ID), false, 'it ends with the window');
  });

  it('asks who to be in the practice org, and leads back from there', async () => {
    const done = begin();
    await inputs.untilAsked(/How to Connect/);
    await inputs.choose('Practice org');
    await inputs.untilAsked(/Practice org/);
    assert.deepEqual(list(), [2, 2]);
    await inputs.back();
    await inputs.untilAsked(/How to Connect/);
    await inputs.close();
    assert.equal(await done, undefined);
  });

  it('leads back from the browser to the Client ID, where another one can be entered', async () => {
    window.person.habits = { inBrowser: 'dawdles' };
    const done = begin();
    await goToClientId('Log in with the browser');
    await inputs.enter(window.org.signInClient.id);
    await inputs.untilAsked(/Tokyo/);
    assert.deepEqual(box(), [4, 4]);
    await inputs.back();
    await inputs.untilAsked(/Client ID/);
    assert.equal(inputs.box().value, window.org.signInClient.id);
    await inputs.accept();
    await inputs.untilAsked(/Tokyo/);
    await inputs.close();
    assert.equal(await done, undefined);
    assert.equal(window.person.pagesOpened, 2);
  });

  it('has neither numbers nor Back where one question is asked alone', async () => {
    const asked = window.services.signIn.askRegion(new AbortController().signal);
    await inputs.untilAsked(/Region/);
    assert.deepEqual(list(), [undefined, undefined]);
    assert.deepEqual(inputs.list().buttons, []);
    await inputs.close();
    assert.equal(await asked, undefined);
  });
});
