import * as l10n from '@vscode/l10n';
import { TOKEN_VARIABLE } from '../signIn/found.ts';
import type { FoundSignIn, Way } from '../signIn/ways.ts';
import { orgPlaceText } from './practiceOrg.ts';
import { placeOf } from './regions.ts';

/** A way to connect as the title of what one clicks. */
export function wayTitle(way: Way): string {
  switch (way.kind) {
    case 'signed-in':
      return way.session.label;
    case 'practice-org':
      return l10n.t('Practice org');
    case 'found':
      return foundTitle(way.found);
    case 'browser':
      return way.client === undefined
        ? l10n.t('Log in with the browser')
        : l10n.t('Log in to {0} with the browser', way.client.orgName);
    case 'client-credentials':
      return l10n.t('Client ID and secret');
    case 'access-token':
      return l10n.t('Access token');
    case 'admin-page':
      return l10n.t('Without signing in');
  }
}

/** What a way needs, in a sentence. */
export function wayNeeds(way: Way): string {
  switch (way.kind) {
    case 'signed-in':
      return l10n.t('Signed in already, {0}.', orgPlaceText(way.session));
    case 'practice-org':
      return l10n.t(
        'A simulated organization on this computer. Needs no account, and nothing leaves this computer.',
      );
    case 'found':
      return foundNeeds(way.found);
    case 'browser':
      return browserNeeds(way);
    case 'client-credentials':
      return l10n.t(
        'Needs a client with the grant type Client Credentials. It speaks for no user, so your permissions cannot be checked beforehand.',
      );
    case 'access-token':
      return l10n.t(
        'Needs a token that you already have, from the API Explorer perhaps. It is used until it ends.',
      );
    case 'admin-page':
      return l10n.t(
        'The same steps and checks. You enter the values on the admin page of Genesys Cloud yourself, and paste the Client ID here.',
      );
  }
}

/** Where a sign-in was found, as people call that. */
export function foundTitle({ source, profile }: FoundSignIn): string {
  switch (source) {
    case 'genesys-cli':
      return l10n.t('Genesys CLI profile "{0}"', profile ?? '');
    case 'terraform':
      return l10n.t('Environment variables of the Terraform provider');
    case 'variable':
      return l10n.t('Environment variable {0}', TOKEN_VARIABLE);
  }
}

function foundNeeds({ region, unknownRegion, holds, obstacle }: FoundSignIn): string {
  switch (obstacle) {
    case 'region-missing':
      return l10n.t('Found on this computer, but it names no region. You are asked for it.');
    case 'region-unknown':
      return l10n.t(
        'Found on this computer, but its region "{0}" is not one of Genesys Cloud. You are asked for it.',
        unknownRegion ?? '',
      );
    case 'gateway':
      return l10n.t(
        'Found on this computer, but it goes through a gateway. Enter that in the settings first.',
      );
    case undefined:
      return holds === 'client-credentials'
        ? l10n.t(
            'Found on this computer: a Client ID and its secret for {0}. Used only when you choose it.',
            placeOf(region ?? ''),
          )
        : l10n.t(
            'Found on this computer: an access token for {0}. Used only when you choose it.',
            placeOf(region ?? ''),
          );
  }
}

function browserNeeds({ returns, client }: Extract<Way, { kind: 'browser' }>): string {
  if (client !== undefined) return l10n.t('With the client you used before, {0}.', placeOf(client.region));
  return returns === 'loopback'
    ? l10n.t(
        'Needs a client to sign in with. If your organization has none yet, you are shown how to make one.',
      )
    : l10n.t(
        'Needs a client to sign in with; if your organization has none yet, you are shown how to make one. You copy the address that the browser ends on.',
      );
}
