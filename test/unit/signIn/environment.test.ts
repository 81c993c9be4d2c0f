import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Environment, returnOf } from '../../../src/core/signIn/ways.ts';

describe('A login in the browser', () => {
  it('comes back by itself where VS Code can open a browser of this computer and tunnels its ports', () => {
    for (const place of ['desktop', 'remote'] as const) {
      assert.equal(returnOf({ place, browser: true }), 'loopback');
    }
  });

  it('is brought back by hand from a browser that cannot reach the extension', () => {
    assert.equal(returnOf({ place: 'web', browser: true }), 'paste');
  });

  it('is brought back by hand wherever VS Code cannot open a browser', () => {
    for (const place of ['desktop', 'remote', 'web'] as const) {
      assert.equal(returnOf({ place, browser: false }), 'paste');
    }
  });

  it('knows no other places', () => {
    assert.equal(Environment.safeParse({ place: 'wsl', browser: true }).success, false);
  });
});
