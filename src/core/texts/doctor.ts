import * as l10n from '@vscode/l10n';
import type { Args, Certainty, Diagnosis, FoundCause, NotLooked } from '../doctor/answer.ts';
import type { Cause } from '../doctor/cause.ts';
import { diagnostics } from '../findings/catalogue.ts';
import { findingText, wordsOf } from '../findings/finding.ts';
import { accessCauses } from './doctorAccess.ts';
import type { CauseWords } from './doctorCause.ts';
import { clientCauses } from './doctorClient.ts';
import { surroundingCauses } from './doctorSurroundings.ts';
import { adviceOn } from './platformErrors.ts';
import { listed } from './sentences.ts';

const causes: Readonly<Record<Cause, CauseWords>> = {
  ...clientCauses,
  ...accessCauses,
  ...surroundingCauses,
};

/** What a cause is, in one sentence. */
export function causeTitle({ cause, args }: Pick<FoundCause, 'cause' | 'args'>, language: string): string {
  return causes[cause].title(wordsOf(args, language));
}

/** What speaks for it and what is not known about it, a paragraph each: the finding that it is, and why it keeps people out. */
export function causeReasons({ cause, args, finding }: FoundCause, language: string): readonly string[] {
  const why = causes[cause].why(wordsOf(args, language));
  if (finding === undefined) return [why];
  const text = findingText(diagnostics, finding, language);
  const reasons = saysAll(cause) ? [text] : [text, why];
  return 'likely' in args ? [...reasons, likelyUseText()] : reasons;
}

function likelyUseText(): string {
  return l10n.t(
    'That the Embeddable Framework uses this client is likely: pages of the framework are among its redirect URIs.',
  );
}

/** Where the sentence of the finding leaves nothing to say. */
function saysAll(cause: Cause): boolean {
  switch (cause) {
    case 'client-not-active':
    case 'grant-unsuited':
    case 'grant-withdrawn':
    case 'redirect-uri-missing':
    case 'redirect-uri-inexact':
    case 'redirect-uri-of-other-region':
    case 'partner-page':
    case 'scim-token-ended':
    case 'client-missing':
    case 'unknown-host':
      return true;
    default:
      return false;
  }
}

/** What is looked at for a cause, in a few words. */
export function causeName(cause: Cause): string {
  return causes[cause].name();
}

/** That a cause was looked at and is none, in a few words. */
export function inOrderText(
  { cause, args }: { readonly cause: Cause; readonly args: Args },
  language: string,
): string {
  return causes[cause].inOrder?.(wordsOf(args, language)) ?? causeName(cause);
}

/** How sure it is that a cause is the reason. */
export function certaintyText(certainty: Certainty): string {
  switch (certainty) {
    case 'certain':
      return l10n.t('Certain');
    case 'likely':
      return l10n.t('Likely');
    case 'possible':
      return l10n.t('Possible');
  }
}

/** Why a cause was not looked at, and who can. */
export function notLookedText(reason: NotLooked, language: string): string {
  switch (reason.why) {
    case 'not-allowed':
      return l10n.t(
        'It needs the permission {0}, which you do not hold: somebody who holds it can look.',
        new Intl.ListFormat(language).format(reason.permissions),
      );
    case 'failed':
      return adviceOn(reason.error).why;
    case 'reading':
      return l10n.t('It is being read.');
    case 'signed-out':
      return l10n.t('Nobody is signed in to the organization. Sign in, and it is looked at.');
    case 'no-client':
      return l10n.t('No client is known. Name one, or paste what has its Client ID in it.');
    case 'client-missing':
      return l10n.t('The organization does not have this client.');
    case 'no-call':
      return l10n.t('No call is known. Paste the one that fails.');
    case 'browser':
      return l10n.t('Only the browser of the person who logs in tells it.');
    case 'application':
      return l10n.t('Only the application that logs in or calls tells it.');
    case 'person':
      return l10n.t('It depends on the roles of the person who logs in.');
    case 'error-text':
      return l10n.t('Only the answer to a call that failed tells it. Paste it.');
    case 'login-page':
      return l10n.t(
        "Only whoever set up the framework knows whether agents log in at a partner's page. Where that decides, you are asked.",
      );
    case 'admin-page':
      return l10n.t('No API tells it. The admin page Authorized Applications does.');
  }
}

/** What was made of the text, where it did not help by itself. */
export function textTellsText({ textTells, causes: found, notes }: Diagnosis): string | undefined {
  switch (textTells) {
    case 'not-asked':
    case 'something':
      return undefined;
    case 'nothing':
      return found.length === 0
        ? l10n.t(
            'This text does not tell why something fails. Paste the address or the words of the error page, the answer to the call, or a HAR.',
          )
        : l10n.t('The text does not tell why something fails. What follows was found without it.');
    case 'other-product':
      return l10n.t('This text is about another product: nothing in it comes from Genesys Cloud.');
    case 'may-be-other-product':
      return l10n.t(
        'Whether this text is about Genesys Cloud is not certain: {0} is not known as a host of it, and may be a host of your company in front of it, or of another product. What follows holds only if it is the former.',
        listed(notes.flatMap((note) => (note.kind === 'company-hosts' ? note.hosts : []))),
      );
    case 'several-clients':
      return l10n.t(
        'This text is about several clients, and does not say which one fails. Paste the part that is about one of them, or begin at that client.',
      );
    case 'other-client':
      return l10n.t(
        'This text is about another client, and was left out. Paste what is about this one, or ask about the other.',
      );
    case 'too-large':
      return l10n.t('This text is too large to be read. Paste the part with the failure.');
  }
}
