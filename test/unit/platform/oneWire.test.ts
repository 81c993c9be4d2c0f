import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../../host/paths.ts';

/** What asks a host for something without limits of time and size, and without a mask for secrets. */
const OTHER_WAYS =
  /\bfetch\(|\bXMLHttpRequest\b|\bhttps?\.(?:request|get)\(|from '(?:ky|axios|got|undici|node-fetch)'/;

const WIRE = 'core/platform/exchange.ts';

describe('Hosts are asked in one place', () => {
  it(`which is ${WIRE}`, () => {
    const found = ['core', 'host']
      .flatMap((room) =>
        readdirSync(join(repoFolder, 'src', room), { recursive: true, encoding: 'utf8' }).map(
          (path) => `${room}/${path.replaceAll('\\', '/')}`,
        ),
      )
      .filter(
        (path) =>
          path.endsWith('.ts') && OTHER_WAYS.test(readFileSync(join(repoFolder, 'src', path), 'utf8')),
      );
    assert.deepEqual(found, [WIRE]);
  });
});
