import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { clientCredentialsLogin } from '../../../src/core/platform/login.ts';
import { listClients } from '../../../src/core/platform/oauthClients.ts';
import { platformErrorText } from '../../../src/core/texts/failures.ts';
import { STATUS_PAGE } from '../../../src/core/texts/statusPage.ts';
import { repoFolder } from '../../host/paths.ts';

const CLOUD = { api: 'https://api.mypurecloud.jp', login: 'https://login.mypurecloud.jp' };
const PRACTICE = { api: 'http://127.0.0.1:8080', login: 'http://127.0.0.1:8080' };

describe('Where Genesys shows the state of its services', () => {
  const { fetch } = globalThis;

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** How a call and a login end there that are answered so. */
  async function errorsAt({ api, login }: typeof CLOUD, status: number): Promise<PlatformError[]> {
    globalThis.fetch = async () =>
      new Response('{"message":"x"}', {
        status,
        headers: { 'Retry-After': '99', 'Content-Type': 'text/plain' },
      });
    const called = await listClients({ apiUrl: api, accessToken: 'token', language: 'en' });
    const signedIn = await clientCredentialsLogin(login, 'client', 'secret');
    assert.ok(!called.ok && !signedIn.ok && signedIn.error.kind !== 'login-refused');
    return [called.error, signedIn.error];
  }

  const advice = (error: PlatformError) => platformErrorText('Nothing was read.', error);

  for (const status of [500, 502, 503, 504])
    it(`is said of ${status} from Genesys Cloud, and never from a practice org`, async () => {
      for (const error of await errorsAt(CLOUD, status)) {
        const { next, hasStatusPage } = advice(error);
        assert.match(
          next,
          /Genesys shows the state of its services at https:\/\/status\.mypurecloud\.com\.$/,
        );
        assert.equal(hasStatusPage, true);
      }
      for (const error of await errorsAt(PRACTICE, status)) {
        const { next, hasStatusPage } = advice(error);
        assert.doesNotMatch(next, /status/);
        assert.equal(hasStatusPage, undefined);
      }
    });

  it('is not said of what is no fault of a service', async () => {
    for (const status of [400, 401, 403, 404, 429, 501])
      for (const error of await errorsAt(CLOUD, status)) assert.equal(advice(error).hasStatusPage, undefined);
  });

  it('has its address in one place', () => {
    const having = ['src', 'webview'].flatMap((folder) =>
      readdirSync(join(repoFolder, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .filter((path) => readFileSync(join(repoFolder, folder, path), 'utf8').includes(STATUS_PAGE)),
    );
    assert.equal(having.length, 1, having.join());
  });
});
