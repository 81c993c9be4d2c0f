import * as l10n from '@vscode/l10n';
import { isProviderId, type ProviderId, providers } from '../scim/providers.ts';
import type { ScimRefusal } from '../scim/writeConfig.ts';

/** The name of an identity provider, as it is offered. */
export function providerName(id: ProviderId): string {
  return id === 'other' ? l10n.t('Another identity provider') : providers[id].name;
}

/** The name of an identity provider as a file names it, which may be any word. */
export function providerText(id: string): string {
  return isProviderId(id) ? providerName(id) : id;
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
        '{path} has several connections for this identity provider, region and client (see line {line}). Remove all but one, so that the right one is changed.',
        { path, line },
      );
  }
}
