import * as vscode from 'vscode';
import type { Mention } from '../../core/clients/concerns.ts';
import { switchState } from '../../core/clients/forFramework.ts';
import { leftAlone } from '../../core/files/readable.ts';
import { NOT_EDITED } from '../../core/framework/builtCopy.ts';
import { inspectFramework } from '../../core/framework/inspect.ts';
import { mayBeFramework } from '../../core/framework/isFramework.ts';
import { placer } from '../../core/framework/places.ts';
import { readTokenEnds } from '../../core/scim/connections.ts';
import { readText } from '../files/read.ts';
import { entriesIn } from '../framework/document.ts';
import { FrameworkWatcher, findFrameworkUris } from '../framework/find.ts';
import { findScimUris, SCIM_FILES } from '../scim/file.ts';

/** More than any project has. */
const MOST_FILES = 500;

/** A client as a file names it: its region (a domain) and its ID in lower case. */
type Named = { readonly region: string; readonly clientId: string; readonly mention: Mention };

/**
 * Which clients the files of the workspace name, and where. Read when first asked for, and again after a file was
 * changed, made or deleted.
 */
export class WorkspaceMentions implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** The files may name other clients than before. */
  readonly onDidChange = this.changed.event;
  private reading: Promise<ReadonlyMap<string, readonly Mention[]>> | undefined;
  private readonly listening: readonly vscode.Disposable[];

  constructor() {
    const files = new FrameworkWatcher();
    const scim = vscode.workspace.createFileSystemWatcher(SCIM_FILES);
    const again = () => {
      if (this.reading === undefined) return;
      this.reading = undefined;
      this.changed.fire();
    };
    this.listening = [
      ...[files, files.onDidCreate(again), files.onDidChange(again), files.onDidDelete(again)],
      ...[files.onDidChangePatterns(again), vscode.workspace.onDidChangeWorkspaceFolders(again)],
      ...[scim, scim.onDidCreate(again), scim.onDidChange(again), scim.onDidDelete(again)],
    ];
  }

  /** The places that name a client, found by `mentionKey`. Never rejects: a file that cannot be read names nobody. */
  async all(): Promise<ReadonlyMap<string, readonly Mention[]>> {
    this.reading ??= readAll();
    return await this.reading;
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }
}

/** By what a client is found among the places that name it. */
export function mentionKey(region: string, clientId: string): string {
  return `${region} ${clientId.toLowerCase()}`;
}

/** What was to be found so. */
export function namedBy(key: string): { region: string; clientId: string } {
  const end = key.lastIndexOf(' ');
  return { region: key.slice(0, end), clientId: key.slice(end + 1) };
}

async function readAll(): Promise<ReadonlyMap<string, readonly Mention[]>> {
  const [frameworks, connections] = await Promise.all([
    findFrameworkUris(NOT_EDITED, MOST_FILES).then(({ uris }) => uris),
    findScimUris(),
  ]);
  const named: Named[] = [];
  // One after the other: what a file names is small beside its text.
  for (const uri of frameworks) named.push(...(await namedIn(uri, inFramework)));
  for (const uri of connections) named.push(...(await namedIn(uri, inScimFile)));
  const found = new Map<string, Mention[]>();
  for (const { region, clientId, mention } of named) {
    const key = mentionKey(region, clientId);
    const those = found.get(key);
    if (those === undefined) found.set(key, [mention]);
    else those.push(mention);
  }
  return found;
}

type Place = Pick<Mention, 'uri' | 'path'>;

async function namedIn(
  uri: vscode.Uri,
  read: (text: string, place: Place) => readonly Named[],
): Promise<readonly Named[]> {
  const text = await readText(uri);
  if (!text.ok || leftAlone(text.value) !== undefined) return [];
  return read(text.value, { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) });
}

function inFramework(text: string, place: Place): readonly Named[] {
  const inspection = mayBeFramework(text) ? inspectFramework(text) : undefined;
  if (inspection?.isFramework !== true) return [];
  const { dedicatedLoginWindow, usePKCEAuthFlow } = inspection;
  return entriesIn(inspection).flatMap(({ region, value, keyPlace }): Named[] => {
    if (value.kind !== 'client-id') return [];
    const use = {
      region,
      dedicatedLoginWindow: switchState(dedicatedLoginWindow),
      usePKCEAuthFlow: switchState(usePKCEAuthFlow),
    };
    const mention: Mention = { kind: 'framework', ...place, line: keyPlace.line, use };
    return [{ region, clientId: value.text, mention }];
  });
}

function inScimFile(text: string, place: Place): readonly Named[] {
  const placeOf = placer(text);
  return readTokenEnds(text).map(({ connection, endsAt, lifeSeconds }): Named => {
    const { line } = placeOf(connection);
    const mention: Mention = {
      kind: 'scim',
      ...place,
      line,
      ...(endsAt !== undefined && { tokenEndsAt: endsAt.toISOString() }),
      ...(lifeSeconds !== undefined && { tokenLifeSeconds: lifeSeconds }),
      provider: connection.provider,
      practice: connection.practice,
    };
    return { region: connection.region, clientId: connection.clientId, mention };
  });
}
