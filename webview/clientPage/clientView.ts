import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { latest } from '../../src/core/clientPage/asked.ts';
import type { NamedRole } from '../../src/core/clientPage/messages.ts';
import { concernsOf } from '../../src/core/clients/concerns.ts';
import { deletedHereAt } from '../../src/core/clients/history.ts';
import { dayOfDeletion, holdsSecret } from '../../src/core/clients/usable.ts';
import { leftAfterDeletion } from '../../src/core/texts/afterDeletion.ts';
import { actionLabel } from '../../src/core/texts/clientActions.ts';
import { agoText, clientGrantText, clientStateName } from '../../src/core/texts/clientFields.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import { dayText, durationText, numberText } from '../../src/core/texts/duration.ts';
import { signedInWithText } from '../../src/core/texts/ownClient.ts';
import { practiceClientText } from '../../src/core/texts/practiceOrg.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { providerText } from '../../src/core/texts/scim.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { holdsToken } from '../../src/core/watch/endings.ts';
import { reckoningAt, SOON_DAYS } from '../../src/core/watch/standing.ts';
import { button } from '../controls.ts';
import { copyWords } from '../copyButton.ts';
import { actionsView } from './actions.ts';
import { attention } from './attention.ts';
import { historyView } from './history.ts';
import { notReadAgain, notReadNow } from './notRead.ts';
import type { ClientPage } from './page.ts';
import { rightsView } from './rights.ts';
import { signInButton } from './soughtView.ts';
import { useView } from './use.ts';

/** The page of a client: what needs attention first, then what can be done with it, what it is, how it is used and what it may do. */
export function clientView(page: ClientPage): TemplateResult {
  const { client, org, standing } = page.state;
  const { time = { soonDays: SOON_DAYS.usual, aheadSeconds: 0 } } = page.state;
  const reckoning = reckoningAt(page.now, time);
  const concerns = concernsOf(client, page.state.mentions, reckoning, page.state.written);
  return html`<main class="client">
    <header>
      <div>
        <h1>${clientName(client)}</h1>
        <p class="muted">${org.name} · ${placeOf(org.region)}</p>
      </div>
    </header>
    ${standing === 'there' ? nothing : html`<p class="note" data-live="status">${pastText(page, standing)}</p>`}
    ${standing === 'signed-out' ? html`<p class="actions">${signInButton(page)}</p>` : nothing} ${notReadAgain(page)}
    ${org.practice ? html`<p class="note">${practiceClientText()}</p>` : nothing} ${leftToDo(page)}
    ${standing === 'there' ? html`${signedInWith(page)} ${rightsView(page)} ${attention(page, concerns, reckoning.now)} ${actionsView(page)}` : nothing} ${facts(page)} ${useView(page)}
    ${historyView(page)}
    ${list(l10n.t('Authorized Redirect URIs'), client.registeredRedirectUri ?? [], page.language)}
    ${list(l10n.t('Scopes'), client.scope ?? [], page.language)} ${roles(page)} ${mentions(page)}
  </main>`;
}

function signedInWith({
  state: { signedInWith: account, org },
}: ClientPage): TemplateResult | typeof nothing {
  if (account === undefined) return nothing;
  return html`<p class="note">${signedInWithText(account, org.name)}</p>`;
}

/** Why what is shown may be of the past. */
function pastText({ state: { history }, language }: ClientPage, standing: 'gone' | 'signed-out'): string {
  const deletedAt = deletedHereAt(history);
  switch (standing) {
    case 'gone':
      if (deletedAt !== undefined)
        return l10n.t(
          'You deleted this client here on {0}. What you see is what it was.',
          dayText(deletedAt, language),
        );
      return l10n.t('This client is not in the organization any more. What you see is what it was.');
    case 'signed-out':
      return l10n.t('You are not signed in to this organization any more. What you see is what it was.');
  }
}

/** Of a client that is gone: what else used it, and is to be put right by hand. */
function leftToDo({ state: { mentions, standing } }: ClientPage): TemplateResult | typeof nothing {
  const left = standing === 'gone' ? leftAfterDeletion(mentions) : [];
  if (left.length === 0) return nothing;
  return html`<h2>${l10n.t('What is left to do')}</h2>
    <ul class="plain left">
      ${left.map((each) => html`<li>${each}</li>`)}
    </ul>`;
}

function facts(page: ClientPage): TemplateResult {
  const { client, readAt, standing } = page.state;
  const { language, now, send, copied } = page;
  const { accessTokenValiditySeconds: seconds, dateCreated, description } = client;
  const deletedOn = dayOfDeletion(client);
  const copy = button({
    id: 'copy-id',
    ...copyWords(copied === 'client-id'),
    name: copied === 'client-id' ? l10n.t('Client ID copied') : l10n.t('Copy {0}', l10n.t('Client ID')),
    onClick: () => send({ type: 'act', action: 'copy-id' }),
  });
  const refresh = html`<button class="link" @click=${() => send({ type: 'refresh' })}>${l10n.t('Refresh')}</button>`;
  return html`<dl class="facts">
    <dt>${l10n.t('Client ID')}</dt>
    <dd><code>${client.id}</code> ${copy}</dd>
    ${fact(l10n.t('Description'), description)} ${fact(l10n.t('State'), standing === 'gone' ? l10n.t('Deleted') : clientStateName(client.state))}
    ${deletedOn === undefined ? nothing : fact(l10n.t('To be deleted'), dayText(deletedOn, language))}
    ${fact(l10n.t('Grant Type'), clientGrantText(client, language))}
    ${seconds === undefined ? nothing : fact(l10n.t('Token Duration'), `${durationText(seconds)} · ${l10n.t('{0} seconds', numberText(seconds, language))}`)}
    ${secretFact(page)} ${tokenFacts(page)}
    ${dateCreated === undefined ? nothing : fact(l10n.t('Created'), dayText(dateCreated, language))}
    <dt>${l10n.t('Read')}</dt>
    <dd>${agoText(Date.parse(readAt), now.getTime(), language)} ${refresh}</dd>
  </dl>`;
}

