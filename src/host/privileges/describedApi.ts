import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Description, Unreadable } from '../../core/privileges/description.ts';
import { reasonOf } from '../../core/reason.ts';
import { insteadOfTexts, unreadOperationsText } from '../../core/texts/privileges.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Known } from './knownOperations.ts';

type Means = Pick<Services, 'dialogs' | 'operations'>;

/** What an API says of its operations, and why it is not that of now and here where that is so, in sentences. */
export type DescribedApi = { readonly description: Description; readonly remarks: readonly string[] };

/**
 * Reads what the API at an address says of its operations. Where that fails, the person can give a file of it, or try again.
 * Undefined when they would not.
 */
export async function describedApi(means: Means, apiUrl: string): Promise<DescribedApi | undefined> {
  const { host } = new URL(apiUrl);
  let known = await read(means, apiUrl);
  for (;;) {
    if (known.ok) return described(known, host);
    const { why } = known;
    if (why.kind === 'not-answered' && why.error.kind === 'cancelled') return undefined;
    switch (await askHow(means, why, host)) {
      case 'again':
        known = await read(means, apiUrl);
        break;
      case 'file': {
        const taken = await takeFile(means, host);
        if (taken === undefined) return undefined;
        known = taken;
        break;
      }
      case undefined:
        return undefined;
    }
  }
}

async function read({ dialogs, operations }: Means, apiUrl: string): Promise<Known> {
  return await dialogs.progress(
    l10n.t('Reading what {0} says of its operations…', new URL(apiUrl).host),
    async (signal) => await operations.of(apiUrl, signal),
  );
}

function described(known: Extract<Known, { ok: true }>, host: string): DescribedApi {
  const { description, insteadOf } = known;
  const remarks = insteadOf === undefined ? [] : insteadOfTexts(insteadOf, description, host, textLanguage());
  return { description, remarks };
}

async function askHow(
  { dialogs }: Means,
  unreadable: Unreadable,
  host: string,
): Promise<'again' | 'file' | undefined> {
  const { what, why, next } = unreadOperationsText(unreadable, host, textLanguage());
  return await dialogs.answer<'again' | 'file'>('error', `${what} ${why} ${next}`, [
    { title: l10n.t('Try again'), value: 'again' },
    { title: l10n.t('Choose a file…'), value: 'file' },
  ]);
}

/** Undefined when the person chose no file, or one that nothing can read, which they were told. */
async function takeFile({ dialogs, operations }: Means, host: string): Promise<Known | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ openLabel: l10n.t('Use this file') })) ?? [];
  if (file === undefined) return undefined;
  try {
    return await operations.take(file.fsPath, host);
  } catch (error) {
    dialogs.fail({
      what: l10n.t('{0} could not be read.', file.fsPath),
      why: reasonOf(error),
      next: l10n.t('Choose another file, or try again.'),
      details: [],
    });
    return undefined;
  }
}
