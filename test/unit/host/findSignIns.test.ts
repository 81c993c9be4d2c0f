import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { findSignIns } from '../../../src/host/signIn/found.ts';

const TOKEN = 'canary-access-token-of-some-length';

describe('Looking for sign-ins on this computer', () => {
  const before: NodeJS.ProcessEnv = { ...process.env };
  let home = '';
  let config = '';

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'home-'));
    config = join(home, '.gc', 'config.toml');
    await mkdir(join(home, '.gc'));
    Object.assign(process.env, { HOME: home, USERPROFILE: home });
    for (const name of Object.keys(process.env)) {
      if (name.startsWith('GENESYSCLOUD_')) delete process.env[name];
    }
  });
  afterEach(async () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    await rm(home, { recursive: true });
  });

  it('finds the profiles first, then the variables', async () => {
    await writeFile(config, `[A]\naccess_token = "${TOKEN}"`);
    process.env['GENESYSCLOUD_ACCESS_TOKEN'] = TOKEN;
    const found = await findSignIns();
    assert.deepEqual(
      found.map(({ description }) => description.id),
      ['genesys-cli:A', 'terraform'],
    );
  });

  it('offers the token of a login only as long as it lives', async () => {
    const ending = async (milliseconds: number) => {
      const end = new Date(Date.now() + milliseconds).toISOString();
      const data = JSON.stringify({ access_token: TOKEN, oauth_token_expiry: end });
      await writeFile(config, `[A]\ngrant_type = "3"\noauth_token_data = '${data}'`);
      return (await findSignIns()).length;
    };
    assert.equal(await ending(60_000), 1);
    assert.equal(await ending(-1), 0);
  });

  it('finds nothing where there is nothing', async () => {
    assert.deepEqual(await findSignIns(), []);
  });

  it('finds the variables where the file is a folder', async () => {
    await mkdir(config);
    process.env['GENESYSCLOUD_ACCESS_TOKEN'] = TOKEN;
    assert.equal((await findSignIns()).length, 1);
  });

  it('ignores a file of more than a megabyte', async () => {
    const profile = `[A]\naccess_token = "${TOKEN}"\n`;
    const upTo = (bytes: number) => `${profile}#${' '.repeat(bytes - profile.length - 1)}`;
    await writeFile(config, upTo(1024 * 1024));
    assert.equal((await findSignIns()).length, 1);
    await writeFile(config, upTo(1024 * 1024 + 1));
    assert.deepEqual(await findSignIns(), []);
  });

  it('reads anew each time, and keeps nothing', async () => {
    await writeFile(config, `[A]\naccess_token = "${TOKEN}"`);
    assert.equal((await findSignIns()).length, 1);
    await rm(config);
    assert.deepEqual(await findSignIns(), []);
  });
});
