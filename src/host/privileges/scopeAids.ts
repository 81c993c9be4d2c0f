import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { diagnostics, type ScopeCode } from '../../core/findings/catalogue.ts';
import { findingBuilder, findingText } from '../../core/findings/finding.ts';
import { type Place, placer } from '../../core/framework/places.ts';
import type { Description } from '../../core/privileges/description.ts';
import type { KnownOperations } from '../../core/privileges/knownOperations.ts';
import { plainText } from '../../core/privileges/markdown.ts';
import { KnownScopes, type ScopeWord } from '../../core/privileges/scopes/knownScopes.ts';
import { falselyMentioned, mentionedScopes } from '../../core/privileges/scopes/mentionedScopes.ts';
import { requestedScopes } from '../../core/privileges/scopes/requestedScopes.ts';
import { isClientRequest, scopeFileOf } from '../../core/privileges/scopes/scopeFiles.ts';
import { FileDiagnostics } from '../diagnostics/fileDiagnostics.ts';
import { codeOf, rangeOf, Severities, ShownFindings } from '../diagnostics/shownFindings.ts';
import { isWorkedOn } from '../files/read.ts';
import { textLanguage } from '../language.ts';
import type { Log } from '../log.ts';

const finding = findingBuilder<ScopeCode, Place, never>(diagnostics);

type FalseWord = Exclude<ScopeWord, { kind: 'scope' }>;

/**
 * Tells of scopes that no operation accepts: in requests for a client as diagnostics, in documents as hovers, by what this
 * computer knows of the API of a region. Nothing is sent, and where nothing is known nothing is said: a practice org knows few
 * operations, so that what it does not accept may well be a scope.
 */
export class ScopeAids implements vscode.Disposable {
  private readonly known = new WeakMap<Description, KnownScopes>();
  private readonly parts: readonly vscode.Disposable[];

  constructor(
    private readonly operations: Pick<KnownOperations, 'newestOfRegions' | 'onDidLearn'>,
    log: Log,
  ) {
    const learnt = new vscode.EventEmitter<void>();
    const listening = operations.onDidLearn(() => learnt.fire());
    const shown = new ShownFindings('scopes', new Severities(log));
    const isMeant = (document: vscode.TextDocument) => isWorkedOn(document.uri) && isClientRequest(document);
    const kind = {
      isMeant,
      inspect: async (document: vscode.TextDocument) => await this.findingsIn(document),
      want: () => undefined,
      wantMissing: () => undefined,
      onDidLearn: learnt.event,
    };
    const actions = vscode.languages.registerCodeActionsProvider(
      [{ pattern: '**/*.tf' }, { pattern: '**/*.json' }],
      {
        provideCodeActions: async (document, _range, { diagnostics }) =>
          await this.fixesIn(document, diagnostics),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    );
    this.parts = [
      new vscode.Disposable(() => listening.dispose()),
      ...[learnt, shown, new FileDiagnostics(kind, shown, log), actions],
    ];
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }

  /** What is said of a word in a document that is meant for a scope and is none. */
  async hoverAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const description = await this.operations.newestOfRegions();
    if (description === undefined || token.isCancellationRequested) return undefined;
    const offset = document.offsetAt(position);
    const found = mentionedScopes(document.getText()).find(
      ({ start, end }) => start <= offset && offset <= end,
    );
    if (found === undefined) return undefined;
    const judged = falselyMentioned(found, this.scopesOf(description));
    if (judged === undefined) return undefined;
    const text = findingText(diagnostics, toldOf(found, judged, description), textLanguage());
    return new vscode.Hover(new vscode.MarkdownString(plainText(text)), rangeOf(document, found));
  }

  private async findingsIn(document: vscode.TextDocument) {
    const kind = scopeFileOf(document.uri.path);
    const description = await this.operations.newestOfRegions();
    if (kind === undefined || description === undefined) return [];
    const text = document.getText();
    const known = this.scopesOf(description);
    const place = placer(text);
    return requestedScopes(kind, text).flatMap((written) => {
      const judged = known.judge(written.word);
      if (judged.kind === 'scope') return [];
      const { code, args } = toldOf(written, judged, description);
      return [finding(code, place(written), args)];
    });
  }

  private async fixesIn(
    document: vscode.TextDocument,
    found: readonly vscode.Diagnostic[],
  ): Promise<vscode.CodeAction[]> {
    const ours = found.filter((each) => isScopeCode(codeOf(each)));
    const description = ours.length === 0 ? undefined : await this.operations.newestOfRegions();
    if (description === undefined) return [];
    const known = this.scopesOf(description);
    return ours.flatMap((diagnostic) => {
      const near = nearOf(known.judge(document.getText(diagnostic.range)));
      return near.map((scope, at) => replacing(document, diagnostic, scope, at === 0));
    });
  }

  private scopesOf(description: Description): KnownScopes {
    const known = this.known.get(description) ?? new KnownScopes(description.operations);
    this.known.set(description, known);
    return known;
  }
}

/** What is found, with the values of its sentence. */
function toldOf({ word }: { readonly word: string }, judged: FalseWord, { host, date }: Description) {
  const near = nearOf(judged);
  const code: ScopeCode = judged.kind === 'permission' ? 'permission-as-scope' : 'no-such-scope';
  return {
    code,
    args: { scope: word, host, date, ...(near.length > 0 && { near }) },
    severity: diagnostics[code].severities[0],
  };
}

function nearOf(judged: ScopeWord): readonly string[] {
  switch (judged.kind) {
    case 'scope':
      return [];
    case 'no-scope':
      return judged.near;
    case 'permission':
      return judged.scopes;
  }
}

function isScopeCode(code: string | undefined): code is ScopeCode {
  return code === 'no-such-scope' || code === 'permission-as-scope';
}

function replacing(
  { uri }: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  scope: string,
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(l10n.t('Write {0}', scope), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(uri, diagnostic.range, scope);
  action.diagnostics = [diagnostic];
  action.isPreferred = isPreferred;
  return action;
}
