import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { implicitGrantMayBeRefused, implicitGrantWithdrawal } from '../../src/core/clients/frameworkNeeds.ts';
import type { GrantType } from '../../src/core/platform/oauthClients.ts';
import { monthText } from '../../src/core/texts/duration.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';
import { grantTypeName, stepTitle } from '../../src/core/texts/steps.ts';
import type { Topic } from '../../src/core/wizard/messages.ts';
import { choice } from '../controls.ts';
import { controlId, findingList, findingsId } from '../findings.ts';
import { heading } from '../heading.ts';
import { topicLink } from '../links.ts';
import type { Page } from '../page.ts';
import { unbroken } from '../unbroken.ts';

/** How the client gets its access token, and which of the ways lasts (rules G6 to G11, E3). */
export function grantType(page: Page): TemplateResult {
  const isEmbedded = page.procedure === 'embeddable';
  return html`${heading(
    page,
    stepTitle('grant-type'),
    isEmbedded
      ? l10n.t('How the embedded client gets its access token.')
      : l10n.t('How the application gets its access token: for itself, or for a person who logs in.'),
    'grant-types',
  )}
  <fieldset class="choices" id=${controlId('grantType')} tabindex="-1" aria-describedby=${findingsId('grantType')}>
    <legend class="visually-hidden">${stepTitle('grant-type')}</legend>
    ${grantTypeChoices(page).map((each) => grantTypeChoice(page, each))}
  </fieldset>
  ${findingList(page, 'grantType')} ${moreAbout(page)}
  ${
    isEmbedded
      ? html`<p class="hint">
          ${l10n.t(
            'Client Credentials and SAML2 Bearer do not apply here: the embedded client acts for the agent who is signed in.',
          )}
        </p>`
      : nothing
  }`;
}

/** G7, G10: what else to read before one chooses this. */
function moreAbout(page: Pick<Page, 'answers' | 'send'>): TemplateResult | typeof nothing {
  const link = (topic: Topic, label: string) => html`<p>${topicLink(page, topic, label)}</p>`;
  switch (page.answers.grantType) {
    case 'CLIENT-CREDENTIALS':
      return link('salesforce-permissions', l10n.t('Permissions that Genesys Cloud for Salesforce needs'));
    case 'SAML2-BEARER':
      return link('single-sign-on', l10n.t('About single sign-on'));
    case 'CODE':
    case 'TOKEN':
      return nothing;
  }
}

function grantTypeChoice(
  page: Pick<Page, 'answer' | 'answers'>,
  { grant, tag, lines }: GrantTypeChoice,
): TemplateResult {
  const name = grantTypeName(grant);
  return choice({
    name: 'grant-type',
    value: grant,
    title: tag === undefined ? name : html`${name} <span class="tag ${tag.look}">${tag.text}</span>`,
    lines,
    checked: page.answers.grantType === grant,
    onChoose: () => page.answer({ grantType: grant }),
  });
}

/** A grant type as it is offered: what it is for, how safe it is, and when not to use it. */
type GrantTypeChoice = {
  grant: GrantType;
  tag?: { text: string; look: 'plain' | 'warning' };
  lines: readonly string[];
};

/** The grant types that a procedure offers, the safest first (rules G6 to G11, E3); PASSWORD is none of them. */
function grantTypeChoices(page: Pick<Page, 'context' | 'language' | 'procedure'>): GrantTypeChoice[] {
  return page.procedure === 'embeddable'
    ? embedded(page)
    : [code(), clientCredentials(), saml2(), implicit(page)];
}

function embedded(page: Pick<Page, 'context' | 'language'>): GrantTypeChoice[] {
  const published = l10n.t('The token comes back in the address. This is what the published procedure says.');
  return [
    {
      grant: 'CODE',
      lines: [
        l10n.t(
          'The browser proves itself with a key that it uses once; there is no secret in the page. One client works in every region.',
        ),
        l10n.t(
          'In the words of OAuth it is a public client: whatever a page in the browser holds, anybody can read.',
        ),
      ],
    },
    { grant: 'TOKEN', tag: withdrawn(), lines: [inOneText([published, ...withdrawal(page)])] },
  ];
}

function code(): GrantTypeChoice {
  return {
    grant: 'CODE',
    tag: { text: l10n.t('safest'), look: 'plain' },
    lines: [
      l10n.t(
        'For people who log in: web sites with a server, desktop apps, and pages in the browser with PKCE.',
      ),
      l10n.t('Safest: the login takes two steps, and the token never stands in an address.'),
      l10n.t(
        'A public client, such as a page in the browser or a desktop app, cannot keep a secret: it logs in with PKCE and without the Client Secret. A confidential client, such as a web site with a server, keeps the Client Secret there.',
      ),
      l10n.t('Not for a service that nobody logs in to. One client serves every region.'),
    ],
  };
}

function clientCredentials(): GrantTypeChoice {
  return {
    grant: 'CLIENT-CREDENTIALS',
    lines: [
      l10n.t('For applications without a person: a service, a scheduled job. Its roles say what it may do.'),
      l10n.t('Safe as long as the Client Secret stays on a server.'),
      l10n.t(
        'Not for calls about the person who is signed in, such as GET /api/v2/users/me. For Salesforce, see the permissions that its integration lists.',
      ),
    ],
  };
}

function saml2(): GrantTypeChoice {
  return {
    grant: 'SAML2-BEARER',
    lines: [
      l10n.t(
        'For applications whose people have signed in at your identity provider: exchanges a SAML2 assertion for a token.',
      ),
      l10n.t('As safe as the single sign-on behind it.'),
      l10n.t('Not without single sign-on: set that up for the organization first.'),
    ],
  };
}

function implicit(page: Pick<Page, 'context' | 'language'>): GrantTypeChoice {
  return {
    grant: 'TOKEN',
    tag: withdrawn(),
    lines: [
      l10n.t('For pages in the browser that were built before PKCE. One client serves every region.'),
      l10n.t('Less safe: the login takes one step, and the token comes back in the address.'),
      inOneText([l10n.t('Not for anything new.'), ...withdrawal(page)]),
    ],
  };
}

function withdrawn(): NonNullable<GrantTypeChoice['tag']> {
  return { text: l10n.t('being withdrawn'), look: 'warning' };
}

/** G9: the sources give different months, so both are said. */
function withdrawal({ language, context }: Pick<Page, 'context' | 'language'>): string[] {
  const month = (which: 'noNewClientsFrom' | 'existingClientsEnd', pick: 0 | 1) =>
    unbroken(monthText(implicitGrantWithdrawal[pick][which], language));
  const announced = l10n.t(
    'Genesys announced its end: no new clients since {0} or {1}, existing ones stop in {2} or {3}; the sources differ.',
    month('noNewClientsFrom', 0),
    month('noNewClientsFrom', 1),
    month('existingClientsEnd', 0),
    month('existingClientsEnd', 1),
  );
  const stillAllowed = l10n.t('Your organization may still allow it.');
  return [announced, ...(implicitGrantMayBeRefused(context.today) ? [stillAllowed] : [])];
}
