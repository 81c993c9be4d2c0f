import type { TemplateResult } from 'lit';
import type { Copyable } from '../src/core/wizard/messages.ts';
import { copiedText } from './announcement.ts';
import { button } from './controls.ts';
import type { Page } from './page.ts';

/**
 * Copies a value that this page may not even know, and says so when it is done: `copied`, or else what was copied.
 * `about` says to those who listen which value it is.
 */
export function copyButton(
  page: Pick<Page, 'looks' | 'send'>,
  what: Copyable,
  label: string,
  { copied = copiedText(what), about }: { copied?: string; about?: string } = {},
): TemplateResult {
  const isCopied = page.looks.copied === what;
  return button({
    id: `copy-${what}`,
    label: isCopied ? copied : label,
    ...(about === undefined ? {} : { about }),
    onClick: () => page.send({ type: 'copy', what }),
  });
}
