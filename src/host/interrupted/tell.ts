import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { interrupted } from '../../core/operations/interrupted.ts';
import type { NotedRotation } from '../../core/operations/rotateSecret.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { recallRun } from '../wizard/memory.ts';
import { leadBack } from '../wizard/tellEnd.ts';
import { RUN_KEY } from './noted.ts';
import { isUnderWay } from './processes.ts';

/** Tells of a Save of this workspace that VS Code interrupted, unless the wizard is there and shows it (`isShown`). */
export async function tellOfSave(
  { workspaceState }: Services['context'],
  dialogs: Dialogs,
  isShown: () => Promise<boolean>,
): Promise<void> {
  const run = recallRun(workspaceState);
  if (run === undefined || interrupted(run) === undefined) return;
  if ((await isUnderWay(workspaceState.get(RUN_KEY))) || (await isShown())) return;
  const name = run.client === undefined ? run.saved.answers.name : clientName(run.client);
  const text = l10n.t('A Save of the client "{0}" was interrupted.', name);
  await leadBack(dialogs, 'information', text, l10n.t('Later'));
}

/**
 * Tells of the rotations that were interrupted, in the window that somebody looks at. One that nobody decides about is
 * told of when the extension is next woken.
 */
export async function tellOfRotations(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<void> {
  if ((await services.rotations.interrupted()).length === 0) return;
  await untilFocused();
  // Another window may have told of them meanwhile.
  for (const rotation of await services.rotations.interrupted())
    await tellOf(rotation, services, dialogs, signIn);
}

async function tellOf(
  rotation: NotedRotation,
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<void> {
  const { rotations, sessions } = services;
  const { id, orgName, account } = rotation;
  await rotations.begin(rotation);
  const text = l10n.t(
    'It is not certain whether "{0}" of {1} has a new secret: VS Code ended before the answer came. The old one may have stopped working, and nobody may know the new one.',
    clientName(rotation),
    orgName,
  );
  const answer = await dialogs.answer<'another' | 'leave'>('warning', text, [
    { title: l10n.t('Make another secret'), value: 'another' },
    { title: l10n.t('Leave it'), value: 'leave' },
  ]);
  if (answer === 'leave') return await rotations.end(id);
  if (answer === undefined) return;
  if ((await sessions.ofAccount(account)) === undefined) await signIn();
  const end = await rotateSecretOf(services, dialogs, rotation);
  // What was not done leaves it as uncertain as before; a secret that could not be kept was shown.
  if (end !== 'kept' && end !== 'not-kept') await rotations.begin(rotation);
}

async function untilFocused(): Promise<void> {
  if (vscode.window.state.focused) return;
  await new Promise<void>((resolve) => {
    const listening = vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      listening.dispose();
      resolve();
    });
  });
}
