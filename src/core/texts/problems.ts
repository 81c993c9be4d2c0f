import * as l10n from '@vscode/l10n';
import type { Fix, Problem } from '../procedures/problem.ts';
import { alteredRoleText } from './alteredRole.ts';
import { monthText, numberText } from './duration.ts';

/** What is wrong with an answer and what to do about it, in the reader's language (BCP 47 tag). */
export function problemText(problem: Problem, language: string): string {
  const args = formatted(problem.args, language);
  switch (problem.code) {
    case 'not-connected':
      return l10n.t('Connect to an organization first: the client is created there.');
    case 'permission-missing':
      return l10n.t(
        '{person} may not add OAuth clients in {org}: the permission OAuth > Client > Add (oauth:client:add) is missing. An administrator of the organization can give it to you with a role. Or sign in as somebody who has it.',
        args,
      );
    case 'permission-unknown':
      return l10n.t(
        'Whether you may add OAuth clients in {org} could not be checked beforehand: the organization says so when you save.',
        args,
      );
    case 'token-scopes-missing':
      return l10n.t(
        'The token lacks these scopes: {scopes}. Where the organization enforces scopes, it refuses what needs them.',
        args,
      );
    case 'scim-duration-too-long':
      return l10n.t(
        '{seconds} seconds are too long. Genesys Cloud accepts at most {max} (450 days) for SCIM.',
        args,
      );
    case 'scim-token-short':
      return l10n.t(
        'The identity provider holds a token that ends after {seconds} seconds, and stops with it until you make a new one.',
        args,
      );
    case 'scim-role-missing':
      return l10n.t(
        '{org} has no SCIM Integration role. It is one of the roles that Genesys Cloud ships, and it can be restored.',
        args,
      );
    case 'scim-role-not-held':
      return l10n.t(
        'You do not hold the role {role}, and only roles that you hold can be given to a client. An administrator of {org} can give it to you.',
        args,
      );
    case 'scim-role-altered':
      return alteredRoleText(args, language);
    case 'scim-role-unchecked':
      return l10n.t(
        'Not checked: whether the role {role} is still as Genesys Cloud ships it could not be read. If somebody altered it, Genesys Cloud quietly makes tokens end after one day; the duration is read back after saving.',
        args,
      );
    case 'scim-role-marked':
      return l10n.t(
        'Not checked: the organization marks the role {role} as no longer what Genesys Cloud ships, but what is different could not be read. If somebody altered it, Genesys Cloud quietly makes tokens end after one day; the duration is read back after saving.',
        args,
      );
    case 'scim-role-alone':
      return l10n.t(
        'A SCIM client has the role {role} and no other. With any other, Genesys Cloud quietly makes its tokens end after one day.',
        args,
      );
    case 'scim-role-unclear':
      return l10n.t(
        'It is not known yet whether you hold the SCIM Integration role in {org}. Wait a moment, or refresh. If it stays so, ask an administrator for the permission Authorization > Role > View.',
        args,
      );
    case 'provider-missing':
      return l10n.t('Choose the identity provider: it decides what it must be given.');
    case 'scim-target-gone':
      return l10n.t('The place for the SCIM config file is gone. Look again, or write none.');
    case 'roles-missing':
      return l10n.t('Choose at least one role: it says what the client may do.');
    case 'role-gone':
      return l10n.t('The role {role} is no longer in the organization.', args);
    case 'role-not-held':
      return l10n.t(
        'You do not hold the role {role}, and only roles that you hold can be given to a client.',
        args,
      );
    case 'role-without-division':
      return l10n.t('Choose at least one division for the role {role}.', args);
    case 'division-gone':
      return l10n.t('A division of the role {role} is no longer in the organization.', args);
    case 'adopted-gone':
      return l10n.t(
        'The client {client} is not among the OAuth clients of {org}, as far as they can be read. Choose another one, or create a new one.',
        args,
      );
    case 'adopted-unfit':
      return l10n.t(
        'The client {client} cannot work here: it has another grant type, or it is not active. Choose another one, or create a new one.',
        args,
      );
    case 'adopted-state-unknown':
      return l10n.t(
        'The client {client} has the state {state}, which this extension does not know. If nobody can log in, this may be why.',
        args,
      );
    case 'adopted-grant-type-unknown':
      return l10n.t(
        'Nothing is known of the grant type of the client {client} ({grant}), so it was not checked whether it can work here.',
        args,
      );
    case 'adopted-duration-short':
      return l10n.t(
        "Its tokens end after {seconds} seconds. 18 hours (64,800 seconds) are recommended, so that they end outside an agent's working day.",
        args,
      );
    case 'adopted-role-extra':
      return l10n.t(
        'It has these roles: {roles}. With anything but the SCIM Integration role alone, Genesys Cloud quietly makes its tokens end after one day.',
        args,
      );
    case 'adopted-secret-for-token':
      return l10n.t(
        'VS Code does not keep the secret of this client, so no token is made here. Somebody who has the secret can make one, or you create a new client.',
      );
    case 'adopted-secret-for-proof':
      return l10n.t(
        'VS Code does not keep the secret of this client, so it is not tried out here. Give the identity provider the secret from where it is kept.',
      );
    case 'client-id-missing':
      return l10n.t('Paste the Client ID that the admin page shows once you have saved the client there.');
    case 'client-id-malformed':
      return l10n.t(
        'This is not a Client ID. One looks like 5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31; mind that the secret is not what is asked for.',
      );
    case 'name-missing':
      return l10n.t('Give the client a name: it is what people see when they authorize it.');
    case 'name-too-long':
      return l10n.t('The name has {length} characters. Use at most {max}, so that it stays readable.', args);
    case 'name-in-use':
      return l10n.t(
        'The organization already has a client named "{name}". Another name keeps them apart.',
        args,
      );
    case 'duration-missing':
      return l10n.t('Say how many seconds a token lasts, from {min} to {max}.', args);
    case 'duration-not-a-number':
      return l10n.t('Use a whole number of seconds from {min} to {max}.', args);
    case 'duration-too-short':
      return l10n.t(
        '{seconds} seconds are too short. Genesys Cloud accepts {min} (5 minutes) or more.',
        args,
      );
    case 'duration-too-long':
      return l10n.t('{seconds} seconds are too long. Genesys Cloud accepts at most {max} (2 days).', args);
    case 'grant-type-without-pkce':
      return l10n.t(
        'framework.js turns usePKCEAuthFlow on, which goes with Code Authorization / PKCE. With Implicit Grant (Browser), login most likely fails.',
      );
    case 'implicit-grant-ending':
      return l10n.t(
        'Genesys announced that clients with an implicit grant stop working, in {month} at the earliest. Code Authorization / PKCE lasts.',
        { month: monthText(String(problem.args['month']), language) },
      );
    case 'redirect-uris-missing':
      return l10n.t('Add at least one redirect URI: without it nobody can log in.');
    case 'redirect-uris-too-many':
      return l10n.t('{count} redirect URIs are too many. Genesys Cloud accepts at most {max}.', args);
    case 'redirect-uri-relative':
      return l10n.t('Line {line} is not a complete address. Start it with https://.', args);
    case 'redirect-uri-not-https':
      return l10n.t(
        'Line {line} must start with https://. Only this computer (localhost) may use http://.',
        args,
      );
    case 'redirect-uri-fragment':
      return l10n.t(
        'Line {line} has a fragment (#…). Remove it: OAuth does not allow one in a redirect URI.',
        args,
      );
    case 'redirect-uri-space':
      return l10n.t('Line {line} has a space in it. Write one URI a line, without spaces.', args);
    case 'redirect-uri-several':
      return l10n.t('Line {line} holds {count} URIs. Write one URI a line.', args);
    case 'redirect-uri-as-pasted':
      return l10n.t(
        'Line {line} has characters in or around the address that were most likely pasted along with it. The address is {meant}.',
        args,
      );
    case 'redirect-uri-stand-in':
      return l10n.t(
        'Line {line} has something in it that is to be filled in first: an address has no braces and no angle brackets.',
        args,
      );
    case 'redirect-uri-user-name':
      return l10n.t(
        'Line {line} has a user name or a password in its address, which everybody sees who may see this client. Remove it.',
        args,
      );
    case 'redirect-uri-wildcard':
      return l10n.t(
        'Line {line} has a * in its host. Genesys Cloud compares exactly, so add each address that your application sends.',
        args,
      );
    case 'redirect-uri-not-ascii':
      return l10n.t(
        'Line {line} has characters that a browser sends in another form: {ascii}. Genesys Cloud compares exactly.',
        args,
      );
    case 'redirect-uri-duplicate':
      return l10n.t('Line {line} is the same as line {first}.', args);
    case 'redirect-uri-trailing-slash':
      return l10n.t(
        'Line {line} differs from line {first} only by a slash at its end. Genesys Cloud compares exactly, so keep only the one that your application sends.',
        args,
      );
    case 'redirect-uri-host-case':
      return l10n.t(
        'Line {line} differs from line {first} only in how the same address is written. Genesys Cloud compares exactly, so keep only the one that your application sends.',
        args,
      );
    case 'redirect-uri-framework-missing':
      return 'instead' in args
        ? l10n.t(
            'The Embeddable Framework logs in at {uri}, unless your deployment uses {instead} in its place.',
            args,
          )
        : l10n.t(
            'The Embeddable Framework logs in at {uri}. Unless your deployment has a page of its own, login fails without this URI, letter by letter.',
            args,
          );
    case 'redirect-uri-framework-misspelt':
      return 'instead' in args
        ? l10n.t(
            'Line {line} is not exactly {uri}, where the Embeddable Framework logs in. Genesys Cloud compares letter by letter, so login fails unless your deployment uses {instead} in its place.',
            args,
          )
        : l10n.t(
            'Line {line} is not exactly {uri}, where the Embeddable Framework logs in. Genesys Cloud compares letter by letter, so nobody could log in.',
            args,
          );
    case 'redirect-uri-other-region':
      return l10n.t(
        'Line {line} is the page of {region}, for which framework.js gets no Client ID from you.',
        args,
      );
    case 'scopes-missing':
      return l10n.t('Choose at least one scope: without scopes the client may do nothing.');
    case 'scope-unknown':
      return l10n.t('{org} does not know the scope "{scope}" and would refuse the client.', args);
    case 'framework-scopes-missing':
      return l10n.t('The framework needs these scopes, too: {scopes}.', args);
    case 'target-missing':
      return l10n.t('Choose where the Client ID goes.');
    case 'target-gone':
      return l10n.t('The chosen file is no longer there. Choose another one, or add the ID yourself.');
    case 'target-absent':
      return l10n.t('{path} has no clientIds, so there is no certain place for the Client ID.', args);
    case 'target-not-a-literal':
      return l10n.t(
        'In {path}, clientIds (line {line}) is computed when the file runs, so it cannot be edited safely.',
        args,
      );
    case 'target-several':
      return l10n.t(
        '{path} has more than one clientIds (the first is in line {line}), and only you know which one is used.',
        args,
      );
    case 'target-value-is-dynamic':
      return l10n.t('In {path}, line {line}, the value for {region} is computed when the file runs.', args);
    case 'target-uncertain':
      return l10n.t(
        '{path} cannot be read well enough to change exactly one value (see line {line}). Perhaps a bracket or a quote is missing.',
        args,
      );
    case 'target-unreadable':
      return l10n.t('{path} could not be read: {reason}', args);
    case 'target-in-use':
      return l10n.t('{path} already has another Client ID for {region}: {clientId}.', args);
    case 'target-built-copy':
      return l10n.t(
        '{path} looks like the output of a build: the next build would overwrite the Client ID.',
        args,
      );
  }
}

