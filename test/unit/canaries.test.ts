import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { watchIssued } from '../canaries/issued.js';
import { leaksOf } from '../canaries/leaks.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';

const SECRET = 'Zq7_kw-93+a/Lm&canary=0123456789';

/** Ways in which somebody could write it. */
const WRITTEN: Record<string, string> = {
  'as it is': `{"secret":"${SECRET}"}`,
  'in an address': `https://login.test/?client_secret=${encodeURIComponent(SECRET)}`,
  'in a form': new URLSearchParams({ client_secret: SECRET }).toString(),
  'in base64 alone': btoa(SECRET),
  'in base64 behind a Client ID': btoa(`0123456789:${SECRET}`),
  'in base64 behind another one': btoa(`01234567890:${SECRET}`),
  'in base64 of an address': Buffer.from(`a${SECRET}`).toString('base64url'),
};

describe('A secret that got out', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('canaries');
  });

  afterEach(async () => await folder.remove());

  for (const [how, text] of Object.entries(WRITTEN)) {
    it(`is found ${how}, in a file and in a text`, async () => {
      const file = join(folder.path, 'a.log');
      await writeFile(file, Buffer.concat([Buffer.from([0, 255, 200]), Buffer.from(text)]));
      const texts = { messages: ['nothing', text], questions: ['nothing'] };
      const { leaks, places } = await leaksOf(['another-one', SECRET], { folders: [folder.path], texts });
      assert.deepEqual(leaks, ['messages', file]);
      assert.equal(places, 4);
    });
  }

  it('is found among many, though others begin in the same way, or are short', async () => {
    const others = [`${SECRET.slice(0, 12)}-another`, 'Zq7_kw-', SECRET.slice(0, 8).toUpperCase()];
    for (const [how, text] of Object.entries(WRITTEN)) {
      // A short one of the others would be found, too.
      const wanted = [...others.filter(({ length }) => length > 7), SECRET];
      const { leaks } = await leaksOf(wanted, { folders: [], texts: { [how]: [text] } });
      assert.deepEqual(leaks, [how]);
    }
    const { leaks } = await leaksOf(others, {
      folders: [],
      texts: { short: ['a Zq7_kw- b'], none: ['a Zq7_kw b'] },
    });
    assert.deepEqual(leaks, ['short']);
  });

  it('is not found where there is none', async () => {
    await writeFile(join(folder.path, 'a.log'), 'POST /api/v2/oauth/clients: HTTP 200');
    const texts = { messages: ['The client was created.'] };
    const { leaks } = await leaksOf([SECRET], { folders: [folder.path], texts });
    assert.deepEqual(leaks, []);
  });
});

describe('What an org gives out', () => {
  const { fetch } = globalThis;
  const noted: string[] = [];

  afterEach(() => {
    globalThis.fetch = fetch;
    noted.length = 0;
  });

  async function answered(answer: Response, method: string): Promise<Response> {
    globalThis.fetch = async () => answer;
    watchIssued((secret) => noted.push(secret));
    const got = await globalThis.fetch('https://api.test/', { method });
    await got.text();
    await new Promise(setImmediate);
    return got;
  }

  it('is known by the names of its fields, at any depth', async () => {
    const body = { entities: [{ secret: 'one' }], access_token: 'two', refresh_token: 'three', name: 'four' };
    await answered(Response.json(body), 'POST');
    assert.deepEqual(noted, ['one', 'two', 'three']);
  });

  it('is known by the code in an address that an answer leads to', async () => {
    const headers = { location: 'http://localhost:1/?code=a%2Fb&state=s' };
    await answered(new Response(null, { status: 302, headers }), 'POST');
    assert.deepEqual(noted, ['a/b']);
  });
});
