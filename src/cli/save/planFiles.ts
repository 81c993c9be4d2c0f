import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { setClientIds } from '../../core/framework/edit.ts';
import { newFrameworkFile } from '../../core/framework/newFile.ts';
import type { FileResult } from '../../core/operations/effects.ts';
import type { PlanFiles } from '../../core/operations/saveEffects.ts';
import { placementOf } from '../../core/procedures/frameworkFile.ts';
import { madeConnection } from '../../core/scim/madeConnection.ts';
import { updateScimConfig } from '../../core/scim/writeConfig.ts';
import { createFile, replaceFile } from '../../disk/atomically.ts';
import { leadsOut } from '../leadsOut.ts';
import { diskText, readCheckedText } from '../reading.ts';

/**
 * The files of a plan on the disk: each is written whole or not at all, only if it is still what the plan showed, and never
 * where a link leads out of the folder `cwd`.
 */
export function planFiles(cwd: string): PlanFiles {
  return {
    editFrameworkFile: async ({ uri, regions, entries }, clientId) => {
      const path = fileURLToPath(uri);
      const read = readCheckedText(path);
      if (!read.ok) return { kind: 'failed', reason: read.reason };
      const change = setClientIds(read.text, regions, clientId);
      if (change.kind === 'edit' && change.entries.length === 0) return { kind: 'written', saved: true };
      const placement = placementOf(read.text, regions);
      const isAsShown = placement.kind === 'possible' && isDeepStrictEqual(placement.entries, entries);
      if (change.kind === 'refused' || !isAsShown) return { kind: 'changed-meanwhile' };
      return await replaced(cwd, path, read.bytes, change.edited);
    },
    createFrameworkFile: async ({ uri, regions, dedicatedLoginWindow, pkce }, clientId) => {
      const text = newFrameworkFile({ regions, clientId, dedicatedLoginWindow, pkce });
      return await made(cwd, fileURLToPath(uri), text);
    },
    writeScimFile: async ({ uri, connection }, connected) => {
      const path = fileURLToPath(uri);
      const read = readCheckedText(path);
      if (!read.ok && !read.isMissing) return { kind: 'failed', reason: read.reason };
      const before = read.ok ? read.text : undefined;
      const after = updateScimConfig(before, madeConnection(connection, connected));
      if (after.kind === 'refused') return { kind: 'refused', reason: after.reason, line: after.line };
      return read.ok ? await replaced(cwd, path, read.bytes, after.text) : await made(cwd, path, after.text);
    },
  };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A byte order mark stays where there was one. */
async function replaced(cwd: string, path: string, before: Uint8Array, text: string): Promise<FileResult> {
  const mark = BYTE_ORDER_MARK.equals(before.subarray(0, 3)) ? [BYTE_ORDER_MARK] : [];
  try {
    const reason = leadsOut(cwd, path);
    if (reason !== undefined) return { kind: 'failed', reason };
    await replaceFile(path, Buffer.concat([...mark, Buffer.from(text)]));
    return { kind: 'written', saved: true };
  } catch (error) {
    return { kind: 'failed', reason: diskText(error) };
  }
}

/** One that is there by now is fine if it is this one. */
async function made(cwd: string, path: string, text: string): Promise<FileResult> {
  try {
    const reason = leadsOut(cwd, path);
    if (reason !== undefined) return { kind: 'failed', reason };
    await mkdir(dirname(path), { recursive: true });
    await createFile(path, Buffer.from(text));
    return { kind: 'written', saved: true };
  } catch (error) {
    const there = readCheckedText(path);
    if (there.ok)
      return there.text === text ? { kind: 'written', saved: true } : { kind: 'changed-meanwhile' };
    return { kind: 'failed', reason: diskText(error) };
  }
}
