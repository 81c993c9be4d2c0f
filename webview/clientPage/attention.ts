import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClientPageAction } from '../../src/core/clientPage/messages.ts';
import { type Concern, weightOf } from '../../src/core/clients/concerns.ts';
import { actionLabel } from '../../src/core/texts/clientActions.ts';
import { concernLine } from '../../src/core/texts/clientList.ts';
import { button } from '../controls.ts';
import { severityMark } from '../findings.ts';
import type { ClientPage } from './page.ts';
import { lacksFor } from './rights.ts';

/** What is to be looked after, each with its one next step. */
export function attention(page: ClientPage, concerns: readonly Concern[]): TemplateResult | typeof nothing {
  if (concerns.length === 0) return nothing;
  const title =
    concerns.length === 1
      ? l10n.t('1 thing needs attention')
      : l10n.t('{0} things need attention', concerns.length);
  return html`<section class="attention" aria-label=${title}>
    <h2>${title}</h2>
    <ul>
      ${concerns.map((concern) => row(page, concern))}
    </ul>
  </section>`;
}

function row(page: ClientPage, concern: Concern): TemplateResult {
  const weight = weightOf(concern);
  return html`<li class="finding ${weight}">
    <span>${severityMark({ severity: weight })}${concernLine(concern, page.now, page.language)}</span>
    ${step(page, concern)}
  </li>`;
}

/** What to do first: a change of the client where one helps for certain, or else the place in the file. */
function step(page: ClientPage, concern: Concern): TemplateResult | typeof nothing {
  if (concern.kind === 'implicit-grant') return nothing;
  if (concern.kind === 'changed-elsewhere')
    return button({
      label: actionLabel('compare'),
      onClick: () => page.send({ type: 'act', action: 'compare' }),
    });
  const { at } = concern;
  const open = button({
    label: l10n.t('Open {0}', at.path),
    onClick: () => page.send({ type: 'open-mention', uri: at.uri, line: at.line }),
  });
  if (concern.kind === 'token') return open;
  const act = (label: string, action: ClientPageAction) =>
    button({
      label,
      disabled: lacksFor(page, action).length > 0,
      onClick: () => page.send({ type: 'act', action }),
    });
  switch (concern.lack.code) {
    case 'missing-redirect-uri':
    case 'inexact-redirect-uri':
      return act(l10n.t('Add it…'), 'add-pages');
    case 'client-not-active':
      return concern.lack.severity === 'error' ? act(l10n.t('Activate…'), 'activate') : open;
    default:
      return open;
  }
}
