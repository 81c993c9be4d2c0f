import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formats } from '../../../src/cli/check/checkRequest.ts';
import { frameworkWith, useProject } from './project.ts';

/** Such as Genesys Cloud makes them; nothing that is said may have a part of it in it. */
const CANARY = 'kAn4rYsEcReTvAlUe-0123456789-AbCdEfGhIjKlMn';
const PASSWORD = 'canary-in-the-mine';

/** Files in which somebody has put a secret where a program of ours looks. */
const FILES: Readonly<Record<string, string>> = {
  'genesys-scim.json': JSON.stringify({
    connections: [
      { provider: CANARY, clientSecret: PASSWORD, token: CANARY, tokenEndsAt: CANARY, region: CANARY },
    ],
  }),
  'broken/genesys-scim.json': `{ "connections": [{ "password": "${PASSWORD}" }], /* ${CANARY} */ "${CANARY}" "x`,
  'framework.js': frameworkWith(`'mypurecloud.com': '${CANARY}'`, `'mypurecloud.ie': '${CANARY.slice(2)}'`),
  'keys/framework.js': frameworkWith(`'${CANARY}': ''`, `'${CANARY}': '${CANARY}'`),
  'constants/framework.js': `const s = '${CANARY}';\n${frameworkWith(`'mypurecloud.com': s`)}`,
};

describe('A secret in a file that is checked', () => {
  const project = useProject();

  for (const format of formats) {
    it(`is in no answer as ${format}, nor in what is said besides`, async () => {
      for (const [path, text] of Object.entries(FILES)) await project.write(path, text);
      for (const language of ['en', 'ja']) {
        const { out, err } = await project.run(['check', '--format', format, '--lang', language]);
        for (const part of [PASSWORD, CANARY.slice(0, 12), CANARY.slice(-12)])
          assert.equal(`${out}${err}`.includes(part), false, `${format} has ${part}`);
        assert.match(out, /plain-text-secret/);
        assert.match(out, /-client-id/);
      }
    });
  }

  it('is in no baseline, and in no answer to a repair', async () => {
    for (const [path, text] of Object.entries(FILES)) await project.write(path, text);
    const sound = ['framework.js', 'keys', 'constants', 'genesys-scim.json'];
    const { out, err } = await project.run(['check', ...sound, '--write-baseline', 'b.json', '--fix']);
    const all = `${out}${err}${await project.read('b.json')}`;
    assert.doesNotMatch(all, new RegExp(`${PASSWORD}|${CANARY.slice(0, 12)}|${CANARY.slice(-12)}`));
    assert.match(all, /plain-text-secret/);
  });
});
