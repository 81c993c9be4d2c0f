import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ScimTarget } from '../../src/core/procedures/draft.ts';
import { choice } from '../choice.ts';
import { controlId, findingList, findingsId } from '../findings.ts';
import type { Page } from '../page.ts';

/** Where the SCIM config file goes, if anywhere (rule S6). Without signing in nothing is written. */
export function scimFileQuestion(page: Page): TemplateResult | typeof nothing {
  const { destination, workspace } = page.context;
  if (destination.kind === 'admin-page') return nothing;
  return html`<fieldset class="choices" id=${controlId('scimTarget')} tabindex="-1" aria-describedby=${findingsId('scimTarget')}>
      <legend>${l10n.t('SCIM config file')}</legend>
      <p class="hint above">
        ${l10n.t('A record of the connection for your team: addresses, Client ID, role and divisions, when the token ends. Never a secret.')}
      </p>
      ${workspace.scimFiles.map(({ uri, path, exists }) =>
        target(
          page,
          { kind: 'file', uri },
          html`<span class="code">${path}</span>`,
          exists
            ? l10n.t('The connection is written into it; everything else in it stays.')
            : l10n.t('A new file with this connection.'),
        ),
      )}
      ${target(page, { kind: 'none' }, l10n.t('Write no file'), l10n.t('The last page shows everything to copy.'))}
    </fieldset>
    ${workspace.scimFiles.length === 0 ? html`<p class="hint">${l10n.t('No folder is open, so there is no file to write to.')}</p>` : nothing}
    ${findingList(page, 'scimTarget')}`;
}

function target(page: Page, scimTarget: ScimTarget, title: unknown, line: string): TemplateResult {
  return choice({
    name: 'scim-target',
    title,
    lines: [line],
    checked: isChosen(page, scimTarget),
    onChoose: () => page.answer({ scimTarget }),
  });
}

function isChosen({ answers }: Page, target: ScimTarget): boolean {
  const { scimTarget: chosen } = answers;
  if (chosen?.kind === 'file' && target.kind === 'file') return chosen.uri === target.uri;
  return chosen?.kind === target.kind;
}