/** What the button says that applies a fix. */
export function fixText({ code, args }: Fix): string {
  switch (code) {
    case 'remove-line':
      return l10n.t('Remove line {line}', args);
    case 'split-line':
      return l10n.t('Write them one per line');
    case 'replace-line':
      return l10n.t('Write it as it is sent');
    case 'correct-line':
      return l10n.t('Correct line {line}', args);
    case 'add-region':
      return l10n.t('Serve {region}, too', args);
    case 'add-uri':
      return l10n.t('Add this URI');
    case 'remove-scope':
      return l10n.t('Remove "{scope}"', args);
    case 'add-framework-scopes':
      return l10n.t('Add them');
    case 'use-pkce':
      return l10n.t('Use Code Authorization / PKCE');
    case 'replace-client-id':
      return l10n.t('Replace it');
    case 'leave-region-out':
      return l10n.t('Leave {region} out', args);
    case 'copy-by-hand':
      return l10n.t('Add the ID myself');
    case 'remove-role':
      return l10n.t('Remove it');
    case 'use-home-division':
      return l10n.t('Use the Home division');
    case 'remove-division':
      return l10n.t('Remove it');
    case 'use-scim-role':
      return l10n.t('Use {role} alone', args);
    case 'use-longest-duration':
      return l10n.t('Use 450 days');
    case 'no-scim-file':
      return l10n.t('Write no file');
  }
}

function formatted(args: Problem['args'], language: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'line' && name !== 'first'
        ? numberText(value, language)
        : String(value),
    ]),
  );
}
