import * as l10n from '@vscode/l10n';
import { readClientId } from '../../../core/platform/clientId.ts';
import { readAccessToken, readClientSecret } from '../../../core/signIn/found.ts';
import { placeOf } from '../../../core/texts/regions.ts';
import type { Asked } from '../../ui/ask.ts';
import { askText, nothingEntered, type Reading } from '../../ui/askText.ts';
import type { Back } from '../../ui/questions.ts';
import { signInTitle } from './way.ts';

export type ClientSecretQuestion = { /** Domain of the region. */ region: string; clientId: string };
export type AccessTokenQuestion = { /** Domain of the region. */ region: string };

/** Asks for the secret of a client. */
export async function askClientSecret(
  { region, clientId }: ClientSecretQuestion,
  asked?: Asked,
): Promise<string | Back | undefined> {
  const question = {
    title: signInTitle(l10n.t('Client Secret')),
    prompt: l10n.t(
      "The secret of the client {0}, {1}. It is kept in VS Code's secret storage only.",
      clientId,
      placeOf(region),
    ),
    placeholder: l10n.t('Paste the secret'),
    secret: true,
    read: readSecretOf,
  };
  return await askText<string>(question, asked);
}

/** Asks for an access token; one may be pasted with the word "Bearer" before it. */
export async function askAccessToken(
  { region }: AccessTokenQuestion,
  asked?: Asked,
): Promise<string | Back | undefined> {
  const question = {
    title: signInTitle(l10n.t('Access Token')),
    prompt: l10n.t(
      "An access token of your organization, {0}. It is kept in VS Code's secret storage only, until it ends.",
      placeOf(region),
    ),
    placeholder: l10n.t('Paste the token'),
    secret: true,
    read: readToken,
  };
  return await askText<string>(question, asked);
}

function readSecretOf(text: string): Reading<string> {
  if (text === '') return nothingEntered();
  if (readClientId(text) !== undefined) {
    return {
      kind: 'wrong',
      finding: l10n.t('This looks like a Client ID. Paste the secret, which stands beside it.'),
    };
  }
  const secret = readClientSecret(text);
  if (secret !== undefined) return { kind: 'right', value: secret };
  return {
    kind: 'wrong',
    finding: l10n.t(
      'This holds characters that no secret has. Copy the secret again, and nothing beside it.',
    ),
  };
}

function readToken(text: string): Reading<string> {
  if (text === '') return nothingEntered();
  if (readClientId(text) !== undefined) {
    return {
      kind: 'wrong',
      finding: l10n.t('This looks like a Client ID. Paste the access token.'),
    };
  }
  const token = readAccessToken(text);
  if (token !== undefined) return { kind: 'right', value: token };
  return {
    kind: 'unfinished',
    finding: l10n.t(
      'This is no access token: it is too short or too long, or holds other characters. Copy the token again, whole and nothing beside it.',
    ),
  };
}
