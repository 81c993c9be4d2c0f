import assert from 'node:assert/strict';
import type { Way } from '../../src/core/signIn/ways.ts';
import { nativePrompts } from '../../src/host/signIn/prompts/prompts.ts';
import { type Inputs, watchInputs } from './inputs.ts';

const CLIENT_ID = '8b6f2c1e-0000-4000-8000-4d0a7e95b3f2';
const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const region = 'mypurecloud.jp';

describe('what a sign-in asks', () => {
  const prompts = nativePrompts();
  let inputs: Inputs;
  beforeEach(() => {
    inputs = watchInputs();
  });
  afterEach(() => inputs.dispose());

  describe('the Client ID', () => {
    const question = { region, grant: 'CODE', canPrepare: true } as const;

    it('is not taken for what it is not, and each mistake is told in its own words', async () => {
      const asked = prompts.askClientId(question);
      await inputs.enter('');
      assert.match(inputs.complaint(), /Nothing is entered yet/);
      await inputs.enter(CLIENT_ID.slice(0, 20));
      assert.match(inputs.complaint(), /36 characters, and this has 20/);
      await inputs.enter(SECRET);
      assert.match(inputs.complaint(), /looks like a secret/);
      await inputs.enter('my client');
      assert.match(inputs.complaint(), /This is no Client ID/);
      await inputs.enter(` ${CLIENT_ID}\t`);
      assert.deepEqual(await asked, { kind: 'client-id', clientId: CLIENT_ID });
    });

    it('is not complained about while it is typed, unless it cannot become one', async () => {
      const asked = prompts.askClientId(question);
      await inputs.type('8b6f2c');
      assert.equal(inputs.complaint(), '');
      await inputs.type('my client');
      assert.match(inputs.complaint(), /This is no Client ID/);
      await inputs.type('8b6f2c1e-');
      assert.equal(inputs.complaint(), '');
      await inputs.close();
      assert.equal(await asked, undefined);
    });

    it('need not exist where one can be prepared', async () => {
      const asked = prompts.askClientId(question);
      inputs.press('I have no client for this yet');
      assert.deepEqual(await asked, { kind: 'prepare' });
    });

    it('has to exist where none can be prepared', async () => {
      const asked = prompts.askClientId({ region, grant: 'CLIENT-CREDENTIALS', canPrepare: false });
      assert.deepEqual(inputs.box().buttons, []);
      assert.match(inputs.box().prompt ?? '', /Client Credentials.*Tokyo/);
      await inputs.close();
      await asked;
    });
  });

  describe('a secret', () => {
    it('is shown as dots, outlives a switch of windows, and leaves the box at once', async () => {
      const asked = prompts.askClientSecret({ region, clientId: CLIENT_ID });
      const box = inputs.box();
      assert.equal(box.password, true);
      assert.equal(box.ignoreFocusOut, true);
      await inputs.enter(SECRET);
      assert.equal(await asked, SECRET);
      assert.equal(box.value, '');
    });

    it('is not a Client ID, nor anything with other characters', async () => {
      const asked = prompts.askClientSecret({ region, clientId: CLIENT_ID });
      await inputs.type(CLIENT_ID);
      assert.match(inputs.complaint(), /looks like a Client ID/);
      await inputs.type('秘密');
      assert.match(inputs.complaint(), /characters that no secret has/);
      assert.doesNotMatch(inputs.complaint(), /秘密/);
      await inputs.close();
      assert.equal(await asked, undefined);
    });

    it('may be a token, with the word Bearer before it', async () => {
      const asked = prompts.askAccessToken({ region });
      const box = inputs.box();
      assert.equal(box.password, true);
      await inputs.enter('short');
      assert.match(inputs.complaint(), /no access token/);
      await inputs.enter(CLIENT_ID);
      assert.match(inputs.complaint(), /looks like a Client ID/);
      await inputs.enter(`Bearer ${SECRET}`);
      assert.equal(await asked, SECRET);
      assert.equal(box.value, '');
    });
  });

  describe('the region', () => {
    const domains = () => inputs.list().items.flatMap((row) => ('domain' in row ? [row.domain] : []));

    it('is one of all 18, those used before first, and once each', async () => {
      const asked = prompts.askRegion({ recent: ['mypurecloud.de', 'genesys.example.org'] });
      assert.deepEqual(domains().slice(0, 2), ['mypurecloud.de', 'genesys.example.org']);
      assert.equal(domains().length, 19);
      assert.equal(new Set(domains()).size, 19);
      await inputs.close();
      assert.equal(await asked, undefined);
    });

    for (const typed of [
      'ap_northeast_1',
      'https://apps.mypurecloud.jp/directory/#/admin',
      'tokyo',
      'apne1',
    ]) {
      it(`is found by ${typed}`, async () => {
        const asked = prompts.askRegion({ recent: [] });
        await inputs.search(typed);
        assert.equal(await asked, 'mypurecloud.jp');
      });
    }

    it('is the one that is written out, not one that begins like it', async () => {
      const asked = prompts.askRegion({ recent: ['mypurecloud.com.au'] });
      await inputs.search('mypurecloud.com');
      assert.equal(await asked, 'mypurecloud.com');
    });

    it('may be a domain of a company of its own', async () => {
      const asked = prompts.askRegion({ recent: [] });
      await inputs.search('genesys.example.org');
      assert.equal(await asked, 'genesys.example.org');
    });

    it('is not what no region is called', async () => {
      const asked = prompts.askRegion({ recent: [] });
      await inputs.search('no such place');
      await inputs.close();
      assert.equal(await asked, undefined);
    });
  });

  it('ways are told with what they need, and Enter takes the first', async () => {
    const ways: Way[] = [{ kind: 'access-token' }, { kind: 'practice-org' }];
    const asked = prompts.askWay(ways);
    assert.ok(inputs.list().items.every(({ label, detail }) => label && detail));
    await inputs.accept();
    assert.deepEqual(await asked, { kind: 'access-token' });
  });
});
