import * as l10n from '@vscode/l10n';
import type { FindingEntry } from './entry.ts';

/** What can be said about what whoever is signed in may do, and the roles that they give. */
export const draftAccess = {
  'not-connected': {
    severities: ['error'],
    rules: ['G1'],
    text: () => l10n.t('Connect to an organization first: the client is created there.'),
  },
  'permission-missing': {
    severities: ['error'],
    rules: ['G1'],
    text: (words) =>
      l10n.t(
        '{person} may not add OAuth clients in {org}: the permission OAuth > Client > Add (oauth:client:add) is missing. An administrator of the organization can give it to you with a role. Or sign in as somebody who has it.',
        words,
      ),
  },
  'permission-unknown': {
    severities: ['warning'],
    rules: ['G1'],
    text: (words) =>
      l10n.t(
        'Whether you may add OAuth clients in {org} could not be checked beforehand: the organization says so when you save.',
        words,
      ),
  },
  'edit-not-connected': {
    severities: ['error'],
    rules: ['G1'],
    text: (words) =>
      l10n.t('Connect to {org} first: the client "{client}" is there, and is changed there.', words),
  },
  'edit-elsewhere': {
    severities: ['error'],
    rules: ['G1'],
    text: (words) =>
      l10n.t('The client "{client}" is in {org}. Sign in to that organization to change it.', words),
  },
  'edit-permission-missing': {
    severities: ['error'],
    rules: ['G1'],
    text: (words) =>
      l10n.t(
        '{person} may not change OAuth clients in {org}: the permission OAuth > Client > Edit (oauth:client:edit) is missing. An administrator of the organization can give it to you with a role. Or sign in as somebody who has it.',
        words,
      ),
  },
  'edit-permission-unknown': {
    severities: ['warning'],
    rules: ['G1'],
    text: (words) =>
      l10n.t(
        'Whether you may change OAuth clients in {org} could not be checked beforehand: the organization says so when you save.',
        words,
      ),
  },
  'edit-role-not-held': {
    severities: ['warning'],
    rules: ['G12'],
    text: (words) =>
      l10n.t(
        'You do not hold the role {role}, which this client has. Genesys Cloud says that only somebody who holds all roles of a client can change it, so it may refuse whatever you change.',
        words,
      ),
  },
  'edit-signs-in': {
    severities: ['warning'],
    rules: ['G1'],
    text: (words) =>
      l10n.t(
        'You are signed in here with this client, "{client}". When its grant type, redirect URIs, scopes or roles change, you may have to sign in again, and may not be able to.',
        words,
      ),
  },
  'edit-grant-type': {
    severities: ['warning'],
    rules: ['G6'],
    text: (words) =>
      l10n.t(
        'Whatever uses this client now gets its tokens by {grant}. With another grant type it stops working until it is changed, too. Genesys Cloud may refuse the change.',
        words,
      ),
  },
  'token-scopes-missing': {
    severities: ['warning'],
    rules: ['G1'],
    text: (words) =>
      l10n.t(
        'The token lacks these scopes: {scopes}. Where the organization enforces scopes, it refuses what needs them.',
        words,
      ),
  },
  'org-embedding-limited': {
    severities: ['information', 'warning'],
    facts: ['12'],
    text: (words, severity) =>
      severity === 'warning'
        ? l10n.t(
            '{org} limits the sites that may embed Genesys Cloud, and names none: no agent will see the framework until an administrator adds the site of your application.',
            words,
          )
        : l10n.t(
            '{org} lets only these sites embed Genesys Cloud: {sites}. If the site of your application is not among them, an administrator must add it, or agents cannot use the framework there.',
            words,
          ),
  },
  'org-inactivity-timeout': {
    severities: ['warning', 'information'],
    facts: ['6.2', '12'],
    text: (words, severity) =>
      severity === 'warning'
        ? l10n.t(
            'In {org}, a token ends when nobody uses it for {lasts}, whatever its duration. While this inactivity timeout is on, a client gets no refresh token, so people log in again.',
            words,
          )
        : l10n.t(
            'In {org}, a token ends when nobody uses it for {lasts}, whatever its duration. People log in again then.',
            words,
          ),
  },
  'org-ip-limited': {
    severities: ['warning'],
    facts: ['12'],
    text: (words) =>
      l10n.t(
        '{org} takes calls only from these networks: {networks}. Where the application runs must be among them, or each of its calls is refused.',
        words,
      ),
  },
  'org-authorizes-clients': {
    severities: ['information'],
    facts: ['4', '12'],
    text: (words) =>
      l10n.t(
        '{org} has authorized clients, or was asked to. If it requires that, nobody can log in with the new client until an administrator has authorized it.',
        words,
      ),
  },
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
