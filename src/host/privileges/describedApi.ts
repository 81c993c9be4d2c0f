import * as l10n from '@vscode/l10n';
import type { Description } from '../../core/privileges/description.ts';
import { unreadText } from '../../core/texts/callsInWizard.ts';
import { insteadOfTexts } from '../../core/texts/privileges.ts';
import type { WhyUnread } from '../../core/wizard/needs/shown.ts';
import type { KnownDescription } from '../../core/wizard/ports.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { takeGivenFile } from './givenFile.ts';
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
  let known: KnownDescription = await read(means, apiUrl);
  for (;;) {
    if (known.ok) return described(known, host);
    const { why } = known;
    if (why.kind === 'not-answered' && why.error.kind === 'cancelled') return undefined;
    switch (await askHow(means, why, host)) {
      case 'again':
        known = await read(means, apiUrl);
        break;
      case 'file': {
        const taken = await takeGivenFile(means.operations, host);
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

function described(known: Extract<KnownDescription, { ok: true }>, host: string): DescribedApi {
  const { description, insteadOf } = known;
  const remarks = insteadOf === undefined ? [] : insteadOfTexts(insteadOf, description, host, textLanguage());
  return { description, remarks };
}

async function askHow(
  { dialogs }: Means,
  why: WhyUnread,
  host: string,
): Promise<'again' | 'file' | undefined> {
  const text = unreadText(why, host, textLanguage());
  return await dialogs.answer<'again' | 'file'>('error', `${text.what} ${text.why} ${text.next}`, [
    { title: l10n.t('Try again'), value: 'again' },
    { title: l10n.t('Choose a file…'), value: 'file' },
  ]);
}
