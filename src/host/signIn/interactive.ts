import * as l10n from '@vscode/l10n';
import type { Attempt } from '../../core/signIn/attempt.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { mayBeWrongRegion, signInFailureText } from '../../core/texts/signInFailures.ts';
import type { Services } from '../services.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { BACK, type Back, firstOf, type Step, withoutBack } from '../ui/questions.ts';
import type { Session } from './session.ts';
import type { SignInResult } from './signIn.ts';

/** Opens the wizard where it prepares the client to sign in with. */
export type PrepareClient = (region: string) => Promise<void>;

/**
 * Signs in outside the wizard: asks how, does it, and offers the ways on when it fails. Returns undefined when the
 * person cancelled, or went to prepare a client first.
 */
export async function signInInteractively(
  services: Services,
  prepareClient: PrepareClient,
): Promise<Session | undefined> {
  return withoutBack(await signInFrom(firstOf(undefined), services, prepareClient));
}

/** The same as one of several questions. Back when the person went back from its step. */
export async function signInFrom(
  step: Step,
  { signIn, dialogs, log }: Services,
  prepareClient: PrepareClient,
): Promise<Session | Back | undefined> {
  const asked = await signIn.askWay(step, async (way, next) => {
    const result = await attempted(dialogs, async (attempt) => await signIn.signInFrom(next, way, attempt));
    return result === BACK ? BACK : { way, result };
  });
  if (asked === undefined || asked === BACK) return asked;
  let { result } = asked;
  let again = async (attempt: Attempt) => await signIn.signIn(asked.way, attempt);
  for (;;) {
    switch (result.kind) {
      case 'signed-in':
        return result.session;
      case 'cancelled':
        return undefined;
      case 'preparing-client':
        await prepareClient(result.region);
        return undefined;
      case 'failed': {
        const next = await askWhatNext(result, again);
        if (next === undefined) return undefined;
        again = next;
        result = await attempted(dialogs, next);
      }
    }
  }

  async function askWhatNext(
    { failure, elsewhere }: Extract<SignInResult, { kind: 'failed' }>,
    again: (attempt: Attempt) => Promise<SignInResult>,
  ) {
    const { what, why, next: advice, details } = signInFailureText(failure);
    for (const detail of details) log.warn(detail);
    const canTryRegions = elsewhere !== undefined && mayBeWrongRegion(failure);
    const answer = await dialogs.answer('error', inOneText([what, why, advice]), [
      ...(canTryRegions ? [{ title: l10n.t('Try the likely regions'), value: 'regions' as const }] : []),
      { title: l10n.t('Try again'), value: 'again' },
      { title: l10n.t('Show log'), value: 'log' },
    ]);
    if (answer === 'log') log.show();
    if (answer === 'again') return again;
    if (answer !== 'regions' || elsewhere === undefined || !('region' in failure)) return undefined;
    const { region } = failure;
    return async (attempt: Attempt) => await signIn.tryRegions(elsewhere, region, attempt);
  }
}

async function attempted<Result>(
  dialogs: Dialogs,
  work: (attempt: Attempt) => Promise<Result>,
): Promise<Result> {
  return await dialogs.progress(l10n.t('Signing in to Genesys Cloud…'), async (signal, report) =>
    work({
      signal,
      report: (stage) => {
        if (stage.kind === 'trying-regions') report(stage.region);
      },
    }),
  );
}
