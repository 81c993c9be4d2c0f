import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Attempt } from '../../core/signIn/attempt.ts';
import { mayBeWrongRegion, signInFailureText } from '../../core/texts/signInFailures.ts';
import type { Services } from '../services.ts';
import { plainMessage } from '../ui/plainMessage.ts';
import type { Session } from './session.ts';
import type { SignInResult } from './signIn.ts';

/** Opens the wizard where it prepares the client to sign in with. */
export type PrepareClient = (region: string) => Promise<void>;

/**
 * Signs in outside the wizard: asks how, does it, and offers the ways on when it fails. Returns undefined when the
 * person cancelled, or went to prepare a client first.
 */
export async function signInInteractively(
  { signIn, log }: Services,
  prepareClient: PrepareClient,
): Promise<Session | undefined> {
  const way = await signIn.askWay();
  if (way === undefined) return undefined;
  let next: ((attempt: Attempt) => Promise<SignInResult>) | undefined = async (attempt) =>
    await signIn.signIn(way, attempt);
  while (next !== undefined) {
    const result = await withProgress(next);
    switch (result.kind) {
      case 'signed-in':
        return result.session;
      case 'cancelled':
        return undefined;
      case 'preparing-client':
        await prepareClient(result.region);
        return undefined;
      case 'failed':
        next = await askWhatNext(result, next);
    }
  }
  return undefined;

  async function askWhatNext(
    { failure, elsewhere }: Extract<SignInResult, { kind: 'failed' }>,
    again: (attempt: Attempt) => Promise<SignInResult>,
  ) {
    const { what, why, next: advice, details } = signInFailureText(failure);
    for (const detail of details) log.warn(detail);
    const tryAgain = l10n.t('Try again');
    const tryRegions = l10n.t('Try the likely regions');
    const showLog = l10n.t('Show log');
    const canTryRegions = elsewhere !== undefined && mayBeWrongRegion(failure);
    const answer = await vscode.window.showErrorMessage(
      plainMessage(`${what} ${why} ${advice}`),
      ...(canTryRegions ? [tryRegions] : []),
      tryAgain,
      showLog,
    );
    if (answer === showLog) log.show();
    if (answer === tryAgain) return again;
    if (answer !== tryRegions || elsewhere === undefined || !('region' in failure)) return undefined;
    const { region } = failure;
    return async (attempt: Attempt) => await signIn.tryRegions(elsewhere, region, attempt);
  }
}

async function withProgress(work: (attempt: Attempt) => Promise<SignInResult>): Promise<SignInResult> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Signing in to Genesys Cloud…'),
    cancellable: true,
  };
  return await vscode.window.withProgress(options, async (progress, cancellation) => {
    const controller = new AbortController();
    cancellation.onCancellationRequested(() => controller.abort());
    return await work({
      signal: controller.signal,
      report: (connecting) => {
        if (connecting.kind === 'trying-regions') progress.report({ message: connecting.region });
      },
    });
  });
}
