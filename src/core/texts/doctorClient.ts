import * as l10n from '@vscode/l10n';
import { worksInState } from '../clients/usable.ts';
import type { Cause } from '../doctor/cause.ts';
import { anyGrantTypeName } from './clientFields.ts';
import type { CauseWords } from './doctorCause.ts';

/** What is said of the host, the client, its grant and its redirect URIs. */
export const clientCauses = {
  'unknown-host': {
    name: () => l10n.t('The host'),
    title: (words) =>
      'right' in words
        ? l10n.t('{host} is a host of Genesys Cloud, but it could not be found from there.', words)
        : l10n.t('{host} is not known as a host of Genesys Cloud.', words),
    why: (words) => {
      if ('right' in words)
        return l10n.t(
          'The name is right. A proxy, a VPN or the name service of that computer does not lead there.',
        );
      return 'suggestion' in words
        ? l10n.t('The region that is meant may be {suggestion}.', words)
        : l10n.t(
            'Hosts of Genesys Cloud end with the domain of a region. Only a domain of your own company may be right, too.',
          );
    },
    inOrder: (words) => l10n.t('The region exists: {region}', words),
  },
  'other-region': {
    name: () => l10n.t('Whether the client is of this region'),
    title: (words) =>
      'regions' in words
        ? l10n.t('The text names hosts of several regions: {regions}.', words)
        : l10n.t('The client is in {home}, and it is used in {region}.', words),
    why: (words) => {
      if ('stays' in words) return l10n.t('A client with Client Credentials works in its own region only.');
      return l10n.t(
        'A region knows neither the clients nor the tokens of another one. Genesys says that one client for logins can serve several regions, and other sources say that it cannot.',
      );
    },
    inOrder: (words) => l10n.t('It is used in its own region: {region}', words),
  },
  'client-missing': {
    name: () => l10n.t('Whether the client exists'),
    title: (words) => {
      if ('org' in words && 'clientId' in words)
        return l10n.t('{org} has no client with the ID {clientId}.', words);
      return 'clientId' in words
        ? l10n.t('Genesys Cloud does not seem to know the client {clientId}.', words)
        : l10n.t('Genesys Cloud does not seem to know the client.');
    },
    why: () => l10n.t('It may have been deleted, or it belongs to another organization or region.'),
    inOrder: (words) => l10n.t('The client exists: {client}', words),
  },
  'client-being-deleted': {
    name: () => l10n.t('Whether the client is being deleted'),
    title: (words) => l10n.t('The client "{client}" is being deleted.', words),
    why: (words) =>
      l10n.t(
        'The organization deletes it on {moment}. Until then it can be restored, with the same Client ID.',
        words,
      ),
  },
  'client-not-active': {
    name: () => l10n.t('Whether the client is active'),
    title: (words) => {
      if (!('client' in words)) return l10n.t('The client may not be active.');
      return worksInState(words['state']) === 'no'
        ? l10n.t('The client "{client}" is not active.', words)
        : l10n.t('The client "{client}" is in a state that is not known: {state}.', words);
    },
    why: () => l10n.t('Genesys Cloud makes tokens only for an active client.'),
    inOrder: () => l10n.t('It is active'),
  },
  'grant-withdrawn': {
    name: () => l10n.t('Whether the grant type still works'),
    title: () => l10n.t('The implicit grant is used, which Genesys withdraws.'),
    why: (words) =>
      l10n.t(
        'The sources disagree on when such clients stop working: in {month} at the earliest. Code Authorization / PKCE lasts.',
        words,
      ),
    inOrder: (words) => l10n.t('The implicit grant works until {month} at least', words),
  },
  'grant-unsuited': {
    name: () => l10n.t('Whether the grant type suits'),
    title: ({ asked, ...words }) => {
      if (asked === 'person')
        return l10n.t('The call is for people only, and this client speaks for itself.');
      if (asked !== undefined)
        return l10n.t('{asked} is asked for, but the client has the grant type {grant}.', {
          ...words,
          asked: anyGrantTypeName(asked),
        });
      return 'grant' in words
        ? l10n.t('The grant type {grant} does not suit what the client is used for.', words)
        : l10n.t('The client was refused for the way in which it asks for tokens.');
    },
    why: () => l10n.t('A client gets its tokens in the one way that its grant type names.'),
    inOrder: (words) => l10n.t('Its grant type suits: {grant}', words),
  },
  'pkce-without-verifier': {
    name: () => l10n.t('Whether the application logs in with PKCE'),
    title: () => l10n.t('The application logs in without the proof that PKCE asks for.'),
    why: () =>
      l10n.t(
        'It sends a challenge (code_challenge) to the login page, and the verifier that goes with it (code_verifier) when it fetches the token. One of them was missing or did not fit.',
      ),
  },
  'redirect-uri-of-other-region': {
    name: () => l10n.t('Whether the redirect URI is of this region'),
    title: (words) => l10n.t('The redirect URI is registered for {home} only.', words),
    why: (words) => l10n.t('Agents of the other region come back to {uris}, which is not registered.', words),
  },
  'redirect-uri-inexact': {
    name: () => l10n.t('How the redirect URI is written'),
    title: (words) =>
      'uri' in words
        ? l10n.t('The redirect URI is registered in another writing.')
        : l10n.t('The token was asked for with another redirect URI than the login.'),
    why: (words) =>
      'uri' in words
        ? l10n.t('Registered is {registered}, used is {uri}. Genesys Cloud compares letter by letter.', words)
        : l10n.t('Both requests must name the same redirect URI, letter by letter.'),
  },
  'redirect-uri-missing': {
    name: () => l10n.t('Whether the redirect URIs are registered'),
    title: (words) =>
      'uris' in words
        ? l10n.t('A page that people log in at is not among the redirect URIs.')
        : l10n.t('The redirect URI may not be registered as it is used.'),
    why: (words) =>
      'uris' in words
        ? l10n.t(
            'Missing is {uris}. Genesys Cloud sends nobody back to an address that is not registered.',
            words,
          )
        : l10n.t(
            'The login page does not say what is invalid. Hold redirect_uri in its address against what is registered, letter by letter.',
          ),
    inOrder: (words) => l10n.t('The redirect URIs are registered: {uris}', words),
  },
  'partner-page': {
    name: () => l10n.t("Whether a partner's page is meant"),
    title: () => l10n.t("Of the framework's pages, only a partner's page is registered."),
    why: (words) =>
      l10n.t(
        "Registered is {registered}. That is right where agents log in at this partner's deployment. Where they log in at the framework's own page, {uris} is missing.",
        words,
      ),
    inOrder: (words) =>
      'partner' in words
        ? l10n.t('Agents log in at the page of {partner}', words)
        : l10n.t("Agents log in at the framework's own page"),
  },
  'secret-rotated': {
    name: () => l10n.t('Which secret the caller has'),
    title: (words) =>
      'moment' in words
        ? l10n.t('The client got a new secret on {moment}.', words)
        : l10n.t('The secret that was shown is not that of the client.'),
    why: () =>
      l10n.t(
        'Whoever still has the former secret is refused. Which one a caller has, only the caller knows.',
      ),
  },
} as const satisfies Partial<Record<Cause, CauseWords>>;
