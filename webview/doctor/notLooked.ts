import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis } from '../../src/core/doctor/answer.ts';
import type { Cause } from '../../src/core/doctor/cause.ts';
import { causeName, notLookedText } from '../../src/core/texts/doctor.ts';
import { nextStepText } from '../../src/core/texts/doctorNextStep.ts';
import { permissionsLacked } from '../../src/core/texts/doctorPage.ts';
import { button } from '../controls.ts';
import { type DoctorPage, isRequestCopied } from './page.ts';

/** What nobody has looked at, by the reason, and who can. */
export function notLookedView(page: DoctorPage, diagnosis: Diagnosis): TemplateResult | typeof nothing {
  const { notLooked } = diagnosis;
  if (notLooked.length === 0) return nothing;
  const groups = new Map<string, Diagnosis['notLooked']>();
  for (const each of notLooked) {
    const reason = notLookedText(each.reason, page.language);
    groups.set(reason, [...(groups.get(reason) ?? []), each]);
  }
  return html`<h2>${l10n.t('Could not be looked at')}</h2>
    <ul class="plain unlooked">
      ${[...groups].map(([reason, those]) => {
        const causes = those.map(({ cause }) => cause);
        const isOfBrowser = those.some((each) => each.reason.why === 'browser');
        return html`<li>
          ${causes.map(causeName).join(' · ')} <span class="muted">${reason}</span>
          ${request(page, diagnosis, causes)} ${isOfBrowser ? inBrowser(page, causes) : nothing}
        </li>`;
      })}
    </ul>`;
}

/** One request is enough for all that want the same permissions. */
function request(
  page: DoctorPage,
  diagnosis: Diagnosis,
  [cause]: readonly Cause[],
): TemplateResult | typeof nothing {
  if (cause === undefined || permissionsLacked(diagnosis, cause) === undefined) return nothing;
  return html`<button class="link" @click=${() => page.send({ type: 'copy-request', cause })}>
    ${isRequestCopied(page, cause) ? l10n.t('Request copied') : l10n.t('Copy a request')}
  </button>`;
}

/** What a person can try in the browser, and say here. */
function inBrowser(page: DoctorPage, causes: readonly Cause[]): TemplateResult {
  return html`<details>
    <summary>${l10n.t('What to try there')}</summary>
    ${causes.includes('cookies-blocked') ? tryOut(page, 'cookies') : nothing}
    ${causes.includes('pop-ups-blocked') ? tryOut(page, 'pop-ups') : nothing}
  </details>`;
}

function tryOut({ language, send }: DoctorPage, what: 'cookies' | 'pop-ups'): TemplateResult {
  const field = what === 'cookies' ? 'thirdPartyCookies' : 'popUps';
  const tell = (standing: 'allowed' | 'blocked') => () =>
    send({ type: 'browser-told', browser: { [field]: standing } });
  return html`<p>${nextStepText({ kind: 'try-in-browser', what }, language)}</p>
    <p class="actions">
      ${button({ id: `${what}-blocked`, label: l10n.t('That helped'), onClick: tell('blocked') })}
      ${button({ id: `${what}-allowed`, label: l10n.t('It was allowed already'), onClick: tell('allowed') })}
    </p>`;
}
