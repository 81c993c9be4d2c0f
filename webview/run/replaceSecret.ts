import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import { button } from '../controls.ts';
import type { Page } from '../page.ts';

/** Another secret for a client whose own was lost with the answer. VS Code asks first, and keeps it. */
export function replaceSecret(page: Page, look?: 'primary'): TemplateResult {
  return button({
    label: l10n.t('Make a new secret'),
    ...(look && { look }),
    onClick: () => page.send({ type: 'replace-secret' }),
  });
}
