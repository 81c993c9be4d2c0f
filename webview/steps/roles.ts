import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type Access, orgOf } from '../../src/core/procedures/context.ts';
import type { ChosenRole } from '../../src/core/procedures/draft.ts';
import { roleName } from '../../src/core/procedures/namedAccess.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import type { NeedsFound } from '../../src/core/wizard/needs/shown.ts';
import { readAgain, reading, unreadable } from '../access/beingRead.ts';
import { divisionsOfChosen } from '../access/divisionPicker.ts';
import { namesThere } from '../access/namedAccess.ts';
import { newRole, newRoleOffer } from '../access/newRole.ts';
import { roleList, roleOffer } from '../access/roleList.ts';
import { findingList } from '../findings.ts';
import { heading } from '../heading.ts';
import { neededRoles } from '../needs/neededRoles.ts';
import { whatItCalls } from '../needs/whatItCalls.ts';
import type { Page } from '../page.ts';

/** What a client of client credentials may do, and where (rules G12, G13). */
export function roles(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('roles'),
    l10n.t('What the client may do, and in which divisions. Choose the fewest that it needs.'),
    'roles',
  )}
  ${whatItCalls(page, 'client', (found) => rolesNeeded(page, found))} ${newRole(page)} ${rolesIn(page)}
  <p class="hint reminder">
    ${l10n.t('Is it for a partner or another third party? Ask them which roles and divisions they need.')}
  </p>`;
}

/** Roles can be chosen here only where they are an org's. */
function rolesNeeded(page: Page, found: NeedsFound): TemplateResult | typeof nothing {
  const org = orgOf(page.context);
  if (org === undefined) return nothing;
  return html`${neededRoles(page, found, org.access)} ${newRoleOffer(page, found, org.access)}`;
}

function rolesIn(page: Page): TemplateResult {
  const { destination } = page.context;
  switch (destination.kind) {
    case 'undecided':
      return html`${findingList(page, 'roles')}
        <p class="hint">${l10n.t('Once you are connected, the roles of your organization stand here.')}</p>`;
    case 'admin-page':
      return html`<p class="reason">${rolesThere()}</p>
        ${namesThere(page, 'roleNames', l10n.t('Roles'), l10n.t('Their names as in Genesys Cloud, one per line. They stand among the values for the admin page. Leave it empty to choose them there.'))}
        ${namesThere(page, 'divisionNames', l10n.t('Divisions'), l10n.t('One per line. Without any, it is the Home division, and the client sees nothing that belongs to another. Where each role has its own, write them behind the role.'))}`;
    case 'org':
      return html`${findingList(page, 'roles')} ${choice(page, destination.org.access)}`;
  }
}

/** Nobody is signed in, so the roles are picked where the client is made. */
export function rolesThere(): string {
  return l10n.t(
    'Roles are chosen on the admin page: the fewest that the application needs, each with its divisions. It offers only roles that you hold.',
  );
}

function choice(page: Page, access: Access): TemplateResult {
  const offer = roleOffer(access);
  switch (offer.kind) {
    case 'loading':
      return reading(l10n.t('Reading roles…'));
    case 'unreadable':
      return unreadable(page, l10n.t('The roles could not be read.'), offer.error);
    case 'known':
      return html`${offer.knowsHeld ? nothing : heldUnknown(page)} ${roleList(page, access, offer.total)}
        ${chosenRoles(page, access)}`;
  }
}

function heldUnknown(page: Pick<Page, 'send'>): TemplateResult {
  return html`<div class="note">
    <b>${l10n.t('Which roles you hold could not be read.')}</b>
    <p>${l10n.t('Only roles that you hold can be given; the organization says so when you save.')}</p>
    <p class="actions">${readAgain(page)}</p>
  </div>`;
}

/** What Home alone means is said once, at the first role that it is true of. */
function chosenRoles(page: Page, access: Access): TemplateResult[] {
  const { roles: chosen } = page.answers;
  const inHome = chosen.find((each) => isInHomeOnly(each, access));
  return chosen.map((each) => chosenRole(page, each, access, each === inHome));
}

/** Where there is no other division, Home is all there is. */
function isInHomeOnly({ divisionIds }: ChosenRole, { divisions }: Access): boolean {
  if (divisions.kind !== 'known' || divisions.value.total === 1 || divisionIds.length === 0) return false;
  const homes = divisions.value.entries.filter(({ isHome }) => isHome).map(({ id }) => id);
  return divisionIds.every((id) => homes.includes(id));
}

function chosenRole(page: Page, chosen: ChosenRole, access: Access, tellsOfHome: boolean): TemplateResult {
  const name = roleName(chosen.roleId, access);
  const remove = () => page.answer({ roles: page.answers.roles.filter((other) => other !== chosen) });
  return html`<fieldset class="chosen" aria-describedby=${tellsOfHome ? 'hint-home' : nothing}>
    <legend>
      ${l10n.t('Divisions for {0}', name)}
    </legend>
    <button class="link off" @click=${remove}>
      ${l10n.t('Remove')}<span class="visually-hidden"> ${name}</span>
    </button>
    ${divisionsOfChosen(page, chosen, access)}
    ${
      tellsOfHome
        ? html`<p id="hint-home" class="hint">
            ${l10n.t('In the Home division only, this role shows the client nothing that belongs to another division, such as its users, queues and conversations: an export of these stays empty.')}
          </p>`
        : nothing
    }
  </fieldset>`;
}
