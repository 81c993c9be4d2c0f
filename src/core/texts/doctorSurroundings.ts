import * as l10n from '@vscode/l10n';
import type { Cause } from '../doctor/cause.ts';
import type { CauseWords } from './doctorCause.ts';

/** What is said of the organization's own settings, the computer and the browser. */
export const surroundingCauses = {
  'embedding-not-allowed': {
    name: () => l10n.t('Which sites may embed Genesys Cloud'),
    title: (words) =>
      'site' in words
        ? l10n.t('{site} may not embed Genesys Cloud.', words)
        : l10n.t('The organization lets only listed sites embed Genesys Cloud.'),
    why: (words) =>
      'sites' in words
        ? l10n.t(
            'Sites on the embedding allow-list of the organization: {sites}. It stops people only where the framework runs inside another site.',
            words,
          )
        : l10n.t('The browser was told that this page may not be shown inside another one.'),
    inOrder: (words) =>
      'site' in words
        ? l10n.t('{site} may embed Genesys Cloud', words)
        : l10n.t('Any site may embed Genesys Cloud'),
  },
  'ip-not-allowed': {
    name: () => l10n.t('IP allow-list'),
    title: (words) => {
      if ('ip' in words) return l10n.t('The organization takes no calls from {ip}.', words);
      return 'here' in words
        ? l10n.t('The organization takes no calls from this computer.')
        : l10n.t('The organization takes calls from certain IP addresses only.');
    },
    why: (words) =>
      'ranges' in words
        ? l10n.t('Ranges on its IP allow-list: {ranges}. Whoever calls from elsewhere is refused.', words)
        : l10n.t('Whoever calls from an address that is not on its IP allow-list is refused.'),
    inOrder: () => l10n.t('There is no IP allow-list'),
  },
  'rate-limited': {
    name: () => l10n.t('Rate limit'),
    title: () => l10n.t('More calls were made than Genesys Cloud takes in a minute.'),
    why: (words) => {
      if ('here' in words) return l10n.t('This extension met the limit while it looked.');
      return 'lasts' in words
        ? l10n.t('The answer says to wait for {lasts}.', words)
        : l10n.t('An application has to wait as long as the header Retry-After says, and then try again.');
    },
  },
  'clock-wrong': {
    name: () => l10n.t('The clock'),
    title: (words) => {
      if (!('lasts' in words)) return l10n.t('A clock may be wrong.');
      return words['way'] === 'ahead'
        ? l10n.t('The clock of this computer is {lasts} ahead of the one of Genesys Cloud.', words)
        : l10n.t('The clock of this computer is {lasts} behind the one of Genesys Cloud.', words);
    },
    why: () =>
      l10n.t(
        'With a wrong clock, tokens, assertions and certificates seem to have ended, or not to have begun.',
      ),
    inOrder: () => l10n.t('The clock of this computer is right'),
  },
  'cookies-blocked': {
    name: () => l10n.t('Whether the browser blocks third-party cookies'),
    title: (words) =>
      'blocked' in words
        ? l10n.t('The browser blocks third-party cookies.')
        : l10n.t('The browser may block third-party cookies.'),
    why: () =>
      l10n.t(
        'Inside another page, Genesys Cloud then cannot remember who has logged in, and the login comes again.',
      ),
    inOrder: () => l10n.t('The browser allows third-party cookies'),
  },
  'pop-ups-blocked': {
    name: () => l10n.t('Whether the browser blocks pop-ups'),
    title: (words) =>
      'blocked' in words
        ? l10n.t('The browser blocks pop-ups.')
        : l10n.t('The browser may block the login window.'),
    why: () =>
      l10n.t('Agents log in in a separate window, which a browser that blocks pop-ups does not open.'),
    inOrder: () => l10n.t('The browser opens pop-ups'),
  },
} as const satisfies Partial<Record<Cause, CauseWords>>;
