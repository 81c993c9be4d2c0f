import * as l10n from '@vscode/l10n';
import type { SignInFailure } from '../../core/signIn/attempt.ts';
import { REGION_VARIABLE } from '../../core/signIn/found.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';
import { signInFailureText } from '../../core/texts/signInFailures.ts';
import type { Io } from '../io.ts';
import { GATEWAY, hasGateway } from './gateway.ts';
import { RUNNING_PRACTICE_ORG } from './practiceOrg.ts';
import type { SignIn } from './signIns.ts';

/** Why one could not look into an org: what happened, why, and what to do next, in words; and what was answered. */
export type NotOpened = {
  /** How `--org` calls it. */
  readonly name: string;
  readonly from: string;
  /** In sentences. */
  readonly reason: string;
  /** Codes and correlation IDs. */
  readonly details: readonly string[];
};

/** What keeps a sign-in from being tried at all; nothing is sent then. */
export function obstacleOf(signIn: SignIn, env: Io['env']): NotOpened | undefined {
  if (signIn.kind === 'practice-org') return undefined;
  const { description } = signIn.found;
  const { obstacle, unknownRegion = '', source } = description;
  switch (obstacle) {
    case 'region-missing':
      return refused(
        signIn,
        l10n.t('It names no region.'),
        source === 'genesys-cli'
          ? l10n.t('Write its region into the profile, such as environment = "mypurecloud.com".')
          : l10n.t('Set {0} to its region, such as mypurecloud.com.', regionVariable(source)),
      );
    case 'region-unknown':
      return refused(
        signIn,
        l10n.t('Its region "{0}" is not one of Genesys Cloud.', unknownRegion),
        l10n.t('Correct it there.'),
      );
    case 'gateway':
      return hasGateway(env)
        ? undefined
        : refused(
            signIn,
            l10n.t(
              "It goes through a gateway, and where tokens are sent is nobody else's choice than yours.",
            ),
            l10n.t('Set {0} to the gateway, such as {1}.', GATEWAY, '{"host":"gateway.example"}'),
          );
    case undefined:
      return undefined;
  }
}

function regionVariable(source: 'terraform' | 'variable'): string {
  return source === 'terraform' ? 'GENESYSCLOUD_REGION' : REGION_VARIABLE;
}

/** Why a sign-in that was tried came to nothing. */
export function notOpened(signIn: SignIn, failure: SignInFailure): NotOpened {
  const { what, why, details } = signInFailureText(failure);
  return { ...refused(signIn, inOneText([what, why]), nextStep(signIn, failure)), details };
}

/** That a practice org, named in the environment or started here, does not answer. */
export function practiceOrgSilent(signIn: SignIn, env: Io['env'], reason: string): NotOpened {
  const next =
    env[RUNNING_PRACTICE_ORG] === undefined
      ? l10n.t('Try again.')
      : l10n.t('{0} names it: start it again, or leave the variable out.', RUNNING_PRACTICE_ORG);
  return { ...refused(signIn, l10n.t('The practice org does not answer.'), next), details: [reason] };
}

function refused({ name, from }: SignIn, why: string, next: string): NotOpened {
  return { name, from, reason: inOneText([why, next]), details: [] };
}

/** What to do next here, where nobody can be asked and nothing can be clicked. */
function nextStep(signIn: SignIn, failure: SignInFailure): string {
  switch (failure.kind) {
    case 'client-unknown':
    case 'token-refused':
      return l10n.t(
        'See that the region, and the ID or the token, are those of the organization: {0}.',
        signIn.from,
      );
    case 'secret-wrong':
    case 'grant-missing':
    case 'no-region-fits':
    case 'found-gone':
    case 'found-behind-gateway':
      return l10n.t('Correct it where it stands: {0}.', signIn.from);
    case 'gateway-malformed':
      return l10n.t('Correct or remove {0}: it needs a host, and may have a port and two paths.', GATEWAY);
    default:
      return signInFailureText(failure).next;
  }
}

/** That nobody can be signed in to, and how one gets there. */
export function nothingAtHand(): string {
  return inOneText([
    l10n.t('Nothing was found to sign in with.'),
    l10n.t(
      'Set {0}, or make a profile of the Genesys CLI; or try the practice org with {1}.',
      'GENESYSCLOUD_REGION, GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET',
      '--practice',
    ),
  ]);
}

/** That none of these orgs is called so. */
export function noSuchOrg(word: string, names: readonly string[], language: string): string {
  const none = l10n.t('There is no organization "{0}" among those that one can sign in to here.', word);
  return names.length === 0
    ? inOneText([none, nothingAtHand()])
    : inOneText([none, l10n.t('There are: {0}.', listed(names, language))]);
}
