import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { LONGEST_SCIM_DURATION_SECONDS, parseDuration } from '../../src/core/procedures/duration.ts';
import { type ProviderId, providerIds, providers } from '../../src/core/scim/providers.ts';
import { providerName } from '../../src/core/texts/scim.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { choice } from '../choice.ts';
import { controlId, findingList, findingsId } from '../findings.ts';
import { heading } from '../heading.ts';
import type { Page } from '../page.ts';
import { providerGuide } from '../providerGuide.ts';
import { scimFileQuestion } from './scimFile.ts';

/** Which identity system the client is for; it decides what that system is given (rule S6). */
export function identityProvider(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('identity-provider'),
    l10n.t('It decides what it must be given: a token that ends some day, or ID and secret.'),
    'scim',
  )}
  <fieldset class="choices compact" id=${controlId('provider')} tabindex="-1" aria-describedby=${findingsId('provider')}>
    <legend class="visually-hidden">${stepTitle('identity-provider')}</legend>
    ${providerIds.map((id) => provider(page, id))}
  </fieldset>
  ${findingList(page, 'provider')} ${providerGuide(page, page.answers.provider)} ${whatItHolds(page)} ${scimFileQuestion(page)}`;
}

function provider(page: Page, id: ProviderId): TemplateResult {
  return choice({
    name: 'provider',
    title: providerName(id),
    lines: [holdsText(page, id)],
    checked: page.answers.provider === id,
    // What was said about another provider is not true of this one.
    onChoose: () => page.answer({ provider: id, holdsToken: providers[id].holds === 'bearer-token' }),
  });
}

function holdsText(page: Page, id: ProviderId): string {
  switch (providers[id].holds) {
    case 'bearer-token':
      return l10n.t(
        'It is given a token, which is made here. Made today, that ends on {0}.',
        endOfToken(page),
      );
    case 'client-credentials':
      return l10n.t('It holds Client ID and Client Secret, and gets its own tokens.');
    case 'either':
      return l10n.t('You say what it holds.');
  }
}

/** Only the person knows what a provider holds that is not known here. */
function whatItHolds(page: Page): TemplateResult | typeof nothing {
  const { provider, holdsToken } = page.answers;
  if (provider === undefined || providers[provider].holds !== 'either') return nothing;
  return html`<fieldset class="choices" id=${controlId('holdsToken')} tabindex="-1">
    <legend>${l10n.t('What it holds')}</legend>
    ${choice({
      name: 'holds-token',
      title: l10n.t('It holds ID and secret'),
      lines: [l10n.t('It gets its own tokens, so nothing has to be made anew.')],
      checked: !holdsToken,
      onChoose: () => page.answer({ holdsToken: false }),
    })}
    ${choice({
      name: 'holds-token',
      title: l10n.t('It holds a token'),
      lines: [l10n.t('One token, made here. Made today, it ends on {0}.', endOfToken(page))],
      checked: holdsToken,
      onChoose: () => page.answer({ holdsToken: true }),
    })}
  </fieldset>`;
}

/** When a token ends that is made today with the duration in force, or else the longest. */
function endOfToken({ answers, language }: Page): string {
  const seconds = answers.holdsToken ? parseDuration(answers.duration) : undefined;
  const life =
    seconds === undefined || seconds > LONGEST_SCIM_DURATION_SECONDS
      ? LONGEST_SCIM_DURATION_SECONDS
      : seconds;
  const end = new Date(Date.now() + life * 1000);
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(end);
}
