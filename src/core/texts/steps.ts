import * as l10n from '@vscode/l10n';
import type { GrantType } from '../platform/oauthClients.ts';
import type { Draft, ProcedureId } from '../procedures/draft.ts';
import type { StepId } from '../procedures/step.ts';
import { clientName } from './clientName.ts';

/** The name of a page, as in the step list. */
export function stepTitle(step: StepId): string {
  switch (step) {
    case 'connect':
      return l10n.t('Connect');
    case 'details':
      return l10n.t('Client details');
    case 'grant-type':
      return l10n.t('Grant type');
    case 'identity-provider':
      return l10n.t('Identity provider');
    case 'roles':
      return l10n.t('Roles');
    case 'divisions':
      return l10n.t('Role and divisions');
    case 'redirect-uris':
      return l10n.t('Redirect URIs');
    case 'scopes':
      return l10n.t('Scopes');
    case 'framework-file':
      return 'framework.js';
    case 'admin-page':
      return l10n.t('Create it yourself');
    case 'review':
      return l10n.t('Review and save');
  }
}

/** The name of a procedure, as the title of its wizard. */
export function procedureTitle(procedure: ProcedureId): string {
  switch (procedure) {
    case 'general':
      return l10n.t('Client for an application');
    case 'scim':
      return l10n.t('SCIM client');
    case 'embeddable':
      return l10n.t('Embeddable Framework client');
    case 'edit':
      return l10n.t('Change of a client');
  }
}

/** What the wizard is at, as its title: of a client that is changed, which one. */
export function wizardTitle(procedure: ProcedureId, { edits }: Pick<Draft, 'edits'>): string {
  return edits === undefined ? procedureTitle(procedure) : l10n.t('Edit {0}', clientName(edits.record));
}

/** The name of a grant type, as on Genesys Cloud's admin page. */
export function grantTypeName(grantType: GrantType): string {
  switch (grantType) {
    case 'CODE':
      return l10n.t('Code Authorization / PKCE');
    case 'TOKEN':
      return l10n.t('Implicit Grant (Browser)');
    case 'CLIENT-CREDENTIALS':
      return l10n.t('Client Credentials');
    case 'SAML2-BEARER':
      return l10n.t('SAML2 Bearer');
  }
}
