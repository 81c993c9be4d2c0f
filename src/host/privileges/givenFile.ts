import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { MOST_MEGABYTES } from '../../core/platform/apiDescription.ts';
import { type KnownDescription, refused } from '../../core/privileges/description.ts';
import type { KnownOperations } from '../../core/privileges/knownOperations.ts';
import { reasonOf } from '../../core/reason.ts';

/**
 * Takes what an API says of its operations out of a file that the person chooses, because the network does not let one read
 * it. `host` is the API that it counts for where it names none. Undefined when the person chose none.
 */
export async function takeGivenFile(
  operations: Pick<KnownOperations, 'take'>,
  host: string,
): Promise<KnownDescription | undefined> {
  const options = {
    title: l10n.t('What the API says of its operations'),
    openLabel: l10n.t('Use this file'),
  };
  const [file] = (await vscode.window.showOpenDialog(options)) ?? [];
  if (file === undefined) return undefined;
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(file);
    if (size > MOST_MEGABYTES * 1_000_000) return refused({ kind: 'too-large', megabytes: MOST_MEGABYTES });
    const bytes = new Uint8Array(await vscode.workspace.fs.readFile(file));
    return await operations.take(bytes, { host, changed: new Date(mtime) });
  } catch (error) {
    return { ok: false, why: { kind: 'file-unreadable', reason: reasonOf(error) } };
  }
}
