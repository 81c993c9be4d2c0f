import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './until.ts';

// What the last end of VS Code interrupted is told at the start, so the extension is woken then, by itself.
describe('Before anybody needs it @oldest', () => {
  it('the extension is woken, after VS Code has started', async () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
    );
    await until(() => extension?.isActive === true);
  });
});
