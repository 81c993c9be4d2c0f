import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { reasonOf } from '../../core/reason.ts';
import type { KnownDescription, OperationsPort } from '../../core/wizard/ports.ts';
import type { Services } from '../services.ts';

/** What APIs say of their operations, as it is kept on this computer. */
export function operationsPort({ operations }: Pick<Services, 'operations'>): OperationsPort {
  return {
    read: async (apiUrl, signal, anew) => await operations.of(apiUrl, signal, anew),
    choose: async (host) => {
      const [file] = (await vscode.window.showOpenDialog({
        title: l10n.t('What the API says of its operations'),
        openLabel: l10n.t('Use this file'),
      })) ?? [undefined];
      if (file === undefined) return undefined;
      return await operations.take(file.fsPath, host).catch(
        (error: unknown): KnownDescription => ({
          ok: false,
          why: { kind: 'file-unreadable', reason: reasonOf(error) },
        }),
      );
    },
  };
}
