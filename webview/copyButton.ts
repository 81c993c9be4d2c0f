import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import type { Copyable } from '../src/core/wizard/messages.ts';
import { button, either } from './controls.ts';
import { copiedText } from './copiedText.ts';
import type { Page } from './page.ts';

type CopyPage = Pick<Page, 'looks' | 'send'>;

/** Copies a value that this page may not even know, and says so when it is done. */
export function copyButton(page: CopyPage, what: Copyable, label: string): TemplateResult {
  const isCopied = page.looks.copied === what;
  return button({
    id: `copy-${what}`,
    ...either(isCopied, copiedText(what), label),
    onClick: copies(page, what),
  });
}

/** The same beside the value itself, where one word is enough for the eyes; `about` is what the value is called. */
export function copyBeside(page: CopyPage, what: Copyable, about: string): TemplateResult {
  const isCopied = page.looks.copied === what;
  return button({
    id: `copy-${what}`,
    ...copyWords(isCopied),
    name: isCopied ? l10n.t('{0} copied', about) : l10n.t('Copy {0}', about),
    onClick: copies(page, what),
  });
}

/** The words of a button beside what it copies. */
export function copyWords(isCopied: boolean): { label: string; otherwise: string } {
  return either(isCopied, l10n.t('Copied'), l10n.t('Copy'));
}

function copies(page: CopyPage, what: Copyable): () => void {
  return () => page.send({ type: 'copy', what });
}