/** Of a client that is not there any more, no secret opens anything. */
function secretFact(page: ClientPage): TemplateResult | typeof nothing {
  const { client, keepsSecret, standing } = page.state;
  if (standing === 'gone' || !holdsSecret(client)) return nothing;
  if (!keepsSecret) return fact(l10n.t('Client Secret'), l10n.t('not kept on this computer'));
  const isCopied = page.copied === 'client-secret';
  return html`<dt>${l10n.t('Client Secret')}</dt>
    <dd>
      ${l10n.t("kept in VS Code's secret storage")}
      ${button({
        id: 'copy-secret',
        label: isCopied ? l10n.t('Copied') : l10n.t('Copy'),
        name: isCopied ? l10n.t('Client Secret copied') : l10n.t('Copy {0}', l10n.t('Client Secret')),
        onClick: () => page.send({ type: 'copy-secret' }),
      })}
    </dd>`;
}

/** When the tokens end that identity providers hold, as the workspace's files say (rule S6). */
function tokenFacts(page: ClientPage): readonly TemplateResult[] {
  const { mentions, standing } = page.state;
  const tokens = mentions.flatMap((each) => (each.kind === 'scim' && holdsToken(each) ? [each] : []));
  return tokens.map(({ provider = '', tokenEndsAt }, index) => {
    const make = button({
      ...(index === 0 && { id: 'make-token' }),
      label: actionLabel('make-token'),
      onClick: () => page.send({ type: 'act', action: 'make-token' }),
    });
    return html`<dt>${l10n.t('Token of {0}', providerText(provider))}</dt>
      <dd>${tokenEndText(page, tokenEndsAt)} ${standing === 'there' ? make : nothing}</dd>`;
  });
}

function tokenEndText({ now, language }: ClientPage, endsAt: string | undefined): string {
  if (endsAt === undefined) return l10n.t('when it ends is not known');
  const day = dayText(endsAt, language);
  return Date.parse(endsAt) <= now.getTime() ? l10n.t('ended {0}', day) : l10n.t('ends {0}', day);
}

function fact(label: string, value: string | null | undefined): TemplateResult | typeof nothing {
  return value == null || value === ''
    ? nothing
    : html`<dt>${label}</dt>
        <dd>${value}</dd>`;
}

function list(title: string, entries: readonly string[], language: string): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  return html`<h2>${title} <span class="muted">${numberText(entries.length, language)}</span></h2>
    <ul class="plain">
      ${entries.map((entry) => html`<li><code>${entry}</code></li>`)}
    </ul>`;
}

function roles(page: ClientPage): TemplateResult | typeof nothing {
  const { roles } = page.state;
  if (roles.kind === 'known' && roles.value.length === 0) return nothing;
  return html`<h2>${l10n.t('Roles')}</h2>
    ${rolesStanding(page)} ${rolesList(latest(roles) ?? [])}`;
}

function rolesStanding(page: ClientPage): TemplateResult | typeof nothing {
  const { roles } = page.state;
  switch (roles.kind) {
    case 'reading':
      return html`<p data-live="status">${l10n.t('Reading the roles…')}</p>`;
    case 'untold':
      return html`<p>${l10n.t('The organization does not tell the names of the roles. You may lack the permission to view roles.')}</p>`;
    case 'failed':
      return notReadNow(page, 'roles', l10n.t('The names of the roles could not be read.'), roles.error);
    case 'known':
      return nothing;
  }
}

function rolesList(roles: readonly NamedRole[]): TemplateResult {
  return html`<ul class="plain">
    ${roles.map(
      ({ name, divisions, held }) =>
        html`<li>
          ${name}
          ${held === false ? html`<span class="muted">${l10n.t('(you do not hold it)')}</span>` : nothing}
          <span class="muted">${divisions === 'all' ? l10n.t('in all divisions') : listed(divisions)}</span>
        </li>`,
    )}
  </ul>`;
}

function mentions({ state, send }: ClientPage): TemplateResult | typeof nothing {
  if (state.mentions.length === 0) return nothing;
  return html`<h2>${l10n.t('Where this workspace names it')}</h2>
    <ul class="plain">
      ${state.mentions.map(
        ({ uri, path, line }) => html`<li>
          <button class="link code" @click=${() => send({ type: 'open-mention', uri, line })}>${path}:${line}</button>
        </li>`,
      )}
    </ul>`;
}
