import * as l10n from '@vscode/l10n';
import type {
  Description,
  KnownDescription,
  Unreadable,
  WhyUnread,
} from '../../core/privileges/description.ts';
import { descriptionRemarks, unreadOperationsText } from '../../core/texts/privileges.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { takeGivenFile } from './givenFile.ts';

type Means = Pick<Services, 'dialogs' | 'operations'>;

type ReadDescription = Extract<KnownDescription, { ok: true }>;

/** What an API says of its operations, and why it is not that of now and here where that is so, in sentences. */
export type DescribedApi = { readonly description: Description; readonly remarks: readonly string[] };

/**
 * Reads what the API at an address says of its operations. Where that fails, the person can give a file of it, or try again.
 * Undefined when they would not.
 */
export async function describedApi(means: Means, apiUrl: string): Promise<DescribedApi | undefined> {
  const { host } = new URL(apiUrl);
  for (;;) {
    const known = await read(means, apiUrl);
    if (known.ok) return described(known, host);
    const { why } = known;
    if (why.kind === 'not-answered' && why.error.kind === 'cancelled') return undefined;
    const given = await askForFile(means, why, host);
    if (given !== 'again') return given && described(given, host);
  }
}

/** What a file says that the person gives, because what the API says itself could not be read; or that they try again. */
async function askForFile(
  means: Means,
  unread: Unreadable,
  host: string,
): Promise<ReadDescription | 'again' | undefined> {
  let why: WhyUnread = unread;
  for (;;) {
    const how = await askHow(means, why, host);
    if (how !== 'file') return how;
    const taken = await takeGivenFile(means.operations, host);
    if (taken === undefined) return undefined;
    // One that names another host is that of another region.
    if (taken.ok) return taken.description.host === host ? taken : { ...taken, insteadOf: unread };
    why = taken.why;
  }
}

async function read({ dialogs, operations }: Means, apiUrl: string): Promise<KnownDescription<Unreadable>> {
  return await dialogs.progress(
    l10n.t('Reading what {0} says of its operations…', new URL(apiUrl).host),
    async (signal) => await operations.of(apiUrl, signal),
  );
}

function described(known: ReadDescription, host: string): DescribedApi {
  return { description: known.description, remarks: descriptionRemarks(known, host, textLanguage()) };
}

async function askHow(
  { dialogs }: Means,
  why: WhyUnread,
  host: string,
): Promise<'again' | 'file' | undefined> {
  const text = unreadOperationsText(why, host, textLanguage());
  return await dialogs.answer<'again' | 'file'>('error', inOneText([text.what, text.why, text.next]), [
    { title: l10n.t('Try again'), value: 'again' },
    { title: l10n.t('Choose a file…'), value: 'file' },
  ]);
}
