import assert from 'node:assert/strict';
import type { Way } from '../../src/core/signIn/ways.ts';
import { nativePrompts } from '../../src/host/signIn/prompts/prompts.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { type Inputs, watchInputs } from './inputs.ts';

const CLIENT_ID = '8b6f2c1e-0000-4000-8000-4d0a7e95b3f2';
const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const region = 'mypurecloud.jp';

describe('what a sign-in asks @oldest', () => {
  const prompts = nativePrompts(new FakeDialogs());
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
      inputs.type('8b6f2c');
      assert.equal(inputs.complaint(), '');
      inputs.type('my client');
      assert.match(inputs.complaint(), /This is no Client ID/);
      inputs.type('8b6f2c1e-');
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
      inputs.type(CLIENT_ID);
      assert.match(inputs.complaint(), /looks like a Client ID/);
      inputs.type('秘密');
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

    /** Pastes and presses Enter at once, before the list can have changed. */
    const enter = async (text: string) => {
      inputs.paste(text);
      await inputs.accept();
    };

    for (const typed of [
      'ap_northeast_1',
      'https://apps.mypurecloud.jp/directory/#/admin',
      'tokyo',
      'apne1',
      '\u200eap-northeast-1.pure.cloud',
      'Asia Pacific (Tokyo)',
    ]) {
      it(`is found by ${typed}`, async () => {
        const asked = prompts.askRegion({ recent: [] });
        await enter(typed);
        assert.equal(await asked, 'mypurecloud.jp');
      });
    }

    describe('when mypurecloud.com.au was used before', () => {
      let asked: ReturnType<typeof prompts.askRegion>;
      beforeEach(() => {
        asked = prompts.askRegion({ recent: ['mypurecloud.com.au', 'example.com.au', 'example.com.br'] });
      });
      afterEach(async () => await inputs.close());

      it('is the one that is written out, not one that begins like it', async () => {
        await enter('mypurecloud.com');
        assert.equal(await asked, 'mypurecloud.com');
      });

      it('is the domain of its own that is written out, not one that goes on after it', async () => {
        await enter('example.com');
        assert.equal(await asked, 'example.com');
      });

      it('is the one that is written out, however fast it is typed', async () => {
        for (const length of 'mypurecloud.com'.split('').keys())
          inputs.paste('mypurecloud.com'.slice(0, length));
        await enter('mypurecloud.com');
        assert.equal(await asked, 'mypurecloud.com');
      });

      it('is what is written last, when it is typed further and when it is corrected', async () => {
        for (const text of ['mypurecloud.com', 'mypurecloud.com.a', 'mypurecloud.com.au']) inputs.paste(text);
        for (const text of ['usw2', 'usw', 'mypurecloud.com.au', 'mypurecloud.com']) inputs.paste(text);
        await inputs.accept();
        assert.equal(await asked, 'mypurecloud.com');
      });

      it('is still the one that is written out after a blank', async () => {
        inputs.paste('mypurecloud.com');
        await inputs.untilActive(/mypurecloud\.com ·/);
        await enter('mypurecloud.com ');
        assert.equal(await asked, 'mypurecloud.com');
      });

      it('is the row that one goes to after typing', async () => {
        inputs.paste('mypurecloud.com');
        await inputs.untilActive(/mypurecloud\.com ·/);
        await inputs.next();
        await inputs.accept();
        assert.equal(await asked, 'mypurecloud.com.au');
      });

      it('is the row that one goes to after typing, also when the list is late', async () => {
        inputs.paste('example.com');
        await Promise.all([inputs.next(), inputs.accept()]);
        assert.equal(await asked, 'example.com.br');
      });

      for (const [part, row] of [
        ['mypurecloud.c', 'mypurecloud.com.au'],
        ['mypurecloud.co', 'mypurecloud.com.au'],
        ['example.co', 'example.com.au'],
      ] as const) {
        it(`is the first row for ${part}, which is not finished`, async () => {
          await enter(part);
          assert.equal(await asked, row);
        });

        it(`is the first row for ${part}, also for who waits`, async () => {
          inputs.paste('usw2');
          await inputs.untilActive(/usw2/);
          inputs.paste(part);
          await inputs.untilActive(row === 'example.com.au' ? /own/ : /mypurecloud\.com\.au/);
          await inputs.accept();
          assert.equal(await asked, row);
        });
      }

      it('is never a guess that nobody has seen', async () => {
        await enter('mypurecloud.con');
        await enter('usw2');
        assert.equal(await asked, 'usw2.pure.cloud');
      });

      it('is guessed from an address with a typing error', async () => {
        inputs.paste('https://login.mypurecloud.au/saml');
        await inputs.untilActive(/mypurecloud\.com\.au ·/);
        await inputs.accept();
        assert.equal(await asked, 'mypurecloud.com.au');
      });

      it('is guessed from a typing error', async () => {
        inputs.paste('mypurecloud.con');
        await inputs.untilActive(/mypurecloud\.com ·/);
        await inputs.accept();
        assert.equal(await asked, 'mypurecloud.com');
      });

      it('is not what was meant by a text that is no longer there', async () => {
        inputs.paste('apne1');
        await inputs.untilActive(/mypurecloud\.jp/);
        await enter('no such place');
        inputs.paste('usw2');
        await inputs.untilActive(/usw2/);
        await inputs.accept();
        assert.equal(await asked, 'usw2.pure.cloud');
      });
    });

    it('may be a domain of a company of its own', async () => {
      const asked = prompts.askRegion({ recent: [] });
      await enter('genesys.example.org');
      assert.equal(await asked, 'genesys.example.org');
    });

    it('is not what no region is called', async () => {
      const asked = prompts.askRegion({ recent: [] });
      await enter('no such place');
      await inputs.close();
      assert.equal(await asked, undefined);
    });
  });

  it('ways are told with what they need, and Enter takes the first', async () => {
    const ways: Way[] = [{ kind: 'access-token' }, { kind: 'practice-org' }];
    const asked = prompts.askWay({ ways });
    assert.ok(inputs.list().items.every(({ label, detail }) => label && detail));
    await inputs.accept();
    assert.deepEqual(await asked, { kind: 'access-token' });
  });
});
