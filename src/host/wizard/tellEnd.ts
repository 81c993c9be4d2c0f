import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type FinishedRun, isOfDeletion, type StoppedRun } from '../../core/operations/run.ts';
import { createsClient } from '../../core/procedures/plan.ts';
import { notUndone, uncertainChangeText, undoneText } from '../../core/texts/clientChanges.ts';
import { clientName, type NamedClient } from '../../core/texts/clientName.ts';
import { newRoleName } from '../../core/texts/newRole.ts';
import type { Dialogs, Loudness } from '../ui/dialogs.ts';

export type Ended = FinishedRun | StoppedRun;

/** Tells somebody who closed the wizard's tab how its Save ended, and leads back there. */
export async function tellEnd(dialogs: Dialogs, run: Ended): Promise<void> {
  await leadBack(dialogs, isAsWanted(run) ? 'information' : 'warning', endOf(run));
}

/** Tells somebody who closed the wizard's tab that their Save did nothing, because Review showed something else. */
export async function tellPlanChanged(dialogs: Dialogs): Promise<void> {
  const text = l10n.t(
    'Nothing was saved: what would change is no longer what you saw. Open the wizard again.',
  );
  await leadBack(dialogs, 'warning', text);
}

/** Says something, and opens the wizard where the person wants that, and not one of the other actions. */
export async function leadBack(
  dialogs: Dialogs,
  loudness: Loudness,
  text: string,
  ...others: string[]
): Promise<void> {
  const buttons = [
    { title: l10n.t('Open the wizard'), value: true },
    ...others.map((title) => ({ title, value: false })),
  ];
  if (await dialogs.answer(loudness, text, buttons))
    await vscode.commands.executeCommand('genesysOAuth.createClient');
}

function isAsWanted(run: Ended): boolean {
  return run.kind === 'finished' && (run.undoing === undefined || run.undoing.kind === 'undone');
}

function endOf(run: Ended): string {
  const { edits } = run.saved.answers;
  if (edits !== undefined) return endOfEdit(run, edits.record);
  const isNew = createsClient(run.plan);
  switch (run.kind) {
    case 'finished': {
      const { id } = run.client;
      const name = clientName(run.client);
      if (isNew && run.saved.place.practice)
        return l10n.t('The client "{0}" was created in the practice org. Its Client ID is {1}.', name, id);
      return isNew
        ? l10n.t('The client "{0}" was created. Its Client ID is {1}.', name, id)
        : l10n.t('Saved. The Client ID of "{0}" is {1}.', name, id);
    }
    case 'stopped':
      if (isOfDeletion(run.failure) && run.client !== undefined)
        return run.failure.left === 'unknown'
          ? l10n.t(
              'It is not certain whether the client "{0}" was deleted. Open the wizard again to look.',
              clientName(run.client),
            )
          : l10n.t(
              'The client "{0}" could not be deleted and is still there. Open the wizard again to go on.',
              clientName(run.client),
            );
      if (run.client === undefined && run.role !== undefined)
        return run.failure.kind === 'role-not-taken-back'
          ? l10n.t('The role "{0}" could not be deleted. Open the wizard again to look.', newRoleName(run))
          : l10n.t(
              'The role "{0}" was created, but saving stopped after that. Open the wizard again to go on.',
              newRoleName(run),
            );
      return isNew && run.client !== undefined
        ? l10n.t(
            'The client "{0}" was created, but saving stopped after that. Open the wizard again to go on.',
            clientName(run.client),
          )
        : l10n.t('Saving stopped. Open the wizard again to go on.');
  }
}

function endOfEdit(run: Ended, client: NamedClient): string {
  if (run.kind === 'stopped') return l10n.t('Saving stopped. Open the wizard again to go on.');
  const { undoing } = run;
  switch (undoing?.kind) {
    case 'undone':
      return undoneText(client);
    case undefined:
    case 'under-way':
      return l10n.t('The client "{0}" was changed.', clientName(client));
    case 'changed-since':
    case 'failed':
      return notUndone(client);
    case 'uncertain':
      return uncertainChangeText(client, { lookup: undefined, ...undoing }).what;
  }
}
