import * as l10n from '@vscode/l10n';
import type { NextStep, PermissionsAsked } from '../doctor/answer.ts';
import { listed } from './sentences.ts';

/** What to do next, on a button. */
export function nextStepLabel(next: NextStep): string {
  switch (next.kind) {
    case 'add-redirect-uris':
      return l10n.t('Add the Redirect URI…');
    case 'replace-redirect-uri':
      return l10n.t('Correct the Redirect URI…');
    case 'activate':
      return l10n.t('Activate the Client…');
    case 'restore':
      return l10n.t('Restore the Client…');
    case 'edit':
      return l10n.t('Edit the Client…');
    case 'create-client':
      return l10n.t('Create a Client…');
    case 'rotate':
      return l10n.t('Make a New Secret…');
    case 'copy-secret':
      return l10n.t('Copy the Secret');
    case 'make-scim-token':
      return l10n.t('Make a New Token…');
    case 'sign-in':
      return l10n.t('Sign In…');
    case 'open-file':
      return l10n.t('Open the File');
    case 'open-admin-page':
      return l10n.t('Open the Admin Page');
    case 'ask':
      return l10n.t('Copy a Request');
    case 'try-in-browser':
      return l10n.t('What to Try in the Browser');
    case 'change-application':
      return l10n.t('What to Change');
    case 'set-clock':
      return l10n.t('How to Set the Clock');
  }
}

/** What to do next, as a sentence: for the report, and where no button can do it. */
export function nextStepText(next: NextStep, language: string): string {
  const list = new Intl.ListFormat(language);
  switch (next.kind) {
    case 'add-redirect-uris':
      return l10n.t('Add {0} to the redirect URIs of the client.', list.format(next.uris));
    case 'replace-redirect-uri':
      return l10n.t(
        'Replace {0} by {1} among the redirect URIs of the client, or use it as it is registered.',
        next.registered,
        next.uri,
      );
    case 'activate':
      return l10n.t('Activate the client.');
    case 'restore':
      return l10n.t('Restore the client before it is deleted.');
    case 'edit':
      return editText(next.page);
    case 'create-client':
      return l10n.t('Choose a client that exists, or create one.');
    case 'rotate':
      return l10n.t(
        'Copy the secret again from where it is kept. Where nobody has it, make a new one and give it to every caller.',
      );
    case 'copy-secret':
      return l10n.t('Give the secret that is kept here to every caller.');
    case 'make-scim-token':
      return next.practice === true
        ? l10n.t('Make a new token to go on trying out.')
        : l10n.t('Make a new token, and give it to the identity provider.');
    case 'sign-in':
      return next.region === undefined
        ? l10n.t('Sign in to the organization: then the client itself is looked at.')
        : l10n.t('Sign in to the organization in {0}: then the client itself is looked at.', next.region);
    case 'open-file':
      return l10n.t('Correct the region or the Client ID in the file.');
    case 'open-admin-page':
      return adminPageText(next.page);
    case 'ask':
      return askText(next.wants, list);
    case 'try-in-browser':
      return next.what === 'cookies'
        ? l10n.t(
            'Allow third-party cookies for Genesys Cloud in the browser, or log in once in a private window that allows them, and compare.',
          )
        : l10n.t('Allow pop-ups for the page that the framework runs in, and try the login again.');
    case 'change-application':
      return applicationText(next.what);
    case 'set-clock':
      return l10n.t('Let the computer set its clock by the network.');
  }
}

function askText(wants: readonly PermissionsAsked[], list: Intl.ListFormat): string {
  if (wants.length === 0) return l10n.t('Ask an administrator for a role that allows it.');
  const permissions = list.format(
    wants.map(({ anyOf }) => (anyOf.length === 1 ? anyOf.join() : l10n.t('one of {0}', listed(anyOf)))),
  );
  const [only, another] = wants;
  return only?.role === undefined || another !== undefined
    ? l10n.t('Ask an administrator for a role with {0}.', permissions)
    : l10n.t('Ask an administrator for a role with {0}, such as "{1}".', permissions, only.role.name);
}

function applicationText(what: Extract<NextStep, { kind: 'change-application' }>['what']): string {
  switch (what) {
    case 'host':
      return l10n.t('Use the login and API hosts of the region that the organization is in.');
    case 'network':
      return l10n.t('Try from another network, or ask whoever looks after the proxy.');
    case 'redirect-uri':
      return l10n.t(
        'Let the application send a redirect URI exactly as it is registered, the same one each time.',
      );
    case 'grant':
      return l10n.t(
        'Let the application ask for tokens in the way of the grant type, or use another client.',
      );
    case 'verifier':
      return l10n.t(
        'Let the application send code_challenge with the method S256, and the code_verifier that goes with it.',
      );
    case 'scopes':
      return l10n.t('Let the application ask only for scopes of the client.');
    case 'token':
      return l10n.t('Let the application get a new token, and do so whenever it is refused with 401.');
    case 'refresh':
      return l10n.t('Let the application log in again where it has no refresh token.');
    case 'secret':
      return l10n.t('Give the new secret to every caller.');
    case 'pace':
      return l10n.t('Let the application wait as long as it is told, and call less often.');
  }
}

function editText(page: Extract<NextStep, { kind: 'edit' }>['page']): string {
  switch (page) {
    case 'details':
      return l10n.t('Let the tokens of the client last longer than the working day of an agent.');
    case 'grant-type':
      return l10n.t('Change the grant type of the client, together with how it is used, and try a login.');
    case 'redirect-uris':
      return l10n.t(
        'Hold the redirect URIs of the client against redirect_uri in the address of the login page, and correct what differs.',
      );
    case 'scopes':
      return l10n.t('Add the scopes to the client, then log in again.');
    case 'roles':
      return l10n.t('Give the client a role that suffices, in the divisions concerned.');
  }
}

function adminPageText(page: Extract<NextStep, { kind: 'open-admin-page' }>['page']): string {
  switch (page) {
    case 'client':
      return l10n.t('Look at the client on its admin page.');
    case 'authorized-applications':
      return l10n.t(
        'Approve the client on the admin page Authorized Applications, or ask somebody who may: that needs the permission oauth:client:authorize.',
      );
    case 'organization-settings':
      return l10n.t(
        'Change the settings of the organization, or ask somebody who may: that needs the permission directory:organization:admin.',
      );
  }
}
