import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { Seen } from '../../src/core/doctor/symptom.ts';
import { seenText } from '../../src/core/texts/doctorSymptoms.ts';
import { numberText } from '../../src/core/texts/duration.ts';
import { button, checkbox, textArea } from '../controls.ts';
import { missingHere } from '../findings.ts';
import { focusField } from '../focus.ts';
import { ASK_ID } from './focus.ts';
import type { DoctorPage } from './page.ts';

/** Of a longer text a browser draws every line at each key. */
const MOST_SHOWN = 50_000;

/** The ID of what is missing. */
const LACKS_SEEN = 'findings-pasted';

function isNothing({ pasted, seen }: DoctorPage): boolean {
  return pasted.trim() === '' && seen.size === 0;
}

/** Where somebody pastes what they see, or says it. */
export function whatISee(page: DoctorPage): TemplateResult {
  const { pasted, seen, language } = page;
  const isLong = pasted.length > MOST_SHOWN;
  const isMissing = page.lacking === 'seen' && isNothing(page);
  const sayMissing = () => {
    page.lack('seen');
    focusField('pasted');
  };
  const remove = () => {
    page.paste('');
    focusField('pasted');
  };
  return html`<div class="see">
    <div class="field">
      ${textArea({
        id: 'pasted',
        label: l10n.t('What do you see?'),
        value: isLong ? '' : pasted,
        invalid: isMissing,
        describedBy: [LACKS_SEEN, 'hint-pasted'],
        onInput: page.paste,
        onLeave: () => undefined,
        rows: 6,
      })}
      ${missingHere(LACKS_SEEN, isMissing ? l10n.t('Paste first what you see, or say what happens.') : undefined)}
      <p id="hint-pasted" class="hint">
        ${l10n.t('The address or the words of an error page, a JSON error, a HAR, a log line, or a curl that fails. It does not leave this page: what looks like a secret or a token is masked before it is read, and only what the text tells is taken.')}
      </p>
      ${
        isLong
          ? html`<p class="hint">
              ${l10n.t('A text of {0} characters was pasted; it is too long to be shown.', numberText(pasted.length, language))}
              <button class="link" @click=${remove}>${l10n.t('Remove it')}</button>
            </p>`
          : nothing
      }
    </div>
    <fieldset>
      <legend>${l10n.t('Or what happens?')}</legend>
      ${Seen.options.map((what) =>
        checkbox({
          id: `seen-${what}`,
          checked: seen.has(what),
          onChange: (isSeen) => page.see(what, isSeen),
          content: seenText(what),
        }),
      )}
    </fieldset>
    <p class="actions">
      ${button({
        id: ASK_ID,
        label: l10n.t('Find Out Why'),
        look: 'primary',
        onClick: isNothing(page) ? sayMissing : page.ask,
      })}
    </p>
  </div>`;
}
