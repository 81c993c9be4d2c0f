import { isAbsolute, normalize } from 'node:path';
import * as vscode from 'vscode';
import type { AgentDesk, CheckedFile, FileMeant, FileProblem } from '../../core/agents/desk.ts';
import { leftAlone } from '../../core/files/readable.ts';
import { type DiagnosticCode, diagnostics } from '../../core/findings/catalogue.ts';
import { chosenSeverity } from '../../core/findings/chosenSeverity.ts';
import { type Finding, findingText } from '../../core/findings/finding.ts';
import { inspectFramework } from '../../core/framework/inspect.ts';
import { mayBeFramework } from '../../core/framework/isFramework.ts';
import { locator, type Place } from '../../core/framework/places.ts';
import { isScimConfigPath } from '../../core/scim/configName.ts';
import { inspectScimConfig } from '../../core/scim/inspectConfig.ts';
import { readJson } from '../../core/scim/jsonDocument.ts';
import { unlessAborted } from '../../disk/wait.ts';
import { readText } from '../files/read.ts';
import { builtCopyFindings } from '../framework/builtCopy.ts';
import { FrameworkChecks } from '../framework/checks.ts';
import { entriesIn, isBuiltCopy } from '../framework/document.ts';
import { ClientFacts } from '../scim/clientFacts.ts';
import type { Services } from '../services.ts';

type Found = Pick<Finding<DiagnosticCode, Place, unknown>, 'code' | 'place' | 'severity' | 'args'>;

/** What was found in a text, and what could not be looked at. */
type Look = { readonly found: readonly Found[]; readonly remarks: readonly string[] };

/** Checks files for agents as the editor checks them for people: by the same rules, settings and orgs. */
export class FileChecks {
  private readonly framework: FrameworkChecks;
  private readonly scim: ClientFacts;

  constructor(
    private readonly services: Services,
    private readonly inEnglish: AgentDesk['inEnglish'],
  ) {
    this.framework = new FrameworkChecks(services.orgClients);
    this.scim = new ClientFacts(services);
    services.context.subscriptions.push(this.framework, this.scim);
  }

  /** Reads no file outside the workspace. Never rejects. */
  async check({ path, text: given }: FileMeant, signal: AbortSignal): Promise<CheckedFile> {
    const uri = placeOf(path);
    if (uri === undefined)
      return {
        kind: 'unreadable',
        reason: 'It is outside the folders that are open in VS Code. Give a path in one of them.',
      };
    const read = given === undefined ? await readText(uri) : ({ ok: true, value: given } as const);
    if (!read.ok) return { kind: 'unreadable', reason: read.reason };
    const text = read.value.replace(/^\uFEFF/, '');
    const reason = this.inEnglish(() => leftAlone(text));
    if (reason !== undefined) return { kind: 'unreadable', reason };
    const shown = vscode.workspace.asRelativePath(uri);
    const look = isScimConfigPath(uri.path)
      ? await this.lookAtScim(text, signal)
      : await this.lookAtFramework(uri, text, signal);
    if (look === undefined) return { kind: 'other-product', path: shown };
    const { found, remarks } = look;
    return { kind: 'checked', path: shown, problems: this.toProblems(uri, text, found), remarks };
  }

  private async lookAtScim(text: string, signal: AbortSignal): Promise<Look> {
    await unlessAborted(signal, this.scim.want(text));
    const { errorOffset } = readJson(text);
    const remarks =
      errorOffset === undefined
        ? []
        : [
            `From line ${locator(text)(errorOffset).line + 1} on it is not JSON, so not all of it could be checked.`,
          ];
    const { time } = this.services;
    return {
      found: inspectScimConfig(text, time.reckon, this.scim.of, this.scim.practiceOrgs),
      remarks,
    };
  }

  /** Undefined for the code of another product. */
  private async lookAtFramework(
    uri: vscode.Uri,
    text: string,
    signal: AbortSignal,
  ): Promise<Look | undefined> {
    const inspection = mayBeFramework(text) ? inspectFramework(text) : undefined;
    if (inspection?.isFramework !== true) return undefined;
    if (isBuiltCopy(uri))
      return {
        found: await builtCopyFindings(uri, inspection),
        remarks: ['A build wrote this file: edit its source, which is what is checked.'],
      };
    await unlessAborted(signal, this.framework.wantFor([inspection]));
    const regions = new Set(entriesIn(inspection).map(({ region }) => region));
    const remarks = [...regions].flatMap((region) => {
      const { kind } = this.services.orgClients.standing(region);
      if (kind === 'known') return [];
      const why = kind === 'signed-out' ? 'nobody is signed in to an org there' : 'the org could not be read';
      return [`The Client ID of ${region} was not compared with an org: ${why}.`];
    });
    return { found: this.framework.findingsIn(text, inspection), remarks };
  }

  private toProblems(uri: vscode.Uri, text: string, found: readonly Found[]): readonly FileProblem[] {
    const setting: unknown = vscode.workspace.getConfiguration('genesysOAuth', uri).get('severity');
    const locate = locator(text);
    return found.flatMap(({ code, place, severity: byDefault, args }): FileProblem[] => {
      const chosen = chosenSeverity(setting, code);
      const level = chosen.kind === 'chosen' ? chosen.level : byDefault;
      if (level === 'off') return [];
      const { line, column } = locate(place.start);
      const told = this.inEnglish(() => findingText(diagnostics, { code, args, severity: byDefault }, 'en'));
      return [{ code, severity: level, line: line + 1, column: column + 1, text: told }];
    });
  }
}

/** Where a path leads, if that is in the workspace; a relative one begins in the folder that has such a file, or the first. */
function placeOf(path: string): vscode.Uri | undefined {
  const { workspaceFolders = [], textDocuments } = vscode.workspace;
  if (isAbsolute(path)) {
    // What `..` in it means: a path that only begins in the workspace is outside of it.
    const uri = vscode.Uri.file(normalize(path));
    const isOpen = textDocuments.some((document) => document.uri.toString() === uri.toString());
    return isOpen || vscode.workspace.getWorkspaceFolder(uri) !== undefined ? uri : undefined;
  }
  const places = workspaceFolders.map((folder) => vscode.Uri.joinPath(folder.uri, path));
  const named = workspaceFolders.find(({ name }) => path.startsWith(`${name}/`));
  const withoutName =
    named === undefined || workspaceFolders.length === 1
      ? undefined
      : vscode.Uri.joinPath(named.uri, path.slice(named.name.length + 1));
  return [withoutName, ...places].find(
    (uri) => uri !== undefined && vscode.workspace.getWorkspaceFolder(uri) !== undefined,
  );
}
