import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { webviewTabs } from '../../src/host/ui/webviewTabs.ts';
import { WizardPanel } from '../../src/host/wizard/panel.ts';
import { noClients } from './inMemory.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const WIZARD = 'genesysOAuth.wizard';

describe('The tabs of an extension host that died', () => {
  const windows = useWindows();
  let wizard: WizardPanel;

  beforeEach(async () => {
    const { services } = await windows.open();
    wizard = new WizardPanel(services, noClients);
    // Nobody is behind this tab either.
    vscode.window.createWebviewPanel(WIZARD, 'Create OAuth Client', vscode.ViewColumn.Active);
    await until(() => webviewTabs(WIZARD).length === 1);
  });

  afterEach(async () => {
    await vscode.window.tabGroups.close(webviewTabs(WIZARD));
  });

  it('are not taken for the wizard, which would show what was interrupted', async () => {
    assert.equal(await wizard.isShown(), false);
  });

  it('go where the wizard is opened again', async () => {
    await wizard.open('embeddable');
    assert.ok(await wizard.isShown());
    await until(() => webviewTabs(WIZARD).length === 1);
  });
});
