import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { createsClient } from '../../core/procedures/plan.ts';
import type { Run } from '../../core/procedures/run.ts';
import { plainMessage } from '../plainMessage.ts';

type Ended = Extract<Run, { kind: 'finished' | 'stopped' }>;

/** Tells somebody who closed the wizard's tab how its Save ended, and leads back there. */
export async function tellEnd(run: Ended): Promise<void> {
  const openWizard = l10n.t('Open the wizard');
  const text = plainMessage(endOf(run));
  const answer =
    run.kind === 'finished'
      ? vscode.window.showInformationMessage(text, openWizard)
      : vscode.window.showWarningMessage(text, openWizard);
  if ((await answer) === openWizard) await vscode.commands.executeCommand('genesysOAuth.createClient');
}

function endOf(run: Ended): string {
  const isNew = createsClient(run.plan);
  switch (run.kind) {
    case 'finished': {
      const { name, id } = run.client;
      return isNew
        ? l10n.t('The client "{0}" was created. Its Client ID is {1}.', name, id)
        : l10n.t('Saved. The Client ID of "{0}" is {1}.', name, id);
    }
    case 'stopped':
      return isNew && run.client !== undefined
        ? l10n.t(
            'The client "{0}" was created, but saving stopped after that. Open the wizard again to go on.',
            run.client.name,
          )
        : l10n.t('Saving stopped. Open the wizard again to go on.');
  }
}
