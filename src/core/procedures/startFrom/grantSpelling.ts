import type { GrantType } from '../../platform/oauthClients.ts';
import { inUsualWidth } from '../../platform/usualWidth.ts';

/** What has no weight in the name of a grant type: "Token Implicit Grant (Browser)" is an implicit token. */
const WEIGHTLESS = /grant|type|flow|browser|extension|enabled|with|の付与|付与/g;

/**
 * How grant types are spelt, in lower case and without anything but letters and digits: in OAuth, in SDKs, and on the
 * admin page in English and Japanese, in its older and its newer words (Genesys facts 1.2). There is no value for PKCE: a
 * client of that kind is CODE.
 */
const SPELLINGS: Readonly<Record<GrantType | 'PASSWORD', readonly string[]>> = {
  CODE: [
    ...['code', 'authcode', 'authorizationcode', 'codeauthorization', 'コード許可'],
    ...['pkce', 'codepkce', 'authcodepkce', 'authorizationcodepkce', 'codeauthorizationpkce'],
    ...['pkcecode', 'pkceauthorizationcode', 'pkcecodeauthorization'],
  ],
  TOKEN: ['token', 'implicit', 'tokenimplicit', 'implicittoken', '暗黙', '暗黙ブラウザ'],
  'CLIENT-CREDENTIALS': ['clientcredentials', 'clientcredential', 'クライアント資格情報'],
  'SAML2-BEARER': [
    'saml2bearer',
    'saml2',
    'samlbearer',
    'urnietfparamsoauthsaml2bearer',
    'saml2ベアラ',
    'saml2ベアラー',
  ],
  PASSWORD: ['password'],
};

const GRANT_TYPES = new Map<string, string>(
  Object.entries(SPELLINGS).flatMap(([grantType, spellings]) =>
    spellings.map((spelling): [string, string] => [spelling, grantType]),
  ),
);

/** The grant type that a text names, as the API spells it; undefined where it names none. */
export function readGrantType(text: string): string | undefined {
  const letters = inUsualWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}ー]/gu, '');
  return GRANT_TYPES.get(letters) ?? GRANT_TYPES.get(letters.replace(WEIGHTLESS, ''));
}
