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
  'edit-in-use': {
    severities: ['hint'],
    rules: ['E3', 'E4', 'E5'],
    text: (words) =>
      l10n.t(
        'These places of the workspace use this client: {places}. What the Embeddable Framework would lack after the change is said here. What else uses the client is not known.',
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
    text: (words, severity) => {
      if (severity === 'warning')
        return l10n.t(
          '{org} limits the sites that may embed Genesys Cloud, and names none: no agent will see the framework until an administrator adds the site of your application.',
          words,
        );
      return 'more' in words
        ? l10n.t(
            '{org} lets only listed sites embed Genesys Cloud. Among them are {sites}; {more} more are on the list. If the site of your application is not, an administrator must add it, or agents cannot use the framework there.',
            words,
          )
        : l10n.t(
            '{org} lets only these sites embed Genesys Cloud: {sites}. If the site of your application is not among them, an administrator must add it, or agents cannot use the framework there.',
            words,
          );
    },
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
      'more' in words
        ? l10n.t(
            '{org} takes calls only from listed networks. Among them are {networks}; {more} more are on the list. Where the application runs must be on it, or each of its calls is refused.',
            words,
          )
        : l10n.t(
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
} as const satisfies Record<string, FindingEntry>;
