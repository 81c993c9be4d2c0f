import * as l10n from '@vscode/l10n';
import { ThemeIcon } from 'vscode';
import { readClientId } from '../../../core/platform/clientId.ts';
import { placeOf } from '../../../core/texts/regions.ts';
import type { Asked } from '../../ui/ask.ts';
import { askText, nothingEntered, type Reading } from '../../ui/askText.ts';
import type { Back } from '../../ui/questions.ts';
import { signInTitle } from './way.ts';

export type ClientIdQuestion = {
  /** Domain of the region. */
  region: string;
  /** The grant type that the client must have. */
  grant: 'CODE' | 'CLIENT-CREDENTIALS';
  /** Whether one who has no client is helped to one. */
  canPrepare: boolean;
  /** What was entered before. */
  last?: string | undefined;
  /** Gets a Client ID as soon as it stands in the box, also of somebody who goes back then. */
  note?(clientId: string): void;
};
export type ClientIdAnswer = { kind: 'client-id'; clientId: string } | { kind: 'prepare' };

const EXAMPLE = '00000000-0000-0000-0000-000000000000';

/** Asks for the Client ID of the client to sign in with. */
export async function askClientId(
  { region, grant, canPrepare, last, note }: ClientIdQuestion,
  asked?: Asked,
): Promise<ClientIdAnswer | Back | undefined> {
  const prepare = {
    iconPath: new ThemeIcon('question'),
    tooltip: l10n.t('I have no client for this yet'),
    press: (answer: (value: ClientIdAnswer) => void) => answer({ kind: 'prepare' }),
  };
  const question = {
    title: signInTitle(l10n.t('Client ID')),
    prompt: promptOf(region, grant, canPrepare),
    placeholder: EXAMPLE,
    preset: last,
    typed: (answer: ClientIdAnswer) => {
      if (answer.kind === 'client-id') note?.(answer.clientId);
    },
    buttons: canPrepare ? [prepare] : [],
    read,
  };
  return await askText<ClientIdAnswer>(question, asked);
}

function promptOf(region: string, grant: ClientIdQuestion['grant'], canPrepare: boolean): string {
  const place = placeOf(region);
  if (grant === 'CLIENT-CREDENTIALS') {
    return l10n.t('The ID of a client with the grant type Client Credentials, {0}.', place);
  }
  return canPrepare
    ? l10n.t(
        'The ID of a client with the grant type Code Authorization / PKCE and the redirect URI http://localhost, {0}. If there is none yet, click the question mark above.',
        place,
      )
    : l10n.t(
        'The ID of a client with the grant type Code Authorization / PKCE and the redirect URI http://localhost, {0}.',
        place,
      );
}

function read(text: string): Reading<ClientIdAnswer> {
  if (text === '') return nothingEntered();
  const clientId = readClientId(text);
  if (clientId !== undefined) return { kind: 'right', value: { kind: 'client-id', clientId } };
  const mayBecomeOne = text.length < EXAMPLE.length && /^[0-9a-f-]*$/i.test(text);
  return mayBecomeOne
    ? {
        kind: 'unfinished',
        finding: l10n.t(
          'A Client ID has 36 characters, and this has {0}. Copy it again, whole.',
          text.length,
        ),
      }
    : { kind: 'wrong', finding: wrongClientId(text) };
}

function wrongClientId(text: string): string {
  return text.length > EXAMPLE.length && /^[\w+/=-]+$/.test(text)
    ? l10n.t(
        'This looks like a secret or a token. Enter the Client ID, which stands beside it on the admin page.',
      )
    : l10n.t('This is no Client ID: one looks like {0}. Copy it from the list of OAuth clients.', EXAMPLE);
}
