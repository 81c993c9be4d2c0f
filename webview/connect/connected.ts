import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Org } from '../../src/core/procedures/context.ts';
import { draftFindingText } from '../../src/core/procedures/draftFinding.ts';
import { mayAdopt } from '../../src/core/procedures/startFrom/adopt.ts';
import type { Way } from '../../src/core/signIn/ways.ts';
import { practiceGuideTitle } from '../../src/core/texts/practiceOrg.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { button } from '../controls.ts';
import { controlId, findingLine } from '../findings.ts';
import { hipaaNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { callerFacts, regionFact, tokenFact } from './facts.ts';
import { scimRole, scimRoleFact } from './scimRole.ts';
import { openedWays, waysFor, waysToggle } from './ways.ts';

/** Who is signed in to which org, what that allows, and for how long (rules G1, G5, S1). */
export function connected(page: Page, org: Org): TemplateResult {
  return html`<p class="visually-hidden" data-live="status">${l10n.t('Connected to {0}.', org.name)}</p>
    <dl class="facts">
      <dt>${l10n.t('Organization')}</dt>
      <dd>${org.name}${org.practice ? html` <span class="tag">${l10n.t('practice')}</span>` : nothing}</dd>
      ${regionFact(org.region)} ${callerFacts(page, org.caller)} ${scimRoleFact(page, org)}
      ${tokenFact(org.tokenEndsAt, page.language)}
    </dl>
    ${permissionFinding(page)} ${cannotEdit(page)} ${scimRole(page, org)} ${warnings(page)} ${org.hipaa === true ? hipaaNote() : nothing}
    ${page.outlastsWindow ? nothing : windowNote()}
    <p class="actions">
      ${waysToggle(page, l10n.t('Use another account'), controlId('org'))}
      ${button({ label: l10n.t('Sign out'), onClick: () => page.send({ type: 'disconnect' }) })}
      ${button({ label: l10n.t('Refresh'), onClick: () => page.send({ type: 'refresh' }) })}
      ${org.practice ? otherTools(page, org.region) : nothing}
    </p>
    ${openedWays(
      page,
      waysFor(page).filter((way) => !isSignedInTo(way, org)),
    )}`;
}

function otherTools(page: Pick<Page, 'send'>, region: string): TemplateResult {
  return button({
    label: practiceGuideTitle(),
    onClick: () => page.send({ type: 'show-practice-guide', region }),
  });
}

/** There is one session for each org and region. */
function isSignedInTo(way: Way, { name, region, practice }: Org): boolean {
  if (way.kind !== 'signed-in') return false;
  const { session } = way;
  return session.orgName === name && session.region === region && session.practice === practice;
}

/** G1 is said at once, before anything is filled in, with the way that needs no permission here. */
function permissionFinding(page: Page): TemplateResult | typeof nothing {
  const finding = page.findings.find(({ code }) => code === 'permission-missing');
  if (finding === undefined) return nothing;
  return html`<div class="note error" data-live="alert">
    <b>${l10n.t('You cannot create the client with this account.')}</b>
    <p>${draftFindingText(finding, page.language)}</p>
    <p>${l10n.t('You can also prepare the values here without signing in, and hand them to somebody who may create it.')}</p>
    <p class="actions">
      ${button({ label: l10n.t('Go on without signing in'), onClick: () => page.send({ type: 'connect', way: 'admin-page' }) })}
      ${useExisting(page)}
    </p>
  </div>`;
}

/** The same of a client that exists: what stands in the way of changing it here. */
function cannotEdit(
  page: Pick<Page, 'findings' | 'language' | 'procedure'>,
): TemplateResult | typeof nothing {
  const finding = page.findings.find(({ place, severity }) => place === 'org' && severity === 'error');
  if (page.procedure !== 'edit' || finding === undefined) return nothing;
  return html`<div class="note error" data-live="alert">
    <b>${l10n.t('You cannot change the client with this account.')}</b>
    <p>${draftFindingText(finding, page.language)}</p>
  </div>`;
}

/** Nothing is added when a client that is there already is used. */
function useExisting(page: Pick<Page, 'look' | 'procedure' | 'send'>): TemplateResult | typeof nothing {
  if (!mayAdopt(page.procedure)) return nothing;
  const choose = () => {
    page.send({ type: 'go', step: 'details' });
    page.look({ startsFrom: 'use' });
  };
  return button({ label: l10n.t('Use an existing client'), onClick: choose });
}

function warnings(page: Page): TemplateResult {
  const shown = page.findings.filter(({ place, severity }) => place === 'org' && severity !== 'error');
  return html`<div class="findings">${shown.map((warning) => findingLine(page, warning))}</div>`;
}

function windowNote(): TemplateResult {
  return html`<div class="note">
    <b>${l10n.t('This sign-in ends with this window.')}</b>
    <p>${l10n.t('The keyring of this computer refused to keep it. To stay signed in, unlock the keyring, then sign in again.')}</p>
  </div>`;
}

/** The person makes the client on the admin page of the region with this domain, so nobody needs to sign in. */
export function withoutSignIn(
  page: Pick<Page, 'look' | 'looks' | 'send' | 'ways'>,
  region: string,
): TemplateResult {
  return html`<dl class="facts">
      ${regionFact(region)}
      <dt>${l10n.t('Signed in as')}</dt>
      <dd>${l10n.t('nobody')}</dd>
    </dl>
    <p class="reason">
      ${l10n.t('You create the client yourself on the admin page of {0}. Nothing is sent from here.', placeOf(region))}
    </p>
    <p class="actions">
      ${button({
        id: controlId('org'),
        label: l10n.t('Choose another region'),
        onClick: () => page.send({ type: 'connect', way: 'admin-page' }),
      })}
      ${waysToggle(page, l10n.t('Sign in instead'))}
    </p>
    ${openedWays(
      page,
      page.ways.filter(({ kind }) => kind !== 'admin-page'),
    )}`;
}
