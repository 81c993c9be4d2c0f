import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ScimTarget } from '../../src/core/procedures/draft.ts';
import { LONGEST_SCIM_DURATION_SECONDS, parseDuration } from '../../src/core/procedures/duration.ts';
import { type ProviderId, providerIds, providers } from '../../src/core/scim/providers.ts';
import { providerName } from '../../src/core/texts/scim.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { choice } from '../controls.ts';
import { controlId, findingList, findingsId } from '../findings.ts';
import { heading } from '../heading.ts';
import type { Page } from '../page.ts';
import { providerGuide } from '../providerGuide.ts';

/** Which identity system the client is for; it decides what that system is given (rule S6). */
export function identityProvider(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('identity-provider'),
    l10n.t('Which provider it is decides what you give it: a token that ends some day, or ID and secret.'),
    'scim',
  )}
  <fieldset class="choices compact" id=${controlId('provider')} tabindex="-1" aria-describedby=${findingsId('provider')}>
    <legend class="visually-hidden">${stepTitle('identity-provider')}</legend>
    ${providerIds.map((id) => provider(page, id))}
  </fieldset>
  ${findingList(page, 'provider')} ${providerGuide(page, page.answers.provider)} ${whatItHolds(page)} ${scimFileQuestion(page)}`;
}

function provider(page: Pick<Page, 'answer' | 'answers' | 'language'>, id: ProviderId): TemplateResult {
  return choice({
    name: 'provider',
    value: id,
    title: providerName(id),
    lines: [holdsText(page, id)],
    checked: page.answers.provider === id,
    // What was said about another provider is not true of this one.
    onChoose: () => page.answer({ provider: id, holdsToken: providers[id].holds === 'bearer-token' }),
  });
}

function holdsText(page: Pick<Page, 'answers' | 'language'>, id: ProviderId): string {
  switch (providers[id].holds) {
    case 'bearer-token':
      return l10n.t(
        'It is given a token, which is made here. A token made today ends on {0}.',
        endOfToken(page),
      );
    case 'client-credentials':
      return l10n.t('It holds Client ID and Client Secret, and gets its own tokens.');
    case 'either':
      return l10n.t('You say what it holds.');
  }
}

/** Only the person knows what a provider holds that is not known here. */
function whatItHolds(page: Pick<Page, 'answer' | 'answers' | 'language'>): TemplateResult | typeof nothing {
  const { provider, holdsToken } = page.answers;
  if (provider === undefined || providers[provider].holds !== 'either') return nothing;
  return html`<fieldset class="choices" id=${controlId('holdsToken')} tabindex="-1">
    <legend>${l10n.t('What it holds')}</legend>
    ${choice({
      name: 'holds-token',
      value: 'client',
      title: l10n.t('It holds ID and secret'),
      lines: [l10n.t('It gets its own tokens, so nothing has to be made anew.')],
      checked: !holdsToken,
      onChoose: () => page.answer({ holdsToken: false }),
    })}
    ${choice({
      name: 'holds-token',
      value: 'token',
      title: l10n.t('It holds a token'),
      lines: [l10n.t('One token, made here. A token made today ends on {0}.', endOfToken(page))],
      checked: holdsToken,
      onChoose: () => page.answer({ holdsToken: true }),
    })}
  </fieldset>`;
}

/** When a token ends that is made today with the duration in force, or else the longest. */
function endOfToken({ answers, language }: Pick<Page, 'answers' | 'language'>): string {
  const seconds = answers.holdsToken ? parseDuration(answers.duration) : undefined;
  const life =
    seconds === undefined || seconds > LONGEST_SCIM_DURATION_SECONDS
      ? LONGEST_SCIM_DURATION_SECONDS
      : seconds;
  const end = new Date(Date.now() + life * 1000);
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(end);
}

/** Where the SCIM config file goes, if anywhere (rule S6). Without signing in nothing is written. */
function scimFileQuestion(page: Page): TemplateResult | typeof nothing {
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

function target(
  page: Pick<Page, 'answer' | 'answers'>,
  scimTarget: ScimTarget,
  title: unknown,
  line: string,
): TemplateResult {
  return choice({
    name: 'scim-target',
    value: scimTarget.kind === 'file' ? scimTarget.uri : scimTarget.kind,
    title,
    lines: [line],
    checked: isChosen(page, scimTarget),
    onChoose: () => page.answer({ scimTarget }),
  });
}

function isChosen({ answers }: Pick<Page, 'answers'>, target: ScimTarget): boolean {
  const { scimTarget: chosen } = answers;
  if (chosen?.kind === 'file' && target.kind === 'file') return chosen.uri === target.uri;
  return chosen?.kind === target.kind;
}
