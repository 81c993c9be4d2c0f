import * as vscode from 'vscode';
import type { NamedClient } from '../../core/clients/whereabouts.ts';
import type { NotCompared, Subject } from '../../core/drift/comparison.ts';
import type { ComparedFile } from '../../core/drift/framework.ts';
import { NOT_EDITED } from '../../core/framework/builtCopy.ts';
import { inspectFramework } from '../../core/framework/inspect.ts';
import { mayBeFramework } from '../../core/framework/isFramework.ts';
import { isScimConfigPath } from '../../core/scim/configName.ts';
import { readConnections } from '../../core/scim/connections.ts';
import { readCheckedText } from '../files/read.ts';
import { entriesIn } from '../framework/document.ts';
import { findFrameworkUris } from '../framework/find.ts';
import { findScimUris } from '../scim/file.ts';

/** What is to be compared. */
export type Wanted =
  | { readonly kind: 'all' }
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | {
      readonly kind: 'client';
      readonly region: string;
      readonly practice: boolean;
      readonly clientId: string;
    };

/** More framework.js than any project has. */
const MOST_FILES = 500;

/** Files that say what is meant, and those that cannot be read. */
export type Files = { readonly files: readonly ComparedFile[]; readonly unread: readonly NotCompared[] };

/** What has to be looked at to compare a subject. */
export function wantedFor(subject: Subject): Wanted {
  switch (subject.kind) {
    case 'framework':
    case 'scim':
      return { kind: 'file', uri: vscode.Uri.parse(subject.uri) };
    case 'written': {
      const { region, practice, clientId } = subject;
      return { kind: 'client', region, practice, clientId };
    }
  }
}

/** Whether it is a SCIM config file; all others are of the framework. */
export function isScim({ uri }: Pick<ComparedFile, 'uri'>): boolean {
  return isScimConfigPath(vscode.Uri.parse(uri).path);
}

/** The clients that a file names. */
export function namedIn(file: ComparedFile): readonly NamedClient[] {
  if (isScim(file)) return readConnections(file.text);
  return entriesIn(inspectFramework(file.text)).flatMap(({ region, value }) =>
    value.kind === 'client-id' ? [{ region, clientId: value.text, practice: false }] : [],
  );
}

/** The regions of these. */
export function regionsIn(file: ComparedFile): readonly string[] {
  return namedIn(file).map(({ region }) => region);
}

/** What is unsaved in an editor counts. A file of another product says nothing of clients. */
export async function filesOf(wanted: Wanted): Promise<Files> {
  const uris =
    wanted.kind === 'file'
      ? [wanted.uri]
      : [...(await findFrameworkUris(NOT_EDITED, MOST_FILES)).uris, ...(await findScimUris())];
  const files: ComparedFile[] = [];
  const unread: NotCompared[] = [];
  for (const uri of uris) {
    const path = vscode.workspace.asRelativePath(uri);
    const text = await readCheckedText(uri);
    if (!text.ok) {
      unread.push({
        of: { kind: 'file', uri: uri.toString(), path },
        why: { kind: 'unreadable', reason: text.reason },
      });
      continue;
    }
    const file = { uri: uri.toString(), path, text: text.value };
    if (isScim(file) || mayBeFramework(text.value)) files.push(file);
  }
  return { files, unread };
}
