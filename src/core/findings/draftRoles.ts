import * as l10n from '@vscode/l10n';
import type { FindingEntry } from './entry.ts';

/** What the wizard says about the roles of a client, those that exist and one that is made for it. */
export const draftRoles = {
  'roles-missing': {
    severities: ['error'],
    rules: ['G12'],
    text: () => l10n.t('Choose at least one role: it says what the client may do.'),
  },
  'role-gone': {
    severities: ['error'],
    rules: ['G12'],
    text: (words) => l10n.t('The role {role} is no longer in the organization.', words),
  },
  'role-not-held': {
    severities: ['error'],
    rules: ['G12'],
    text: (words) =>
      l10n.t(
        'You do not hold the role {role}, and only roles that you hold can be given to a client.',
        words,
      ),
  },
  'role-without-division': {
    severities: ['error'],
    rules: ['G13'],
    text: (words) => l10n.t('Choose at least one division for the role {role}.', words),
  },
  'role-without-counterpart': {
    severities: ['warning'],
    rules: ['G12'],
    text: (words) =>
      l10n.t(
        'The client that this is a copy of has the role {role}, and {org} has none of that name. Choose the role that stands for it here, or leave it out.',
        words,
      ),
  },
  'division-without-counterpart': {
    severities: ['warning'],
    rules: ['G13'],
    text: (words) =>
      l10n.t(
        'The client that this is a copy of has the role {role} in the division {division}, and {org} has none of that name. Choose the division that stands for it here, or leave it out.',
        words,
      ),
  },
  'division-gone': {
    severities: ['error'],
    rules: ['G13'],
    text: (words) => l10n.t('A division of the role {role} is no longer in the organization.', words),
  },
  'role-name-missing': {
    severities: ['error'],
    rules: ['G12'],
    text: () => l10n.t('Give the new role a name: it stands in the list of roles.'),
  },
  'role-name-invisible': {
    severities: ['error', 'warning'],
    rules: ['G12'],
    text: () =>
      l10n.t('The name of the new role has characters in it that nobody sees, such as a line break.'),
  },
  'role-name-too-long': {
    severities: ['error'],
    rules: ['G12'],
    text: (words) =>
      l10n.t(
        'The name of the new role has {length} characters. Use at most {max}, so that it stays readable.',
        words,
      ),
  },
  'role-name-in-use': {
    severities: ['error'],
    rules: ['G12'],
    text: (words) =>
      l10n.t('The organization already has a role named "{role}". Give the new one another name.', words),
  },
  'role-permission-missing': {
    severities: ['error'],
    rules: ['G1', 'G12'],
    facts: ['2', '2.3'],
    text: (words) =>
      l10n.t(
        '{person} may not make a role in {org} and give it to a client. Missing: {permissions}. An administrator of the organization can give it to you with a role, or make the role for you.',
        words,
      ),
  },
  'role-permission-unknown': {
    severities: ['warning'],
    rules: ['G1', 'G12'],
    text: (words) =>
      l10n.t(
        'Whether you may make roles in {org} could not be checked beforehand: the organization says so when you save.',
        words,
      ),
  },
  'role-holder-unknown': {
    severities: ['error'],
    rules: ['G12'],
    facts: ['2.3'],
    text: (words) =>
      l10n.t(
        'Only a role that you hold can be given to a client, and {org} did not say who you are, so that a new role cannot be given to you. Sign in with a client that has the scope user-basic-info, or choose a role that is there.',
        words,
      ),
  },
  'role-stays': {
    severities: ['warning'],
    rules: ['G12'],
    facts: ['2'],
    text: (words) =>
      l10n.t(
        'You may not delete roles in {org} (authorization:role:delete): if you delete the client, the new role stays.',
        words,
      ),
  },
  'scim-role-missing': {
    severities: ['error'],
    rules: ['S1'],
    text: (words) =>
      l10n.t(
        '{org} has no SCIM Integration role. It is one of the roles that Genesys Cloud ships, and it can be restored.',
        words,
      ),
  },
  'scim-role-not-held': {
    severities: ['error'],
    rules: ['S1'],
    text: (words) =>
      l10n.t(
        'You do not hold the role {role}, and only roles that you hold can be given to a client. An administrator of {org} can give it to you.',
        words,
      ),
  },
  'scim-role-alone': {
    severities: ['error'],
    rules: ['S4'],
    text: (words) =>
      l10n.t(
        'A SCIM client has the role {role} and no other. With any other, Genesys Cloud quietly makes its tokens end after one day.',
        words,
      ),
  },
  'scim-role-unclear': {
    severities: ['error'],
    rules: ['S4'],
    text: (words) =>
      l10n.t(
        'It is not known yet whether you hold the SCIM Integration role in {org}. Wait a moment, or refresh. If it stays so, ask an administrator for the permission Authorization > Role > View.',
        words,
      ),
  },
  'scim-role-unchecked': {
    severities: ['warning'],
    rules: ['S4'],
    facts: ['2.1', '2.2'],
    text: (words) =>
      l10n.t(
        'Not checked: whether the role {role} is still as Genesys Cloud ships it could not be read. If somebody altered it, Genesys Cloud quietly makes tokens end after one day; the duration is read back after saving.',
        words,
      ),
  },
  'scim-role-marked': {
    severities: ['warning'],
    rules: ['S4'],
    facts: ['2.1', '2.2'],
    text: (words) =>
      l10n.t(
        'Not checked: the organization marks the role {role} as no longer what Genesys Cloud ships, but what is different could not be read. If somebody altered it, Genesys Cloud quietly makes tokens end after one day; the duration is read back after saving.',
        words,
      ),
  },
} as const satisfies Record<string, FindingEntry>;
