import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { leftAlone } from '../../core/files/readable.ts';
import { NOT_EDITED } from '../../core/framework/builtCopy.ts';
import { sumUp } from '../../core/framework/check/coverage.ts';
import { type FrameworkInspection, inspectFramework } from '../../core/framework/inspect.ts';
import { mayBeFramework } from '../../core/framework/isFramework.ts';
import { type CheckResult, checkResultText } from '../../core/texts/coverage.ts';
import { unlessAborted } from '../../disk/wait.ts';
import { positionsIn, type ShownFindings } from '../diagnostics/shownFindings.ts';
import { readCheckedText } from '../files/read.ts';
import { tokenOf } from '../files/search.ts';
import { textLanguage } from '../language.ts';
import type { Log } from '../log.ts';
import type { Dialogs, Report } from '../ui/dialogs.ts';
import type { ActionTools } from './actions/act.ts';
import type { FrameworkChecks } from './checks.ts';
import { openFrameworkDocument } from './document.ts';
import { isFrameworkPath } from './filePatterns.ts';
import { type FrameworkWatcher, findFrameworkUris } from './find.ts';

/** What became of one file: whether it was looked into, and what it says then. */
type Look =
  | { readonly kind: 'checked'; readonly inspection: FrameworkInspection }
  | { readonly kind: 'left-alone' | 'other-product' };

/** More than any project has that means what its patterns say. */
const MOST_FILES = 2000;

/**
 * Checks every framework.js of the workspace that people edit. From the first time on, those that are not open are kept
 * in step with the disk; an open document shows its own text and wins.
 */
export class WorkspaceCheck implements vscode.Disposable {
  private readonly checked = new Map<string, vscode.Uri>();
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly shown: ShownFindings,
    private readonly checks: FrameworkChecks,
    private readonly log: Log,
    files: FrameworkWatcher,
  ) {
    const checkAgain = (uri: vscode.Uri) => {
      if (this.checked.has(uri.toString())) void this.checkFile(uri);
    };
    const checkAll = () => {
      for (const uri of this.checked.values()) void this.checkFile(uri);
    };
    this.listening = [
      files.onDidChangePatterns(() => this.forgetOthers()),
      files.onDidCreate(checkAgain),
      files.onDidChange(checkAgain),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => checkAgain(uri)),
      vscode.workspace.onDidRenameFiles(checkAll),
      vscode.workspace.onDidChangeWorkspaceFolders(checkAll),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.severity')) checkAll();
      }),
      checks.onDidChange(checkAll),
    ];
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
  }

  /** Those that are not meant any more. An open document is its own affair. */
  private forgetOthers(): void {
    for (const [key, uri] of this.checked) {
      if (isFrameworkPath(uri)) continue;
      this.checked.delete(key);
      this.shown.forget(uri);
    }
  }

  /** Undefined when the person cancelled; what was found until then stays. */
  async run(report: Report, signal: AbortSignal): Promise<CheckResult | undefined> {
    const { uris, isCut } = await findFrameworkUris(NOT_EDITED, MOST_FILES, undefined, tokenOf(signal));
    if (isCut) this.log.warn(`Only ${MOST_FILES} files of each pattern are checked.`);
    const looks: Look[] = [];
    for (const uri of uris) {
      if (signal.aborted) return undefined;
      report(vscode.workspace.asRelativePath(uri), 100 / uris.length);
      looks.push(await this.checkFile(uri));
    }
    const inspections = looks.flatMap((look) => (look.kind === 'checked' ? [look.inspection] : []));
    report(l10n.t('comparing Client IDs'));
    await unlessAborted(signal, this.checks.wantFor(inspections));
    if (signal.aborted) return undefined;
    // What the orgs told meanwhile may have made other findings of it.
    const again = uris.filter((_, index) => looks[index]?.kind === 'checked');
    await Promise.all(again.map(async (uri) => await this.checkFile(uri)));
    const counts = uris.map((uri) => this.shown.countAt(uri));
    const count = (kind: Look['kind']) => looks.filter((look) => look.kind === kind).length;
    return {
      ...sumUp(inspections.map((inspection) => this.checks.coverageIn(inspection))),
      findings: counts.reduce((sum, each) => sum + each, 0),
      faultyFiles: counts.filter((each) => each > 0).length,
      leftAlone: count('left-alone'),
      otherProducts: count('other-product'),
      cutAfter: isCut ? MOST_FILES : undefined,
    };
  }

  /** Shows what is wrong with a file, unless an editor has it, which does so itself. */
  private async checkFile(uri: vscode.Uri): Promise<Look> {
    this.checked.set(uri.toString(), uri);
    const read = await readCheckedText(uri);
    const document = openFrameworkDocument(uri);
    if (document !== undefined) return this.lookAt(document);
    if (!read.ok) this.log.info(`${uri} is not checked: ${read.reason}`);
    if (!read.ok || vscode.workspace.getWorkspaceFolder(uri) === undefined) {
      this.shown.forget(uri);
      return { kind: 'left-alone' };
    }
    const text = read.value.replace(/^\uFEFF/, '');
    const inspection = mayBeFramework(text) ? inspectFramework(text) : undefined;
    if (inspection?.isFramework !== true) {
      this.shown.forget(uri);
      return { kind: 'other-product' };
    }
    this.shown.show(uri, this.checks.findingsIn(text, inspection), positionsIn(text));
    return { kind: 'checked', inspection };
  }

  private lookAt(document: vscode.TextDocument): Look {
    if (leftAlone(document.getText()) !== undefined) return { kind: 'left-alone' };
    if (!this.checks.covers(document)) return { kind: 'other-product' };
    return { kind: 'checked', inspection: this.checks.inspect(document) };
  }
}

/**
 * "Check framework.js Files": with progress; says what came of it, what was compared with what, and what was not. Whoever
 * signs in then gets the answer anew.
 */
export async function checkWorkspace(
  check: WorkspaceCheck,
  { dialogs, signIn }: Pick<ActionTools, 'dialogs' | 'signIn'>,
  log: Log,
): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    dialogs.tell(
      l10n.t('No folder is open, so there is nothing to check. Open the folder of your project first.'),
    );
    return;
  }
  for (;;) {
    const run = async (signal: AbortSignal, report: Report) => await check.run(report, signal);
    const result = await dialogs.progress(l10n.t('Checking framework.js files…'), run);
    if (result === undefined) return;
    const answer = await tell(dialogs, result);
    if (answer === 'findings') await vscode.commands.executeCommand('workbench.actions.view.problems');
    if (answer === 'log') log.show();
    if (answer !== 'sign-in' || (await signIn()) === undefined) return;
  }
}

/** What the person clicks, of what helps. */
async function tell(
  dialogs: Dialogs,
  result: CheckResult,
): Promise<'findings' | 'sign-in' | 'log' | undefined> {
  const buttons = [
    ...(result.findings > 0 ? [{ title: l10n.t('Show Problems'), value: 'findings' as const }] : []),
    ...(result.gaps['signed-out'].count > 0 ? [{ title: l10n.t('Sign In'), value: 'sign-in' as const }] : []),
    ...(result.leftAlone > 0 ? [{ title: l10n.t('Show log'), value: 'log' as const }] : []),
  ];
  return await dialogs.answer('information', checkResultText(result, textLanguage()), buttons);
}
