import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainLabel } from '../../../src/host/ui/plainLabel.ts';

describe('A name in a row or a lens', () => {
  it('is no icon', () => {
    assert.equal(plainLabel('CRM $(trash) $(sync~spin)'), 'CRM \\$(trash) \\$(sync~spin)');
  });

  it('stays as it is otherwise', () => {
    for (const name of ['CRM', '$100 (net)', '$(two words)', '']) assert.equal(plainLabel(name), name);
  });
});
