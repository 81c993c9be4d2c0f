import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainLabel, plainMessage, plainProgress, plainPrompt } from '../../../src/host/ui/plainText.ts';

/** What VS Code makes links of in a notification. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
/** What it makes icons of in a row. */
const ICON = /(?<!\\)\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

const LINKS = [
  '[Undo](command:workbench.action.quit)',
  '[a](https://example.com)[b](file:///etc/hosts)',
  'x [a](COMMAND:b)',
];
const ICONS = ['CRM $(trash)', '$(sync~spin)', '$(a)$(b)'];

describe('A name in a row or a lens', () => {
  it('is no icon', () => {
    assert.equal(plainLabel('CRM $(trash) $(sync~spin)'), 'CRM \\$(trash) \\$(sync~spin)');
  });

  it('stays as it is otherwise', () => {
    for (const name of ['CRM', '$100 (net)', '$(two words)', '']) assert.equal(plainLabel(name), name);
  });
});

describe('A name in a notification', () => {
  for (const name of LINKS) {
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

describe('A name below a box, and in what is under way', () => {
  for (const name of [...LINKS, ...ICONS]) {
    it(`${name} is neither link nor icon`, () => {
      for (const plain of [plainPrompt(name), plainProgress(name)]) {
        assert.doesNotMatch(plain, LINK);
        assert.doesNotMatch(plain, ICON);
      }
    });
  }
});
