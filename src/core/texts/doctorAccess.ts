import * as l10n from '@vscode/l10n';
import type { Cause } from '../doctor/cause.ts';
import type { CauseWords } from './doctorCause.ts';

/** What is said of a client's approval, its scopes and roles, and its tokens. */
export const accessCauses = {
  'client-not-authorized': {
    name: () => l10n.t('Whether the client is authorized'),
    title: () => l10n.t('The organization has not authorized the client.'),
    why: (words) =>
      words['state']
        ? l10n.t(
            'Its standing among the authorized applications is {state}. Where scopes are enforced, a client that nobody has approved is refused.',
            words,
          )
        : l10n.t('Where scopes are enforced, a client that nobody has approved is refused.'),
    inOrder: () => l10n.t('No authorization of it is refused or waiting'),
  },
  'scopes-enforced': {
    name: () => l10n.t('Whether scopes are enforced'),
    title: (words) =>
      'none' in words
        ? l10n.t('The client has no scopes, and the organization may enforce them: {scopes}.', words)
        : l10n.t('Scopes of the client may not be approved: {scopes}.', words),
    why: (words) =>
      'none' in words
        ? l10n.t(
            'Old clients worked without scopes. Since an organization enforces scopes, it refuses what no scope of the client names.',
          )
        : l10n.t(
            'The client has them. Since an organization enforces scopes, it refuses those that nobody has approved, also of clients that worked before.',
          ),
    inOrder: (words) => l10n.t('Its scopes are approved: {scopes}', words),
  },
  'scope-missing': {
    name: () => l10n.t('Whether the scopes suffice'),
    title: (words) => {
      if (words['scopes'] === '') return l10n.t('A scope that was asked for is not one of the client.');
      return 'any' in words
        ? l10n.t('The call needs one of these scopes, and the client has none of them: {scopes}.', words)
        : l10n.t('The client lacks scopes: {scopes}.', words);
    },
    why: () => l10n.t('Tokens of people let an application do only what the scopes of its client name.'),
    inOrder: () => l10n.t('The scopes that are needed are there'),
  },
  'no-role': {
    name: () => l10n.t('Whether the client has a role'),
    title: (words) => l10n.t('The client "{client}" has no role.', words),
    why: () =>
      l10n.t(
        'A client that speaks for itself may do only what needs no permission, until it is given a role.',
      ),
    inOrder: (words) => (words['roles'] ? l10n.t('It has roles: {roles}', words) : l10n.t('It has roles')),
  },
  'role-lacks-permission': {
    name: () => l10n.t('Whether the roles suffice'),
    title: (words) => {
      const { permissions = '' } = words;
      if (permissions === '') return l10n.t('A permission is missing, and the answer does not say which.');
      if ('of' in words && 'any' in words)
        return words['of'] === 'person'
          ? l10n.t(
              'The person who is logged in has none of these permissions, of which one is enough: {permissions}.',
              words,
            )
          : l10n.t(
              'Whoever calls has none of these permissions, of which one is enough: {permissions}.',
              words,
            );
      if (words['of'] === 'person')
        return l10n.t('The person who is logged in lacks a permission: {permissions}.', words);
      if (words['of'] === 'caller') return l10n.t('Whoever calls lacks a permission: {permissions}.', words);
      return 'any' in words
        ? l10n.t('The roles of the client have none of these permissions: {permissions}.', words)
        : l10n.t('The roles of the client lack permissions: {permissions}.', words);
    },
    why: (words) => {
      if ('of' in words)
        return l10n.t(
          'With the token of a person, the roles of that person count; with one of Client Credentials, the roles of the client.',
        );
      return words['roles']
        ? l10n.t('Its roles are {roles}. None of them allows it.', words)
        : l10n.t('A client that speaks for itself may do what its roles allow.');
    },
    inOrder: () => l10n.t('Its roles have the permissions that the call needs'),
  },
  'division-lacks-object': {
    name: () => l10n.t('Whether the divisions suffice'),
    title: (words) => {
      if ('of' in words) return l10n.t('Whoever calls lacks a role in the division concerned.');
      return 'home' in words
        ? l10n.t('The roles of the client hold in the Home division only.')
        : l10n.t('The roles of the client hold in some divisions only: {divisions}.', words);
    },
    why: (words) =>
      'home' in words
        ? l10n.t(
            'It finds what is in the Home division. Whatever was put into another division it does not find, and lists and exports leave that out without a word.',
          )
        : l10n.t(
            'A role holds only in the divisions in which it was given. What is in another one is not found, and lists leave it out without a word.',
          ),
    inOrder: (words) =>
      words['divisions']
        ? l10n.t('Its roles hold in every division: {divisions}', words)
        : l10n.t('Its roles hold in all divisions'),
  },
  'scim-token-ended': {
    name: () => l10n.t('Whether the token of the identity provider is alive'),
    title: (words) =>
      'practice' in words
        ? l10n.t('The token of the practice org has ended.')
        : l10n.t('The token that {provider} holds has ended.', words),
    why: () => l10n.t('Since then, users are no longer synchronized.'),
    inOrder: (words) =>
      'practice' in words
        ? l10n.t('The token is alive until {moment}', words)
        : l10n.t('The token of {provider} is alive until {moment}', words),
  },
  'token-ended': {
    name: () => l10n.t('Whether the token is alive'),
    title: (words) =>
      'without' in words
        ? l10n.t('The call arrived without a token.')
        : l10n.t('The token is no longer accepted.'),
    why: (words) => {
      if ('without' in words)
        return l10n.t(
          'The header Authorization was missing: the application did not send it, or a proxy removed it.',
        );
      return 'lasts' in words
        ? l10n.t('Tokens of this client last {lasts}. It has ended, or it is of another region.', words)
        : l10n.t('It has ended, or it is of another region.');
    },
  },
  'hipaa-timeout': {
    name: () => l10n.t('Timeout by HIPAA'),
    title: (words) => l10n.t('HIPAA is on: tokens end after {lasts} without a call.', words),
    why: () =>
      l10n.t('That holds for the tokens of OAuth clients, too, however long they would last otherwise.'),
    inOrder: () => l10n.t('HIPAA is off'),
  },
  'inactivity-timeout': {
    name: () => l10n.t('Inactivity timeout'),
    title: (words) => l10n.t('Tokens end after {lasts} without a call.', words),
    why: () =>
      l10n.t(
        'The organization has an inactivity timeout. It ends the tokens of embedded clients, too, and logins give no token to renew them by.',
      ),
    inOrder: () => l10n.t('There is no inactivity timeout'),
  },
  'no-refresh-token': {
    name: () => l10n.t('Whether logins can be renewed'),
    title: (words) =>
      'refused' in words
        ? l10n.t('The refresh token was refused.')
        : l10n.t('The login gave no refresh token.'),
    why: (words) => {
      if ('lasts' in words)
        return l10n.t(
          'The inactivity timeout of the organization ({lasts}) is on, and with it clients get none.',
          words,
        );
      return 'refused' in words
        ? l10n.t('It was used already, has ended, or belongs to another client.')
        : l10n.t(
            'Only clients with Code Authorization / PKCE get one, and none where an inactivity timeout is on.',
          );
    },
  },
} as const satisfies Partial<Record<Cause, CauseWords>>;
