import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { DoctorPage } from './page.ts';

/** Which of several clients a text means, nobody but the person knows. */
export function meantClients({ state: { look }, send }: DoctorPage): TemplateResult | typeof nothing {
  if (look.kind !== 'looked' || look.meant.length === 0) return nothing;
  return html`<section class="meant" aria-labelledby="meant">
    <h2 id="meant">${l10n.t('Which client is meant?')}</h2>
    <ul class="plain">
      ${look.meant.map(
        ({ clientId, name, orgName }) => html`<li>
          <button class="link" @click=${() => send({ type: 'choose-client', clientId })}>${name ?? clientId}</button>
          ${name === undefined ? nothing : html`<span class="muted">${orgName} · <code>${clientId}</code></span>`}
        </li>`,
      )}
    </ul>
  </section>`;
}
