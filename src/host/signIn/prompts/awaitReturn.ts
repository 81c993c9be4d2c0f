import * as l10n from '@vscode/l10n';
import { ThemeIcon } from 'vscode';
import { readReturnedAddress } from '../../../core/signIn/returnedAddress.ts';
import { placeOf } from '../../../core/texts/regions.ts';
import type { Asked } from '../../ui/ask.ts';
import { askText, nothingEntered, type Reading, type TextButton } from '../../ui/askText.ts';
import type { Back } from '../../ui/questions.ts';
import { signInTitle } from './way.ts';

/** A login that is under way in the browser. */
export type AwaitedReturn = {
  /** Domain of the region. */
  region: string;
  /** The state of the login, by which its answer is known. */
  state: string;
  returns: 'loopback' | 'paste';
  /** The client that shows that it works, and what its login ends with; a sign-in when left out. */
  tries?: { redirectUri: string; endsWith: 'code' | 'token' };
  /** The address that the browser comes back to by itself, where it can. */
  arrived: Promise<URL> | undefined;
  /** How long to wait. */
  minutes: number;
  /** Opens the login page in the browser again. */
  open(): void;
  /** Puts the address of the login page on the clipboard. */
  copyLink(): void;
};
export type ReturnAnswer = { kind: 'returned'; url: URL } | { kind: 'timed-out' };

/** Waits for the end of a login in the browser; whatever the browser ends on can be pasted meanwhile. */
export async function awaitReturn(
  awaited: AwaitedReturn,
  asked?: Asked,
): Promise<ReturnAnswer | Back | undefined> {
  const { state, tries, arrived, minutes, open, copyLink } = awaited;
  const buttons: TextButton<ReturnAnswer>[] = [
    { iconPath: new ThemeIcon('globe'), tooltip: l10n.t('Open the browser again'), press: open },
    { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy the link of the login page'), press: copyLink },
  ];
  const question = {
    ...wordsOf(awaited),
    busy: true,
    buttons,
    read: (text: string) => read(text, state, tries),
  };
  return await askText<ReturnAnswer>(question, asked, (answer) => {
    void arrived?.then((url) => answer({ kind: 'returned', url }));
    const timer = setTimeout(() => answer({ kind: 'timed-out' }), minutes * 60_000);
    return [{ dispose: () => clearTimeout(timer) }];
  });
}

/** What the box says. A token is good by itself, so it is not shown as it is pasted; a code is not. */
function wordsOf({ region, returns, tries }: AwaitedReturn) {
  if (tries === undefined) {
    const title = signInTitle(placeOf(region));
    return {
      title,
      prompt: promptOf(returns),
      placeholder: 'http://localhost/?code=…&state=…',
      secret: false,
    };
  }
  const { redirectUri, endsWith } = tries;
  const end = l10n.t(
    'Log in in your browser. It ends at {0}: copy the whole address that it shows there, also when the page cannot be shown, and paste it here.',
    redirectUri,
  );
  return {
    title: l10n.t('Genesys Cloud: Try the Login'),
    prompt: returns === 'loopback' ? promptOf(returns) : end,
    placeholder: endsWith === 'code' ? `${redirectUri}?code=…` : `${redirectUri}#access_token=…`,
    secret: endsWith === 'token',
  };
}

function promptOf(returns: AwaitedReturn['returns']): string {
  switch (returns) {
    case 'loopback':
      return l10n.t(
        'Log in in your browser; this closes by itself. If the browser ends on a page that cannot be shown, paste the address of that page here.',
      );
    case 'paste':
      return l10n.t(
        'Log in in your browser. It ends on a page that cannot be shown, which is right: copy the address of that page and paste it here.',
      );
  }
}

function read(text: string, state: string, tries: AwaitedReturn['tries']): Reading<ReturnAnswer> {
  if (text === '') return nothingEntered();
  const address = readReturnedAddress(text, state, tries?.endsWith);
  switch (address.kind) {
    case 'returned':
      return { kind: 'right', value: address };
    case 'not-an-address':
      return {
        kind: 'unfinished',
        finding: l10n.t(
          'This is not the address of a page. Copy all of what the address bar of the browser shows.',
        ),
      };
    case 'no-answer':
      return { kind: 'unfinished', finding: noAnswer(tries !== undefined) };
    case 'other-login':
      return {
        kind: 'wrong',
        finding: l10n.t(
          'This is the end of another login, perhaps an earlier one. Open the browser again with the globe above, and log in there.',
        ),
      };
  }
}

/** An application of one's own shows its page, and may take the answer out of the address at once. */
function noAnswer(isTrial: boolean): string {
  return isTrial
    ? l10n.t(
        'This address does not hold the end of a login. Log in once more with the globe above, and copy the address before the page there changes it.',
      )
    : l10n.t(
        'This address does not hold the end of a login. Log in first, and copy the address of the page after that, which cannot be shown.',
      );
}
