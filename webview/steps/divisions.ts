import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { SCIM_ROLE_NAME } from '../../src/core/clients/forScim.ts';
import type { DraftCode } from '../../src/core/findings/draftFindings.ts';
import type { Access, ScimRoleStanding } from '../../src/core/procedures/context.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { reading } from '../access/beingRead.ts';
import { divisionsOfChosen } from '../access/divisionPicker.ts';
import { namesThere, usersLeftOut } from '../access/namedAccess.ts';
import { roleUnclear } from '../connect/scimRole.ts';
import { choice } from '../controls.ts';
import { controlId, findingList, findingsId, jump } from '../findings.ts';
import { heading } from '../heading.ts';
import { withLink } from '../links.ts';
import type { Page } from '../page.ts';

type Held = Extract<ScimRoleStanding, { kind: 'held' }>;

/** Which role the client gets, which is hardly a choice, and in which divisions (rules S4, S5). */
export function divisions(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('divisions'),
    l10n.t('Choose every division whose users the identity provider synchronizes.'),
    'scim',
  )}
  ${divisionsIn(page)}`;
}

function divisionsIn(page: Page): TemplateResult {
  const { destination } = page.context;
  switch (destination.kind) {
    case 'undecided':
      return html`<p class="hint">${l10n.t('Once you are connected, the divisions of your organization stand here.')}</p>`;
    case 'admin-page':
      return html`<p class="reason">${scimRoleThere()}</p>
        ${namesThere(page, 'divisionNames', l10n.t('Divisions'), l10n.t('Their names as in Genesys Cloud, one per line. They stand among the values for the admin page. Leave it empty to choose them there.'))}`;
    case 'org':
      return ofOrg(page, destination.org.access);
  }
}

/** Nobody is signed in, so the role is picked where the client is made (rule S4). */
export function scimRoleThere(): string {
  return l10n.t(
    'The role is chosen on the admin page: {0} and no other, with every division that the identity provider looks after.',
    SCIM_ROLE_NAME,
  );
}

function ofOrg(page: Page, access: Access): TemplateResult {
  const standing = access.scimRole;
  switch (standing.kind) {
    case 'unclear':
      return html`${findingList(page, 'roles')} ${roleUnclear(page, access, reading(l10n.t('Reading roles…')))}`;
    case 'missing':
    case 'not-held':
    case 'altered':
      return html`<div class="note error">
        <b>${l10n.t('First the role:')}</b>
        ${page.findings
          .filter(({ place, code }) => place === 'org' && isAboutRole(code))
          .map((finding) => html`<p>${jump(page, finding)}</p>`)}
      </div>`;
    case 'held':
      return html`${role(page, standing)} ${findingList(page, 'roles')} ${where(page, access)}`;
  }
}

function isAboutRole(code: DraftCode): boolean {
  return code === 'scim-role-missing' || code === 'scim-role-not-held' || code === 'altered-role';
}

function role(page: Pick<Page, 'answer' | 'answers'>, { roles }: Held): TemplateResult {
  const [only] = roles;
  if (only !== undefined && roles.length === 1) {
    return html`<p class="reason">
      ${withLink(
        l10n.t(
          'The client gets the role {0} and no other, or Genesys Cloud makes its tokens end after one day.',
        ),
        html`<b>${only.name}</b>`,
      )}
    </p>`;
  }
  return html`<fieldset class="choices" aria-describedby="hint-role">
    <legend>${l10n.t('The only role of the client')}</legend>
    ${roles.map(({ id, name }) => candidate(page, id, name))}
    <p id="hint-role" class="hint">
      ${l10n.t('These allow exactly the same. With any other, Genesys Cloud makes tokens end after one day.')}
    </p>
  </fieldset>`;
}

function candidate(page: Pick<Page, 'answer' | 'answers'>, roleId: string, name: string): TemplateResult {
  const [chosen] = page.answers.roles;
  return choice({
    name: 'scim-role',
    value: roleId,
    title: name,
    checked: chosen?.roleId === roleId,
    onChoose: () => page.answer({ roles: [{ roleId, divisionIds: chosen?.divisionIds ?? [] }] }),
  });
}

function where(page: Page, access: Access): TemplateResult | typeof nothing {
  const [chosen] = page.answers.roles;
  if (chosen === undefined) return nothing;
  return html`<fieldset class="chosen" id=${controlId('roles')} tabindex="-1" aria-describedby=${findingsId('roles')}>
    <legend class="visually-hidden">${stepTitle('divisions')}</legend>
    ${usersLeftOut(page)} ${divisionsOfChosen(page, chosen, access)}
  </fieldset>`;
}
