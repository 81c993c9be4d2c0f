import { basename } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Call } from '../../core/privileges/calls/call.ts';
import { readCalls } from '../../core/privileges/calls/pasted/readCalls.ts';
import type { CallsRead, ReadingOptions } from '../../core/privileges/calls/reading.ts';
import { languageOf } from '../../core/privileges/calls/source/languages.ts';
import { readSource } from '../../core/privileges/calls/source/readSource.ts';
import { callNoteText, notReadText, unreadFoldersText } from '../../core/texts/calls.ts';
import { readText } from '../files/read.ts';
import { textLanguage } from '../language.ts';
import type { Log } from '../log.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Dialogs, Report } from '../ui/dialogs.ts';
import { readWorkspaceCalls } from './workspaceCalls.ts';

/** Something that tells what an application calls. */
export type CallSource = {
  /** What the application is called, as far as this tells. */
  readonly application: string;
  /** Undefined when the person cancelled. */
  read(options: ReadingOptions, report: Report, signal: AbortSignal): Promise<FoundCalls | undefined>;
};

export type FoundCalls = {
  readonly calls: readonly Call[];
  /** What was not read, or is not sure, in sentences. */
  readonly remarks: readonly string[];
};

type Kind = 'workspace' | 'selection' | 'clipboard' | 'file';

/** Asks what tells the calls of an application. Undefined when the person cancelled, or after they were told why not. */
export async function askCallSource(
  dialogs: Dialogs,
  log: Pick<Log, 'info'>,
): Promise<CallSource | undefined> {
  const title = l10n.t('What an application needs');
  const placeholder = l10n.t('Where can its calls be read?');
  switch (await dialogs.choose({ title, placeholder }, kinds())) {
    case 'workspace':
      return workspaceSource(log);
    case 'selection':
      return textSource(selectedText());
    case 'clipboard':
      return textSource(await vscode.env.clipboard.readText());
    case 'file':
      return await askFile(dialogs);
    case undefined:
      return undefined;
  }
}

/** What there is to choose from here. */
function kinds(): Choice<Kind>[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const forms = l10n.t('Endpoints, curl, SDK names, HAR, Postman, OpenAPI, Terraform, log lines');
  const all: (Choice<Kind> | false)[] = [
    selectedText().trim() !== '' && {
      label: l10n.t('The selected text'),
      detail: forms,
      value: 'selection',
    },
    folders.length > 0 && {
      label: l10n.t('The source files of this workspace'),
      detail: l10n.t('JavaScript, TypeScript, Python, Java, C# and Go. Nothing leaves this computer.'),
      value: 'workspace',
    },
    { label: l10n.t('The clipboard'), detail: forms, value: 'clipboard' },
    { label: l10n.t('A file…'), detail: forms, value: 'file' },
  ];
  return all.filter((each) => each !== false);
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
}

function workspaceSource(log: Pick<Log, 'info'>): CallSource {
  return {
    application: vscode.workspace.name ?? unnamed(),
    read: async (options, report, signal) => {
      const found = await readWorkspaceCalls(options, log, report, signal);
      if (found === undefined) return undefined;
      const { calls, notes } = found;
      const remarks = [
        ...unreadFoldersText(found.unreadFolders, textLanguage()),
        ...notes.map(callNoteText),
        ...notReadText(found.ignored, found.leftAlone, found.cutAfter),
      ];
      return { calls, remarks };
    },
  };
}

function textSource(text: string): CallSource {
  return { application: unnamed(), read: async (options) => inSentences(readCalls(text, options)) };
}

async function askFile(dialogs: Dialogs): Promise<CallSource | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ openLabel: l10n.t('Read the calls') })) ?? [];
  if (uri === undefined) return undefined;
  const name = basename(uri.path);
  const text = await readText(uri);
  if (!text.ok) {
    dialogs.fail({
      what: l10n.t('{0} could not be read.', name),
      why: text.reason,
      next: l10n.t('Choose another file, or copy its text and choose the clipboard.'),
      details: [],
    });
    return undefined;
  }
  const { value } = text;
  return {
    application: name,
    read: async (options) =>
      inSentences(
        languageOf(name) !== undefined ? readSource(name, value, options) : readCalls(value, options),
      ),
  };
}

function inSentences({ calls, notes }: Pick<CallsRead, 'calls' | 'notes'>): FoundCalls {
  return { calls, remarks: notes.map(callNoteText) };
}

/** Where nothing tells its name. */
function unnamed(): string {
  return l10n.t('My application');
}
