import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { aboutOf, type ClientPageAbout } from '../../core/clientPage/messages.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import {
  endingRowText,
  endingText,
  nextStepText,
  stopsText,
  unlookedName,
  unlookedText,
} from '../../core/texts/watch.ts';
import { type Ending, type EndingClient, isPressing } from '../../core/watch/endings.ts';
import type { Outlook, Unlooked } from '../../core/watch/outlook.ts';
import { showReading } from '../clients/lookUp.ts';
import { showFile } from '../files/write.ts';
import { textLanguage } from '../language.ts';
import { connectionNow } from '../scim/chooseConnection.ts';
import type { Services } from '../services.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import { firstOf, type Step, thenAsk } from '../ui/questions.ts';
import type { OrgTime } from './orgTime.ts';
import { clockLines } from './outlookLines.ts';
import { saveCalendar } from './saveCalendar.ts';
import type { Watch } from './watch.ts';

/** What is done about an ending. */
export type EndingTools = {
  makeToken(uri: vscode.Uri, connection: WrittenConnection): Promise<void>;
  openClient(about: ClientPageAbout): void;
  signIn(): Promise<void>;
  refresh(): Promise<void>;
};

type Chosen =
  | { readonly kind: 'ending'; readonly ending: Ending }
  | { readonly kind: 'unlooked'; readonly unlooked: Unlooked }
  | { readonly kind: 'calendar' };

type Deed = () => Promise<unknown>;

/** Lists what has ended, ends soon or later, and what could not be looked at; then what can be done about the one chosen. */
export async function showEndings(
  { dialogs, time }: Pick<Services, 'dialogs' | 'time'>,
  watch: Pick<Watch, 'ask' | 'outlook'>,
  tools: EndingTools,
): Promise<void> {
  // Who will not wait for an org sees the others, and that this one has not been read.
  await showReading(dialogs, async () => await watch.ask());
  const outlook = await watch.outlook();
  if (outlook.endings.length === 0 && outlook.unlooked.length === 0) {
    dialogs.tell(l10n.t('Nothing of this workspace is known to end.'));
    return;
  }
  const question = {
    title: l10n.t('What ends, and what to do'),
    placeholder: l10n.t('Choose one to see what can be done'),
  };
  const rows = rowsOf(outlook, time);
  const deed = await thenAsk<Chosen | undefined, Deed>(
    firstOf(undefined),
    undefined,
    async (step, last) => await dialogs.chooseStep({ ...question, step }, rows, last),
    async (chosen, next) => {
      switch (chosen?.kind) {
        case undefined:
          return undefined;
        case 'calendar':
          return async () => await saveCalendar(watch, dialogs);
        case 'unlooked':
          return remedyOf(chosen.unlooked, tools);
        case 'ending':
          return await askWhatToDo(chosen.ending, next, { dialogs, watch, tools });
      }
    },
  );
  if (typeof deed === 'function') await deed();
}

function rowsOf({ endings, unlooked }: Outlook, time: OrgTime): Choice<Chosen | undefined>[] {
  const clock = clockLines(endings, time);
  return [
    ...endings.map(endingRow),
    ...(unlooked.length === 0 ? [] : [separator(l10n.t('Could not be looked at'))]),
    ...unlooked.map(
      (each): Choice<Chosen> => ({
        label: unlookedName(each),
        detail: unlookedText(each),
        iconPath: new vscode.ThemeIcon('question'),
        value: { kind: 'unlooked', unlooked: each },
      }),
    ),
    separator(inOneText(clock)),
    {
      label: l10n.t('Save a calendar file…'),
      iconPath: new vscode.ThemeIcon('calendar'),
      value: { kind: 'calendar' },
    },
  ];
}

function endingRow(ending: Ending): Choice<Chosen> {
  const language = textLanguage();
  return {
    label: endingRowText(ending, language),
    description: placeText(ending),
    detail: inOneText([nextStepText(ending), ...stopsText(ending, language)]),
    iconPath: iconOf(ending),
    value: { kind: 'ending', ending },
  };
}

function placeText(ending: Ending): string {
  return ending.kind === 'token' ? `${ending.at.path}:${ending.at.line}` : ending.org.orgName;
}

function iconOf(ending: Ending): vscode.ThemeIcon {
  if (ending.standing === 'unknown') return new vscode.ThemeIcon('question');
  if (!isPressing(ending)) return new vscode.ThemeIcon('watch');
  return new vscode.ThemeIcon(ending.standing === 'expired' ? 'error' : 'warning');
}

/** What helps to look at it the next time; nothing where nothing does. */
function remedyOf(unlooked: Unlooked, tools: EndingTools): Deed | undefined {
  switch (unlooked.kind) {
    case 'file':
      return async () => await showFile(vscode.Uri.parse(unlooked.uri), 1);
    case 'broken-file':
      return async () => await showFile(vscode.Uri.parse(unlooked.uri), unlooked.line);
    case 'signed-out':
    case 'practice-org-stopped':
      return async () => await tools.signIn();
    case 'org':
    case 'not-asked':
      return async () => await tools.refresh();
    case 'more-files':
      return undefined;
  }
}

type Surroundings = {
  readonly dialogs: Services['dialogs'];
  readonly watch: Pick<Watch, 'outlook'>;
  readonly tools: EndingTools;
};

async function askWhatToDo(ending: Ending, step: Step, around: Surroundings) {
  const question = { title: endingText(ending, textLanguage()), placeholder: nextStepText(ending) };
  return await around.dialogs.chooseStep<Deed>(
    { ...question, step: { ...step, total: step.number } },
    deedsFor(ending, around),
  );
}

function deedsFor(ending: Ending, { dialogs, watch, tools }: Surroundings): Choice<Deed>[] {
  switch (ending.kind) {
    case 'token': {
      const { at, clientId, region, provider } = ending;
      const uri = vscode.Uri.parse(at.uri);
      const about = { region, clientId, provider };
      return [
        {
          label: l10n.t('Make a new token'),
          value: async () => {
            const connection = await connectionNow(uri, about);
            if (connection === undefined)
              dialogs.tell(l10n.t('{0} does not have this connection any more.', at.path));
            else await tools.makeToken(uri, connection);
          },
        },
        openFileDeed(at),
        ...(ending.found === undefined ? [] : [clientDeed(ending.found, tools)]),
        ...(ending.endsAt === undefined
          ? []
          : [
              {
                label: l10n.t('Save a calendar file…'),
                value: async () => await saveCalendar(watch, dialogs, about),
              },
            ]),
      ];
    }
    case 'implicit-grant':
      return ending.clients.map(({ client }) => clientDeed({ org: ending.org, client }, tools));
    case 'deletion':
      return [clientDeed(ending, tools), ...ending.mentions.map(openFileDeed)];
  }
}

function openFileDeed({ uri, path, line }: EndingClient['mentions'][number]): Choice<Deed> {
  return {
    label: l10n.t('Open {0}', path),
    value: async () => await showFile(vscode.Uri.parse(uri), line),
  };
}

function clientDeed({ org, client }: FoundClient, tools: EndingTools): Choice<Deed> {
  const { account, orgName: name, region, practice } = org;
  return {
    label: l10n.t('Open the page of "{0}"', clientName(client)),
    value: async () => tools.openClient(aboutOf({ client, org: { account, name, region, practice } })),
  };
}
