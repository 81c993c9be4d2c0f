import * as l10n from '@vscode/l10n';
import type { AdviceByCode } from '../advice.ts';

/** What keeps roles from being read or granted (Genesys facts 2). */
export const roleErrors = {
  'general.bad.request': () => ({
    why: l10n.t('The organization cannot grant this role in this way: it was deleted or changed, perhaps.'),
    next: l10n.t('Refresh, then try again.'),
  }),
  'general.resource.not.found': () => ({
    why: l10n.t('You are not an active user of this organization, or no longer.'),
    next: l10n.t('Sign in again as somebody who is.'),
  }),
  'general.internal.server.error': () => ({
    why: l10n.t('The part of Genesys Cloud that knows the roles has a problem.'),
    next: l10n.t('Try again in some minutes. Until then, roles can be looked at on the admin pages.'),
  }),
  'invalid.subject.type': () => ({
    why: l10n.t('The organization cannot grant roles to this kind of account.'),
    next: l10n.t('Ask an administrator to grant the role in Genesys Cloud.'),
  }),
  'max.role.assignments.exceeded': () => ({
    why: l10n.t('You hold as many roles as one person may hold.'),
    next: l10n.t('Ask an administrator to take a role from you that you do not need, then try again.'),
  }),
  'max.role.ids': () => ({
    why: l10n.t('More roles were asked for at once than Genesys Cloud answers.'),
    next: l10n.t('Choose fewer roles, then try again.'),
  }),
} as const satisfies AdviceByCode;
