import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

// The first file in the order of the alphabet: later ones open what wakes the extension.
describe('Before anybody needs it @oldest', () => {
  it('the extension is there, and not active', () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
    );
    assert.equal(extension?.isActive, false);
  });
});
