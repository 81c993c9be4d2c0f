import * as l10n from '@vscode/l10n';
import type { Documentation, FindingEntry } from './entry.ts';

/**
 * What a client lacks for the Embeddable Framework (core/clients/forFramework.ts), in the words of framework.js, where a
 * client of an org is meant, and of the wizard, where it is the one that the answers describe.
 */
export const clientInFramework = {
  'client-not-active': {
    severities: ['error', 'information'],
    rules: ['E3'],
    facts: ['1.2', '1.4'],
    text: (words, severity) =>
      severity === 'error'
        ? l10n.t('The client "{client}" in {org} is not active, so nobody can log in with it.', words)
        : l10n.t(
            'The client "{client}" in {org} has the state {state}, which this extension does not know. If nobody can log in, this may be why.',
            words,
          ),
  },
  'client-wrong-grant': {
    severities: ['error', 'warning', 'information'],
    rules: ['E3'],
    facts: ['1.2', '5.3'],
    text: (words, severity) => {
      if (!('client' in words))
        return l10n.t(
          'framework.js turns usePKCEAuthFlow on, which goes with Code Authorization / PKCE. With Implicit Grant (Browser), login most likely fails.',
        );
      switch (severity) {
        case 'error':
          return l10n.t(
            'The client "{client}" in {org} has the grant type {grant}, with which no agent can log in. The framework needs Code Authorization / PKCE.',
            words,
          );
        case 'warning':
          return l10n.t(
            'usePKCEAuthFlow is on, but the client "{client}" in {org} has the grant type Implicit Grant (Browser). The two do not go together, so login most likely fails.',
            words,
          );
        case 'information':
        case 'hint':
          return l10n.t(
            'Nothing is known of the grant type of the client "{client}" in {org} ({grant}), so it was not checked whether agents can log in.',
            words,
          );
      }
    },
  },
  'implicit-grant-ending': {
    severities: ['hint', 'information', 'warning'],
    rules: ['G9', 'E3'],
    facts: ['8.2'],
    text: (words) =>
      'client' in words
        ? l10n.t(
            'The client "{client}" in {org} has an implicit grant. Genesys announced that such clients stop working, in {month} at the earliest. Code Authorization / PKCE lasts.',
            words,
          )
        : l10n.t(
            'Genesys announced that clients with an implicit grant stop working, in {month} at the earliest. Code Authorization / PKCE lasts.',
            words,
          ),
  },
  'missing-redirect-uri': {
    severities: ['error', 'warning', 'information'],
    rules: ['E4', 'G14'],
    facts: ['1.2', '5.2'],
    text: (words, severity) => {
      if ('partner' in words)
        return l10n.t(
          'The page of {partner} is {uris}. Login fails without this URI, letter by letter.',
          words,
        );
      if (!('client' in words))
        return 'instead' in words
          ? l10n.t(
              'The Embeddable Framework logs in at {uris}, unless your deployment uses {instead} in its place.',
              words,
            )
          : l10n.t(
              'The Embeddable Framework logs in at {uris}. Unless your deployment has a page of its own, login fails without this URI, letter by letter.',
              words,
            );
      if ('instead' in words)
        return l10n.t(
          'The client "{client}" in {org} does not have {uris}, where the framework logs in. It has {instead}: all is well if your deployment uses that page in its place.',
          words,
        );
      return severity === 'error'
        ? l10n.t(
            'The client "{client}" in {org} has no redirect URI at all, so nobody can log in. The framework logs in at {uris}.',
            words,
          )
        : l10n.t(
            'The client "{client}" in {org} lacks redirect URIs that the framework logs in at: {uris}. Unless your deployment has a page of its own, login fails without them, letter by letter.',
            words,
          );
    },
  },
  'inexact-redirect-uri': {
    severities: ['error', 'information'],
    rules: ['E4', 'G14'],
    facts: ['1.2', '5.2'],
    text: (words) => {
      if (!('client' in words))
        return 'instead' in words
          ? l10n.t(
              'Line {line} is not exactly {uri}, where the Embeddable Framework logs in. Genesys Cloud compares letter by letter, so login fails unless your deployment uses {instead} in its place.',
              words,
            )
          : l10n.t(
              'Line {line} is not exactly {uri}, where the Embeddable Framework logs in. Genesys Cloud compares letter by letter, so nobody could log in.',
              words,
            );
      return 'instead' in words
        ? l10n.t(
            'The client "{client}" in {org} has the redirect URI {registered}, but the framework logs in at {uri}. Genesys Cloud compares letter by letter, so login fails unless your deployment uses {instead} in its place.',
            words,
          )
        : l10n.t(
            'The client "{client}" in {org} has the redirect URI {registered}, but the framework logs in at {uri}. Genesys Cloud compares letter by letter, so login fails.',
            words,
          );
    },
  },
  'missing-scope': {
    severities: ['information'],
    rules: ['E5'],
    facts: ['4.1'],
    text: (words) =>
      'client' in words
        ? l10n.t(
            'The client "{client}" in {org} lacks scopes that are recommended for the framework: {scopes}.',
            words,
          )
        : l10n.t('These scopes are recommended for the framework, too: {scopes}.', words),
  },
} as const satisfies Record<string, FindingEntry>;

