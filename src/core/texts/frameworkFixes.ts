import * as l10n from '@vscode/l10n';
import { isWrittenOtherwise } from '../clients/frameworkNeeds.ts';
import type { MistypedPage } from '../clients/mistypedPages.ts';
import type { Related } from '../findings/finding.ts';
import type { FrameworkFix } from '../framework/frameworkFinding.ts';
import { listed } from './sentences.ts';

/** What a repair is called where it is offered. */
export function frameworkFixText(fix: FrameworkFix): string {
  switch (fix.kind) {
    case 'edit':
      return editText(fix);
    case 'change-client':
      return changeText(fix);
    case 'create-client':
      return fix.region === undefined
        ? l10n.t('Create an OAuth client…')
        : l10n.t('Create an OAuth client for {region}…', { region: fix.region });
    case 'choose-client':
      return l10n.t('Choose a client of {region}…', { region: fix.region });
    case 'copy-redirect-uris':
      return l10n.t("Copy what is missing and open the client's page");
  }
}

/** What another place has to do with a finding. */
export function relatedText({ what }: Pick<Related<unknown>, 'what'>): string {
  switch (what) {
    case 'counts-instead':
      return l10n.t('This one counts.');
    case 'get-auth-token':
      return l10n.t('getAuthToken is called here.');
    case 'source':
      return l10n.t('The file to edit.');
    case 'login-window':
      return l10n.t('dedicatedLoginWindow is on, so the login window needs its own redirect URI.');
  }
}

function editText({ code, args }: Extract<FrameworkFix, { kind: 'edit' }>): string {
  switch (code) {
    case 'correct-client-id':
      return l10n.t('Change to {clientId}', args);
    case 'correct-region':
      return l10n.t('Change to {region}', args);
    case 'add-region':
      return l10n.t('Add it for {region}, too', args);
    case 'remove-duplicate-region':
      return l10n.t('Remove the entry without effect');
    case 'remove-duplicate-setting':
      return l10n.t('Remove the setting without effect');
    case 'use-entry':
      return l10n.t('Use this Client ID for {region}', args);
  }
}

function changeText({ change }: Extract<FrameworkFix, { kind: 'change-client' }>): string {
  switch (change.kind) {
    case 'add-redirect-uris':
      return l10n.t('Add the redirect URIs to the client…');
    case 'replace-redirect-uris':
      return replacementText(change.replacements);
    case 'add-scopes':
      return l10n.t('Add the scopes to the client…');
    case 'activate':
      return l10n.t('Activate the client…');
    case 'use-pkce':
      return l10n.t('Change the client to Code Authorization / PKCE…');
  }
}

/** It is a correction only where what goes is certain to be of no use. */
function replacementText(replacements: readonly MistypedPage[]): string {
  return replacements.every(({ from, to }) => isWrittenOtherwise(from, to))
    ? l10n.t('Correct the redirect URI of the client…')
    : l10n.t('Replace {0} of the client…', listed(replacements.map(({ from }) => from)));
}
