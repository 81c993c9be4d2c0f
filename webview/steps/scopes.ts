import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { OAuthScope } from '../../src/core/platform/oauthClients.ts';
import { orgOf } from '../../src/core/procedures/context.ts';
import { procedures } from '../../src/core/procedures/index.ts';
import { typedLines } from '../../src/core/procedures/redirectUris.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { checkbox, textArea, toggleButton } from '../controls.ts';
import { controlId, findingList, findingsId } from '../findings.ts';
import { focusField } from '../focus.ts';
import { heading } from '../heading.ts';
import { skipList } from '../longList.ts';
import { neededScopes } from '../needs/neededScopes.ts';
import { whatItCalls } from '../needs/whatItCalls.ts';
import type { Page } from '../page.ts';
import { scopeSearchField, searchOutcome, searchScopes } from './scopeSearch.ts';

/** What the client may do for the person who logs in (rules G15, E5). */
export function scopes(page: Page): TemplateResult {
  const org = orgOf(page.context);
  return html`${heading(
    page,
    stepTitle('scopes'),
    page.procedure === 'embeddable'
      ? l10n.t(
          'What the embedded client may do for the agent. Fourteen are preset because the framework needs them; add only what your code calls.',
        )
      : l10n.t(
          'What the application may do for the person who logs in, as far as that person may. Choose the fewest that it needs.',
        ),
    'scopes',
  )}
  ${whatItCalls(page, 'person', (found) => neededScopes(page, found, presetScopes(page)))}
  ${findingList(page, 'scopes')}
  ${org?.scopes.kind === 'known' ? scopeList(page, org.scopes.value) : scopesByHand(page)}`;
}

function scopeList(page: Page, known: readonly OAuthScope[]): TemplateResult {
  const preset = presetScopes(page);
  const { showsSelectedScopes } = page.looks;
  const all = sorted(known, preset);
  const search = searchScopes(page, showsSelectedScopes ? all.filter(isSelected(page)) : all);
  return html`<div class="tools in-sight">
      ${scopeSearchField(page, known.length)}
      ${toggleButton({
        label: l10n.t('Only selected'),
        pressed: showsSelectedScopes,
        onClick: () => page.look({ showsSelectedScopes: !showsSelectedScopes }),
      })}
    </div>
    ${searchOutcome(page, search)} ${skipList()} ${selectedScopes(page)} ${onlyPreset(page, preset)}
    <ul class="scopes" aria-label=${stepTitle('scopes')}>
      ${repeat(
        search.found,
        ({ id }) => id,
        (scope) => scopeItem(page, scope, preset.includes(scope.id)),
      )}
    </ul>`;
}

/** Undoes what was chosen, so it stands calmly below that. */
function onlyPreset(page: Pick<Page, 'answer'>, preset: readonly string[]): TemplateResult | typeof nothing {
  if (preset.length === 0) return nothing;
  return html`<p class="hint above">
    <button class="link" @click=${() => page.answer({ scopes: [...preset] })}>${l10n.t('Only the preset ones')}</button>
  </p>`;
}

function isSelected({ answers }: Pick<Page, 'answers'>): (scope: OAuthScope) => boolean {
  return ({ id }) => answers.scopes.includes(id);
}

/** What is selected, wherever it stands in the list, each with the way to be rid of it. */
function selectedScopes({
  answers,
  answer,
}: Pick<Page, 'answer' | 'answers'>): TemplateResult | typeof nothing {
  const { scopes } = answers;
  if (scopes.length === 0) return nothing;
  const remove = (scope: string) => {
    answer({ scopes: scopes.filter((other) => other !== scope) });
    focusField(controlId('scopes'));
  };
  return html`<ul class="chips selected" aria-label=${l10n.t('Selected scopes')}>
    ${repeat(
      scopes,
      (scope) => scope,
      (scope) => html`<li>
        <button class="chip" aria-label=${l10n.t('Remove {0}', scope)} @click=${() => remove(scope)}>
          <code>${scope}</code> <span aria-hidden="true">×</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

/** The scopes that the procedure itself asks for, whatever the person chose. */
function presetScopes({ procedure, context }: Pick<Page, 'context' | 'procedure'>): readonly string[] {
  return procedures[procedure].presets({}, context).scopes;
}

/** The preset ones first, so that what is chosen is seen without searching. */
function sorted(scopes: readonly OAuthScope[], preset: readonly string[]): OAuthScope[] {
  const rank = ({ id }: OAuthScope) => (preset.includes(id) ? 0 : 1);
  return [...scopes].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

function scopeItem(
  page: Pick<Page, 'answer' | 'answers'>,
  { id, description }: OAuthScope,
  isPreset: boolean,
): TemplateResult {
  const { scopes } = page.answers;
  return html`<li>
    ${checkbox({
      id: `scope-${id}`,
      checked: scopes.includes(id),
      onChange: (checked) =>
        page.answer({ scopes: checked ? [...scopes, id] : scopes.filter((other) => other !== id) }),
      content: html`<code>${id}</code> <span class="muted" lang="en">${description}</span>
        <span class="needed">${isPreset ? l10n.t('needed') : nothing}</span>`,
    })}
  </li>`;
}

/** Nobody is signed in, or the org kept its list to itself: the scopes can still be written down, unchecked. */
function scopesByHand(page: Page): TemplateResult {
  const { scopes } = page.answers;
  const typed = page.looks.scopeText;
  const isCurrent = typedLines(typed).join('\n') === scopes.join('\n');
  return html`<div class="field">
    ${textArea({
      id: controlId('scopes'),
      label: stepTitle('scopes'),
      value: isCurrent ? typed : scopes.join('\n'),
      invalid: false,
      describedBy: ['hint-scopes', findingsId('scopes')],
      onInput: (scopeText) => page.answer({ scopes: typedLines(scopeText) }, { scopeText }),
      onLeave: () => page.touch('scopes'),
      rows: 16,
    })}
    <p id="hint-scopes" class="hint">
      ${uncheckedText(page)}
    </p>
  </div>`;
}

function uncheckedText({ context }: Pick<Page, 'context'>): string {
  return orgOf(context) === undefined
    ? l10n.t('One per line. You are not signed in, so the list of the organization is not known here.')
    : l10n.t(
        'One per line. The list of the organization is not known, so they cannot be checked before you save.',
      );
}
