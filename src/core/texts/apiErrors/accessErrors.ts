import * as l10n from '@vscode/l10n';
import type { AdviceByCode } from '../advice.ts';

/** Who may not do something, and for want of what (Genesys facts 1.5 and 2). */
export const accessErrors = {
  'authentication.required': () => ({
    why: l10n.t('The request arrived without your sign-in: a proxy removed it, perhaps.'),
    next: l10n.t('Sign in again. If that does not help, look at the proxy settings.'),
  }),
  'bad.credentials': () => ({
    why: l10n.t('Your sign-in has ended.'),
    next: l10n.t('Sign in again. Your answers are still here.'),
  }),
  'ip.not.authorized': () => ({
    why: l10n.t(
      'The organization accepts requests from certain IP addresses only, and yours is not one of them.',
    ),
    next: l10n.t(
      "Try again from your company's network or VPN, or ask an administrator to allow the address named in the details.",
    ),
  }),
  'app.not.authorized.for.scope': () => ({
    why: l10n.t('The client that you signed in with lacks a scope for this.'),
    next: l10n.t(
      'Ask an administrator to add the scope named in the details to that client, then sign in again.',
    ),
  }),
  'authz.policy.denied': () => ({
    why: l10n.t('A security policy of the organization forbids this, whatever roles you hold.'),
    next: l10n.t('Ask an administrator about the policy named in the details.'),
  }),
  'missing.any.division.permissions': () => ({
    why: l10n.t('In the divisions concerned, you hold none of the permissions that allow this.'),
    next: l10n.t(
      'Ask an administrator for one of the permissions named in the details, in one of the divisions named there.',
    ),
  }),
  'missing.any.permissions': () => ({
    why: l10n.t('You hold none of the permissions that allow this.'),
    next: l10n.t(
      'Ask an administrator for one of the permissions named in the details, or sign in as somebody else.',
    ),
  }),
  'missing.division.permission': () => ({
    why: l10n.t('You lack a permission in one of the divisions.'),
    next: l10n.t(
      'Leave that division out, or ask an administrator for the permission named in the details there.',
    ),
  }),
  'missing.division.permission.implied': () => ({
    why: l10n.t('The role brings permissions that you may not give to others in one of the divisions.'),
    next: l10n.t('Ask an administrator of that division to grant the role.'),
  }),
  'missing.division.permissions': () => ({
    why: l10n.t('You may not grant roles in one of the divisions.'),
    next: l10n.t('Ask an administrator who may grant roles in every division to do it.'),
  }),
  'missing.permissions': () => ({
    why: l10n.t('You lack a permission for this.'),
    next: l10n.t(
      'Ask an administrator for the permission named in the details, or sign in as somebody else.',
    ),
  }),
  'not.authorized': () => ({
    why: l10n.t('The organization does not allow you to do this, and does not say what is missing.'),
    next: l10n.t('Ask an administrator to look at your roles, or sign in as somebody else.'),
  }),
  'not.a.user': () => ({
    why: l10n.t('This works only for a person, and you are signed in with Client Credentials.'),
    next: l10n.t('Sign in with the browser instead.'),
  }),
} as const satisfies AdviceByCode;

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
