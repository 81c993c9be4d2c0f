import * as z from 'zod/mini';
import { forPracticeOrgText } from '../texts/practiceOrg.ts';
import { practiceProvider } from './terraform.ts';

/** The other clients that have settings of their own. */
export const PRACTICE_TOOLS = [
  'practice-curl',
  'practice-cli',
  'practice-terraform',
  'practice-javascript',
  'practice-python',
  'practice-java',
  'practice-scim',
] as const;
export type PracticeTool = (typeof PRACTICE_TOOLS)[number];

/** What points another client at the practice org: its address, or what is written into the settings of that client. */
export const PracticeSetting = z.enum(['practice-address', 'practice-port', ...PRACTICE_TOOLS]);
export type PracticeSetting = z.infer<typeof PracticeSetting>;

/** Whether what is to be copied is one of these. */
export function isPracticeSetting(what: string): what is PracticeSetting {
  return PracticeSetting.safeParse(what).success;
}

/** A practice org that runs; `baseUrl` is its address, on this computer. */
export type PracticeAddress = {
  /** Domain. */
  readonly region: string;
  readonly baseUrl: string;
};

/**
 * A setting as it is written there (Genesys facts 11). It holds no secret: a name stands for it. The package of the
 * practice org says the same (src/practiceOrg/npm/README.md).
 */
export function practiceSettingText(setting: PracticeSetting, { region, baseUrl }: PracticeAddress): string {
  const { hostname, port } = new URL(baseUrl);
  switch (setting) {
    case 'practice-address':
      return baseUrl;
    case 'practice-port':
      return port;
    case 'practice-curl':
      return lines(
        `curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials ${baseUrl}/login/oauth/token`,
        `curl -H "Authorization: Bearer $TOKEN" ${baseUrl}/api/v2/oauth/clients`,
      );
    case 'practice-cli':
      return lines(
        `# ${forPracticeOrgText()}`,
        '[practice]',
        `environment = "${region}"`,
        'gateway_protocol = "http"',
        `gateway_host = "${hostname}"`,
        `gateway_port = "${port}"`,
      );
    case 'practice-terraform':
      return `${practiceProvider({ region, apiUrl: baseUrl, loginUrl: `${baseUrl}/login` })}\n`;
    case 'practice-javascript':
      return lines(
        `// ${forPracticeOrgText()}`,
        'const client = platformClient.ApiClient.instance;',
        `client.setEnvironment('${region}');`,
        `client.setGateway({ host: '${hostname}', protocol: 'http', port: ${port}, path_params_login: 'login', path_params_api: 'api' });`,
        'await client.loginClientCredentialsGrant(clientId, clientSecret);',
      );
    case 'practice-python':
      return lines(
        `# ${forPracticeOrgText()}`,
        'client = PureCloudPlatformClientV2.api_client.ApiClient()',
        'client.gateway_configuration = PureCloudPlatformClientV2.gateway_configuration.GatewayConfiguration(',
        `    host="${hostname}", protocol="http", port=${port}, path_params_login="login", path_params_api="api")`,
        'client.get_client_credentials_token(client_id, client_secret)',
      );
    case 'practice-java':
      return lines(
        `// ${forPracticeOrgText()}`,
        'ApiClient client = ApiClient.Builder.standard()',
        `    .withBasePath("${baseUrl}")`,
        '    .withAccessToken(token)',
        '    .build();',
      );
    case 'practice-scim':
      return `${baseUrl}/api/v2/scim/v2`;
  }
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
