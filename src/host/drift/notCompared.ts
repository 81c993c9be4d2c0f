import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { NotCompared } from '../../core/drift/comparison.ts';
import { namelessText, namesNoClient, notComparedOf, whyNotCompared } from '../../core/texts/driftOutcome.ts';
import { showFile } from '../files/write.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';

/** What is done once a row is chosen. */
export type RowDeed = () => Promise<void>;

/** Whether it can be compared once somebody signs in. */
export function isSignedOut({ why }: NotCompared): boolean {
  return why.kind === 'signed-out';
}

/** What was not compared, a row each; what names no client is one row, which leads to all of them. */
export function notComparedRows(
  all: readonly NotCompared[],
  dialogs: Pick<Dialogs, 'choose'>,
  signIn: RowDeed,
): Choice<RowDeed | undefined>[] {
  if (all.length === 0) return [];
  const nameless = all.filter(namesNoClient);
  const others = all.filter((each) => !nameless.includes(each));
  return [
    separator(l10n.t('Not compared')),
    ...others.map((each) => ({
      label: notComparedOf(each),
      detail: whyNotCompared(each),
      ...(isSignedOut(each) && { description: l10n.t('Sign In') }),
      value: isSignedOut(each) ? signIn : opening(each),
    })),
    ...(nameless.length === 0
      ? []
      : [
          {
            label: namelessText(nameless.length),
            value: async () => await showNameless(dialogs, nameless),
          },
        ]),
  ];
}

/** Lists what names no client; a row leads to its place. */
export async function showNameless(
  dialogs: Pick<Dialogs, 'choose'>,
  all: readonly NotCompared[],
): Promise<void> {
  const question = {
    title: namelessText(all.length),
    placeholder: l10n.t('Choose one to open its file'),
  };
  const rows = all.map((each) => ({ label: notComparedOf(each), value: opening(each) }));
  await (await dialogs.choose(question, rows))?.();
}

function opening({ of }: NotCompared): RowDeed | undefined {
  return of.kind === 'file' ? async () => await showFile(vscode.Uri.parse(of.uri), of.line ?? 1) : undefined;
}
