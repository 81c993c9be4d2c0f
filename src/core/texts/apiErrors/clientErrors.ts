import * as l10n from '@vscode/l10n';
import type { AdviceByCode } from '../advice.ts';

/** What makes an org refuse a client, or its deletion (Genesys facts 1.5). */
export const clientErrors = {
  'auth.invalid.scope': () => ({
    why: l10n.t('The organization does not know one of the scopes.'),
    next: l10n.t('Go to Scopes and leave only scopes from the list.'),
  }),
  'auth.too.many.clients': () => ({
    why: l10n.t('The organization has as many OAuth clients as it may have.'),
    next: l10n.t('Delete a client that nobody uses, then try again.'),
  }),
  'bad.client.role': () => ({
    why: l10n.t('You do not hold one of the roles of the client, or it is no longer in the organization.'),
    next: l10n.t('Refresh, and leave only roles that you hold.'),
  }),
  'bad.client.state': () => ({
    why: l10n.t('The state of the client does not allow this: somebody has disabled it, perhaps.'),
    next: l10n.t('Look at the client on its admin page.'),
  }),
  'bad.grant.type': () => ({
    why: l10n.t('The organization refuses this grant type.'),
    next: l10n.t('Keep everything else and use Code Authorization / PKCE.'),
  }),
  'cannot.delete.client': () => ({
    why: l10n.t('The client is still active, and only one that is not can be deleted.'),
    next: l10n.t('Make it inactive on its admin page, then try again.'),
  }),
  'client.not.found': () => ({
    why: l10n.t(
      'The organization does not know this client: somebody deleted it, or it is in another organization.',
    ),
    next: l10n.t('Look at the list of OAuth clients in Genesys Cloud.'),
  }),
  'grant.type.required': () => ({
    why: l10n.t('The organization did not see a grant type in the request.'),
    next: l10n.t('Go to Grant type and choose one, then save again.'),
  }),
  'missing.client.roles': () => ({
    why: l10n.t('A client with Client Credentials needs at least one role in one division.'),
    next: l10n.t('Choose a role and its divisions, then save again.'),
  }),
  'missing.client.scope': () => ({
    why: l10n.t('The organization wants at least one scope.'),
    next: l10n.t('Go to Scopes and choose what the client may do.'),
  }),
} as const satisfies AdviceByCode;
