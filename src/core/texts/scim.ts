import * as l10n from '@vscode/l10n';
import type { ScimFinding } from '../scim/inspectConfig.ts';
import { isProviderId, type ProviderId, providers } from '../scim/providers.ts';
import type { ScimRefusal } from '../scim/writeConfig.ts';
import { alteredRoleText } from './alteredRole.ts';
import { durationText } from './duration.ts';

/** The name of an identity provider, as it is offered. */
export function providerName(id: ProviderId): string {
  return id === 'other' ? l10n.t('Another identity provider') : providers[id].name;
}

/** What a finding in a SCIM config file means and what to do about it, in the reader's language (BCP 47 tag). */
export function scimFindingText(finding: ScimFinding, language: string): string {
  switch (finding.code) {
    case 'token-expiring':
      return l10n.t(
        'The token that {provider} holds ends on {moment}. Make a new one before, or users are no longer synchronized.',
        tokenArgs(finding.args, language),
      );
    case 'token-expired':
      return l10n.t(
        'The token that {provider} holds ended on {moment}: users are no longer synchronized. Make a new one and give it to {provider}.',
        tokenArgs(finding.args, language),
      );
    case 'plain-text-secret':
      return l10n.t(
        'This looks like a secret, and everyone who can read this file can use it. Remove it from here, and change the secret if others have seen the file.',
      );
    case 'duration-reset':
      return l10n.t(
        'The tokens of this client last {actual}, not {written}. Genesys Cloud sets the duration back when the client has more than the SCIM Integration role.',
        { actual: durationText(finding.args.actual), written: durationText(finding.args.written) },
      );
    case 'extra-role':
      return l10n.t(
        'This client has other roles, too: {roles}. With any role but the one for SCIM, Genesys Cloud sets the token duration back to 1 day.',
        { roles: new Intl.ListFormat(language).format(finding.args.roles) },
      );
    case 'altered-role': {
      const { role, added, taken } = finding.args;
      return alteredRoleText({ role, added: added.join('\n'), taken: taken.join('\n') }, language);
    }
  }
}

/** Why a connection cannot be written into the file at `path`. */
export function scimRefusalText(reason: ScimRefusal, path: string, line: number): string {
  switch (reason) {
    case 'not-json':
      return l10n.t('{path} is not valid JSON (see line {line}). Mend it first, or choose another file.', {
        path,
        line,
      });
    case 'not-a-scim-config':
      return l10n.t(
        '{path} is not a SCIM config file: connections should be a list in an object (see line {line}).',
        { path, line },
      );
    case 'several-connections':
      return l10n.t(
        '{path} has several connections for this identity provider and region (see line {line}). Remove all but one, so that the right one is changed.',
        { path, line },
      );
  }
}

function tokenArgs({ provider, endsAt }: { provider: string; endsAt: string }, language: string) {
  const name = isProviderId(provider) ? providerName(provider) : provider;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  return { provider: name, moment: format.format(new Date(endsAt)) };
}
