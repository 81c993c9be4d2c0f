import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { reasonOf } from '../../core/reason.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { calendarTokens } from '../../core/watch/calendarTokens.ts';
import type { TokenEnding } from '../../core/watch/endings.ts';
import { exists } from '../files/read.ts';
import { createText, writeText } from '../files/write.ts';
import { textLanguage } from '../language.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { Watch } from './watch.ts';

/** The token of a connection, as a link in its file says which one is meant. */
export const TokenAbout = z.object({ region: z.string(), clientId: z.string(), provider: z.string() });
export type TokenAbout = z.infer<typeof TokenAbout>;

/**
 * Saves a calendar file with an event for each token of the workspace whose end is known, or for the one that is meant,
 * where the person says. Undefined where nothing was saved.
 */
export async function saveCalendar(
  watch: Pick<Watch, 'outlook'>,
  dialogs: Pick<Dialogs, 'tell' | 'fail'>,
  given?: unknown,
): Promise<vscode.Uri | undefined> {
  const about = TokenAbout.safeParse(given).data;
  const { endings } = await watch.outlook();
  const tokens = endings.filter((each) => each.kind === 'token').filter((each) => isMeant(each, about));
  const dated = calendarTokens(tokens);
  if (dated.length === 0) {
    dialogs.tell(noneText(tokens.length));
    return undefined;
  }
  const uri = await askWhere();
  if (uri === undefined) return undefined;
  // Loaded only now: few people save one.
  const { calendarFile } = await import('../../core/watch/calendar.ts');
  const { text, events } = calendarFile(dated, textLanguage());
  try {
    await ((await exists(uri)) ? writeText(uri, text) : createText(uri, text));
  } catch (error) {
    dialogs.fail({
      what: l10n.t('The calendar file could not be saved.'),
      why: reasonOf(error),
      next: l10n.t('Choose another place, and save it again.'),
      details: [],
    });
    return undefined;
  }
  dialogs.tell(savedText(events, tokens.length - dated.length));
  return uri;
}

function isMeant({ region, clientId, provider }: TokenEnding, about: TokenAbout | undefined): boolean {
  return (
    about === undefined ||
    (region === about.region && clientId === about.clientId && provider === about.provider)
  );
}

async function askWhere(): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return await vscode.window.showSaveDialog({
    title: l10n.t('Save the calendar file'),
    filters: { [l10n.t('Calendar')]: ['ics'] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder.uri, 'genesys-scim-tokens.ics') }),
  });
}

function noneText(tokens: number): string {
  return tokens === 0
    ? l10n.t(
        'No genesys-scim.json of this workspace speaks of a token, so there is nothing to put into a calendar.',
      )
    : l10n.t(
        'The files do not say when their tokens end, so there is nothing to put into a calendar. Make a new token, which notes when it ends.',
      );
}

function savedText(saved: number, unknown: number): string {
  const text =
    saved === 1
      ? l10n.t(
          'The calendar file with one token is saved. Import it into your calendar: a later one takes its place.',
        )
      : l10n.t(
          'The calendar file with {0} tokens is saved. Import it into your calendar: a later one takes its place.',
          saved,
        );
  if (unknown === 0) return text;
  return inOneText([
    text,
    unknown === 1
      ? l10n.t('Of 1 more, nobody knows when it ends.')
      : l10n.t('Of {0} more, nobody knows when they end.', unknown),
  ]);
}
