import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Copyable } from '../src/core/wizard/messages.ts';
import { adminPageLabel } from './adminPageLabels.ts';
import type { Page } from './page.ts';

/** Says what happened to those who do not see it. */
export function announcement({ looks }: Page): TemplateResult {
  return html`<div class="visually-hidden" role="status">
    ${looks.copied === undefined ? '' : copiedText(looks.copied)}
  </div>`;
}

/** What is said once a value is on the clipboard. */
export function copiedText(what: Copyable): string {
  switch (what) {
    case 'client-id':
      return l10n.t('Client ID copied');
    case 'client-secret':
      return l10n.t('Client Secret copied');
    case 'ready-line':
      return l10n.t('Line copied');
    case 'details':
      return l10n.t('Details copied');
    case 'admin-name':
      return l10n.t('{0} copied', adminPageLabel('name'));
    case 'admin-description':
      return l10n.t('{0} copied', adminPageLabel('description'));
    case 'admin-duration':
      return l10n.t('{0} copied', adminPageLabel('duration'));
    case 'admin-redirect-uris':
      return l10n.t('{0} copied', adminPageLabel('redirect-uris'));
    case 'admin-scopes':
      return l10n.t('{0} copied', adminPageLabel('scopes'));
  }
}