/** What the documentation says of each. */
export const clientInFrameworkDocumentation: Readonly<Record<keyof typeof clientInFramework, Documentation>> =
  {
    'client-not-active': () => ({
      title: l10n.t('The client is not active.'),
      meaning: l10n.t(
        'Genesys Cloud refuses a login with a client that is disabled or inactive. A state that its documentation does not have is only named.',
      ),
      remedy: l10n.t('Activate the client, or choose another one.'),
    }),
    'client-wrong-grant': () => ({
      title: l10n.t('The grant type does not suit the Embeddable Framework.'),
      meaning: l10n.t(
        'Agents log in on a page of Genesys Cloud, which only Code Authorization / PKCE and Implicit Grant (Browser) have. An implicit client together with usePKCEAuthFlow is a warning: that setting is documented nowhere. A grant type that this extension does not know is only named.',
      ),
      remedy: l10n.t('Change the client to Code Authorization / PKCE, or choose or create another one.'),
    }),
    'implicit-grant-ending': () => ({
      title: l10n.t('The implicit grant, which Genesys withdraws.'),
      meaning: l10n.t(
        'The client works today. Genesys announced the end of the implicit grant, and the sources disagree on the date, so this gets louder as the first of the dates comes nearer.',
      ),
      remedy: l10n.t(
        'Change the client to Code Authorization / PKCE, together with usePKCEAuthFlow in framework.js, and try a login afterwards.',
      ),
    }),
    'missing-redirect-uri': () => ({
      title: l10n.t('A redirect URI that the framework logs in at is not registered.'),
      meaning: l10n.t(
        'Genesys Cloud sends an agent back only to an address that is registered, letter by letter. A client without any redirect URI is certain to fail. Otherwise it is not certain: a partner, or a deployment of your own, may have a page of its own.',
      ),
      remedy: l10n.t(
        'Add the redirect URI to the client. What is registered already stays. Where one of those looks like this one mistyped, another fix replaces it and shows first what goes. If your deployment has a page of its own, leave it, or turn this code off.',
      ),
    }),
    'inexact-redirect-uri': () => ({
      title: l10n.t('A redirect URI that is written in another way.'),
      meaning: l10n.t(
        'The address is the same for people, but not for Genesys Cloud: capitals in the host, a slash at the end, a blank or a character that cannot be seen. Another path or another query is another address, and never counts as this.',
      ),
      remedy: l10n.t(
        'Replace it by the exact address. The quick fix shows first which address goes and which one comes.',
      ),
    }),
    'missing-scope': () => ({
      title: l10n.t('A scope that is recommended for the framework is missing.'),
      meaning: l10n.t(
        'Genesys lists scopes for the Embeddable Framework. Without one of them, the part of the framework that uses it may not work; which part that is, is documented nowhere.',
      ),
      remedy: l10n.t(
        'Add the scopes to the client. Who may write may read, so that a write scope counts, too.',
      ),
    }),
  };
