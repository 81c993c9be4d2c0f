import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainMessage } from '../../../src/host/ui/plainMessage.ts';

/** What VS Code makes links of in a notification. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

describe('A name in a notification', () => {
  for (const name of [
    '[Undo](command:workbench.action.quit)',
    '[a](https://example.com)[b](file:///etc/hosts)',
    'x [a](COMMAND:b)',
  ]) {
    it(`${name} is no link`, () => {
      assert.match(name, LINK);
      assert.doesNotMatch(plainMessage(name), LINK);
    });
  }

  it('is otherwise as it was', () => {
    const name = 'Agent [desktop] (EU)';
    assert.equal(plainMessage(name), name);
  });
});
