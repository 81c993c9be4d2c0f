import * as vscode from 'vscode';
import type { Language } from '../../core/privileges/calls/source/languages.ts';
import { certainCalls } from '../../core/privileges/calls/source/readSource.ts';
import { callAt, callsInText, type TextCall } from '../../core/privileges/callsInText.ts';
import { type Description, isDue } from '../../core/privileges/description.ts';
import { indexOperations, type OperationIndex } from '../../core/privileges/findOperations.ts';
import type { KnownOperations } from '../../core/privileges/knownOperations.ts';
import {
  callHintText,
  callNeedsText,
  needsUnreadText,
  readAgainText,
  readOperationsText,
} from '../../core/texts/callsInCode.ts';
import { rangeOf } from '../diagnostics/shownFindings.ts';
import { textLanguage } from '../language.ts';

/** Behind a link of a hover, and in no palette. */
export const READ_OPERATIONS = '_genesysOAuth.readOperations';

type Reading = {
  readonly version: number;
  readonly description: Description;
  readonly calls: readonly TextCall[];
};

/** Says of the calls in a source file what they need, by what this computer knows of the API. Sends nothing. */
export class CallAids {
  /** One for each document: that of its newest version. */
  private readonly readings = new WeakMap<vscode.TextDocument, Reading>();
  private readonly indexes = new WeakMap<Description, OperationIndex>();

  constructor(private readonly operations: Pick<KnownOperations, 'newest'>) {}

  /** What the call at a position needs; nothing where there is none. */
  async hoverAt(
    document: vscode.TextDocument,
    language: Language,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const description = await this.operations.newest();
    if (token.isCancellationRequested) return undefined;
    const offset = document.offsetAt(position);
    if (description === undefined) {
      const found = callAt(certainCalls(document.getText(), language), offset);
      return found && new vscode.Hover(unreadText(), rangeOf(document, found.place));
    }
    const known = callAt(this.callsOf(document, language, description), offset);
    const found = known ?? unknownAt(document, language, offset);
    return found && new vscode.Hover(needsText(found.call, description), rangeOf(document, found.place));
  }

  /** The permissions of each call, in a few words behind it. */
  async hintsIn(
    document: vscode.TextDocument,
    language: Language,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> {
    const description = await this.operations.newest();
    if (description === undefined || token.isCancellationRequested) return [];
    return this.callsOf(document, language, description).flatMap((call) => {
      const label = callHintText(call, textLanguage());
      const end = call.places.at(-1)?.end;
      if (label === undefined || end === undefined) return [];
      const position = document.positionAt(end);
      if (!range.contains(position)) return [];
      const hint = new vscode.InlayHint(position, label);
      hint.paddingLeft = true;
      hint.tooltip = needsText(call, description);
      return [hint];
    });
  }

  private callsOf(
    document: vscode.TextDocument,
    language: Language,
    description: Description,
  ): readonly TextCall[] {
    const { version } = document;
    const known = this.readings.get(document);
    if (known?.version === version && known.description === description) return known.calls;
    const calls = callsInText(document.getText(), language, this.indexOf(description));
    this.readings.set(document, { version, description, calls });
    return calls;
  }

  private indexOf(description: Description): OperationIndex {
    const index = this.indexes.get(description) ?? indexOperations(description.operations);
    this.indexes.set(description, index);
    return index;
  }
}

/** A call by a name that the description does not have, such as that of a practice org: it is one all the same. */
function unknownAt(document: vscode.TextDocument, language: Language, offset: number) {
  const found = callAt(certainCalls(document.getText(), language), offset);
  return found && { ...found, call: { ...found.call, operations: [] } };
}

function needsText(call: TextCall, description: Description): vscode.MarkdownString {
  const text = new vscode.MarkdownString(callNeedsText(call, description, textLanguage()).join('\n\n'));
  if (isDue(description, new Date())) return withLink(text.appendMarkdown('\n\n'), readAgainText());
  // What another API says of its operations may have it.
  return call.operations.length > 0 ? text : withLink(text.appendMarkdown('\n\n'), readOperationsText());
}

function unreadText(): vscode.MarkdownString {
  return withLink(new vscode.MarkdownString(`${needsUnreadText()}\n\n`), readOperationsText());
}

function withLink(text: vscode.MarkdownString, title: string): vscode.MarkdownString {
  text.isTrusted = { enabledCommands: [READ_OPERATIONS] };
  return text.appendMarkdown(`[${title}](command:${READ_OPERATIONS})`);
}
