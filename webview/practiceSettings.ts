import * as l10n from '@vscode/l10n';
import type { PracticeSetting, PracticeTool } from '../src/core/export/practiceTools.ts';

/** What a setting is for; product names are the same in every language. */
export function practiceSettingName(setting: PracticeSetting): string {
  switch (setting) {
    case 'practice-address':
      return l10n.t('Address');
    case 'practice-port':
      return l10n.t('Port');
    case 'practice-curl':
      return 'curl';
    case 'practice-cli':
      return 'Genesys CLI (gc)';
    case 'practice-terraform':
      return 'Terraform';
    case 'practice-javascript':
      return l10n.t('SDK for {0}', 'JavaScript');
    case 'practice-python':
      return l10n.t('SDK for {0}', 'Python');
    case 'practice-java':
      return l10n.t('SDK for {0}', 'Java');
    case 'practice-scim':
      return l10n.t('Identity providers (SCIM)');
  }
}

/** Where it is written, and what it needs beside. */
export function practiceSettingUse(setting: PracticeTool): string {
  switch (setting) {
    case 'practice-curl':
      return l10n.t(
        'The first command makes a token with a client for Client Credentials, the second one uses it.',
      );
    case 'practice-cli':
      return l10n.t(
        'A profile for the file .gc/config.toml in your home folder. Add client_credentials and client_secret to it, with the Client ID and the secret, and run gc with --profile practice.',
      );
    case 'practice-terraform':
      return l10n.t(
        'In the configuration. Client ID and secret are those of the variables GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET.',
      );
    case 'practice-javascript':
    case 'practice-python':
      return l10n.t('Once, before the first call; with a client for Client Credentials.');
    case 'practice-java':
      return l10n.t('With a token, which curl makes above.');
    case 'practice-scim':
      return l10n.t(
        'The address of SCIM, for a provider that runs on this computer. One in the cloud does not reach it. The token is that of a client with the role SCIM Integration.',
      );
  }
}
