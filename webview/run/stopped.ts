import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { isGone, type Left } from '../../src/core/operations/deleteClient.ts';
import { requestErrorOf } from '../../src/core/operations/newRole.ts';
import { isOfDeletion, type StoppedRun, usableClient } from '../../src/core/operations/run.ts';
import { createsClient } from '../../src/core/procedures/plan.ts';
import { fixText } from '../../src/core/texts/draftFixes.ts';
import { stopText } from '../../src/core/texts/failures.ts';
import { roleStandsText } from '../../src/core/texts/newRole.ts';
import { signInFailureText } from '../../src/core/texts/signInFailures.ts';
import { failureOf } from '../connect/failed.ts';
import { cancel, underWayText } from '../connect/underWay.ts';
import { button, checkbox, progress } from '../controls.ts';
import { copyBeside, copyButton } from '../copyButton.ts';
import { failureView } from '../failure.ts';
import { adminPageLink, fileLink, noAdminPage } from '../links.ts';
import { practiceNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { changeList } from '../steps/changes.ts';
import { tryAgain, waitBefore } from '../tryAgain.ts';
import { openClient } from './ofClient.ts';
import { readBackWarning } from './readBack.ts';
import { replaceSecret, takeBack } from './takeBack.ts';

/** Why Save stopped, what stands (`states`), and every way on that cannot create a client twice. */
export function stopped(page: Page, run: StoppedRun, states: TemplateResult): TemplateResult {
  const isCancelled = run.failure.kind === 'cancelled';
  return html`<section>
      <h2 tabindex="-1">${isCancelled ? l10n.t('Saving was cancelled') : l10n.t('Saving stopped')}</h2>
      ${practiceNote(run.saved, 'before-files')}
      ${failureView(page, stopText(run), { remedy: besides(page, run), copyDetails: copyDetails(page), isWarning: isCancelled })}
      ${readBackWarning(page, run)} ${states}
      ${signInFailure(page)}
      ${run.role === undefined ? nothing : html`<p>${roleStandsText(run.role.name)}</p>`}
      ${run.client === undefined ? nothing : whatStands(page, run, run.client.id)} ${isOfTakingBackAgain(run.failure) ? nothing : takeBack(page, run)}
      ${afterLooking(page, run)}
    </section>
    <footer class="bar">${signingIn(page) ?? waysOn(page, run)}</footer>`;
}

/** The sign-in that Save waits for, while it is under way. */
function signingIn(page: Pick<Page, 'connecting' | 'send'>): TemplateResult | undefined {
  const text = underWayText(page.connecting);
  return text === undefined ? undefined : html`${cancel(page)} ${progress(text)}`;
}

/** Why the sign-in that Save waits for did not come about. */
function signInFailure(page: Pick<Page, 'connecting' | 'send'>): TemplateResult | typeof nothing {
  const failure = failureOf(page.connecting);
  return failure === undefined ? nothing : failureView(page, signInFailureText(failure));
}

function copyDetails(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    label: l10n.t('Copy details'),
    onClick: () => page.send({ type: 'copy', what: 'details' }),
  });
}

/** What somebody else made of the client that was to be changed; that there is no list to look for one in. */
function besides(page: Page, { failure }: StoppedRun): TemplateResult {
  if (failure.kind === 'changed-meanwhile') return changeList(page, failure.differences);
  const isSought = failure.kind === 'perhaps-created' || failure.kind === 'interrupted';
  return isSought ? html`${noAdminPage(page)}` : html``;
}

/** Every button does what it says, and "Try again" does again what failed. */
function waysOn(page: Page, run: StoppedRun): TemplateResult {
  const again = (label: string, look?: 'primary') =>
    tryAgain({
      label,
      ...(look && { look }),
      wait: waitBefore(run.failure),
      onClick: () => page.send({ type: 'retry', createAnyway: false }),
    });
  const signIn = hasSignInEnded(run) ? signInAgain(page, run) : nothing;
  const first = signIn === nothing ? 'primary' : undefined;
  const goesOn = run.failure.kind === 'cancelled' ? l10n.t('Go on') : l10n.t('Try again');
  switch (run.failure.kind) {
    case 'perhaps-created':
      return html`${signIn} ${again(l10n.t('Look again'), first)} ${listOfClients(page)}`;
    case 'role-perhaps-created':
      return html`${signIn} ${again(l10n.t('Look again'), first)}`;
    case 'changed-meanwhile':
      return html`${lookAgain(page)} ${backToAnswers(page)}`;
    case 'not-changed':
      if (isGone(run.failure.error)) return backToAnswers(page);
      break;
    case 'creation-not-noted':
      return html`${again(l10n.t('Try again'), first)} ${anyway(page, l10n.t('Save without the note'))} ${wayOut(page, run)}`;
    case 'deletion-not-noted':
      return html`${again(l10n.t('Delete it again'), first)} ${anyway(page, l10n.t('Delete it without the note'))} ${run.client === undefined ? leave(page) : keepClient(page, run.failure.left)}`;
    case 'interrupted':
      if (run.failure.client === 'there') return html`${again(l10n.t('Go on'), first)} ${leave(page)}`;
      return html`${again(l10n.t('Look for the client'), first)} ${listOfClients(page)} ${leave(page)}`;
    case 'not-taken-back':
      return html`${signIn} ${again(l10n.t('Delete it again'), first)} ${keepClient(page, run.failure.left)}`;
    case 'not-activated':
      return html`${signIn} ${again(l10n.t('Try again'), first)} ${leave(page)}`;
    case 'role-interrupted':
      return html`${again(run.failure.role === 'there' ? l10n.t('Go on') : l10n.t('Look for the role'), first)} ${leave(page)}`;
    case 'role-not-taken-back':
      return html`${signIn} ${again(l10n.t('Delete it again'), first)} ${leave(page)}`;
  }
  if (run.client !== undefined && createsClient(run.plan)) {
    return lacksSecret(run)
      ? html`${replaceSecret(page, 'primary')} ${again(l10n.t('Try again'))} ${leave(page)}`
      : html`${again(goesOn, 'primary')} ${leave(page)}`;
  }
  if (signIn !== nothing) return html`${signIn} ${again(l10n.t('Try again'))} ${wayOut(page, run)}`;
  return refusesImplicitGrant(run)
    ? html`${usePkce(page)} ${backToAnswers(page)}`
    : html`${again(goesOn, 'primary')} ${wayOut(page, run)}`;
}

/** With other answers nobody would know any more that the role stands. */
function wayOut(page: Pick<Page, 'send'>, { role }: StoppedRun): TemplateResult {
  return role === undefined ? backToAnswers(page) : leave(page);
}

/** Whether deleting is what failed, and what is done again. */
function isOfTakingBackAgain(failure: StoppedRun['failure']): boolean {
  return isOfDeletion(failure) || failure.kind === 'role-not-taken-back';
}

function lookAgain(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    label: l10n.t('Look again'),
    look: 'primary',
    onClick: () => page.send({ type: 'look-again' }),
  });
}

function lacksSecret({ failure }: StoppedRun): boolean {
  const isWithoutToken = failure.kind === 'not-proven' || failure.kind === 'token-not-made';
  return isWithoutToken && failure.error.kind === 'no-secret';
}

/** Does what failed although something speaks against it that the person has been told. */
function anyway(page: Pick<Page, 'send'>, label: string): TemplateResult {
  return button({ label, onClick: () => page.send({ type: 'retry', createAnyway: true }) });
}

/** Whether the org no longer knows who is signed in; what failed is done again after signing in. */
function hasSignInEnded({ failure }: StoppedRun): boolean {
  switch (failure.kind) {
    case 'not-created':
    case 'not-changed':
    case 'not-taken-back':
    case 'not-activated':
    case 'role-not-created':
    case 'role-not-given':
      return failure.error.kind === 'signed-out';
    case 'role-not-taken-back':
      return requestErrorOf(failure.error)?.kind === 'signed-out';
    case 'perhaps-created':
    case 'role-perhaps-created':
      return failure.error.kind === 'signed-out' || failure.lookup.kind === 'signed-out';
    case 'perhaps-changed':
      return failure.error.kind === 'signed-out' || failure.lookup?.kind === 'signed-out';
    default:
      return false;
  }
}

function signInAgain(page: Pick<Page, 'send'>, run: StoppedRun): TemplateResult {
  return button({
    label: isNothingDone(run) ? l10n.t('Sign in again and save') : l10n.t('Sign in again'),
    look: 'primary',
    onClick: () => page.send({ type: 'sign-in-again' }),
  });
}

function isNothingDone({ failure: { kind }, role }: StoppedRun): boolean {
  const isFirst = kind === 'not-created' || kind === 'not-changed' || kind === 'role-not-created';
  return isFirst && role === undefined;
}

/** Where whoever wants to look for themselves finds the client, if there is such a place. */
function listOfClients(page: Page): TemplateResult | typeof nothing {
  return noAdminPage(page) === nothing
    ? adminPageLink(page, l10n.t('Open the list of OAuth clients'))
    : nothing;
}

function keepClient(page: Pick<Page, 'send'>, left: Left): TemplateResult {
  return button({
    label: left === 'as-it-was' ? l10n.t('Keep it and go on') : l10n.t('Make it active again and go on'),
    onClick: () => page.send({ type: 'keep-client' }),
  });
}

function leave(page: Pick<Page, 'send'>): TemplateResult {
  return button({ label: l10n.t('Keep it as it is'), onClick: () => page.send({ type: 'start-over' }) });
}

function backToAnswers(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    label: l10n.t('Back to the answers'),
    onClick: () => page.send({ type: 'back-to-answers' }),
  });
}

/** E3: when the org refuses the implicit grant, the next click offers the other one with everything else kept. */
function refusesImplicitGrant({ failure, plan }: StoppedRun): boolean {
  if (failure.kind !== 'not-created' || failure.error.kind !== 'rejected') return false;
  if (failure.error.answer.code !== 'bad.grant.type') return false;
  return plan.some((step) => step.kind === 'create-client' && step.body.authorizedGrantType === 'TOKEN');
}

function usePkce(page: Pick<Page, 'answer' | 'send'>): TemplateResult {
  const change = { grantType: 'CODE' } as const;
  return button({
    label: fixText({ code: 'use-pkce', args: {}, change }),
    look: 'primary',
    onClick: () => {
      page.answer(change);
      page.send({ type: 'back-to-answers' });
    },
  });
}

/** Saving again is safe only for somebody who looked: going back would forget that a request was sent. */
function afterLooking(
  page: Pick<Page, 'look' | 'looks' | 'send'>,
  run: StoppedRun,
): TemplateResult | typeof nothing {
  const { kind } = run.failure;
  if (kind !== 'perhaps-created' && kind !== 'role-perhaps-created') return nothing;
  return html`<div class="field">
    ${checkbox({
      id: 'confirms-second-client',
      checked: page.looks.confirmsSecondClient,
      onChange: (confirmsSecondClient) => page.look({ confirmsSecondClient }),
      content:
        kind === 'perhaps-created'
          ? l10n.t('I looked at the list of OAuth clients, and this client is not there.')
          : l10n.t('I looked at the list of roles, and this role is not there.'),
    })}
    ${page.looks.confirmsSecondClient ? html`<p class="actions">${sendAgain(page)} ${wayOut(page, run)}</p>` : nothing}
  </div>`;
}

function sendAgain(page: Pick<Page, 'look' | 'send'>): TemplateResult {
  return button({
    label: l10n.t('Send the request again'),
    onClick: () => {
      page.look({ confirmsSecondClient: false });
      page.send({ type: 'retry', createAnyway: true });
    },
  });
}

/**
 * The client that was created before Save stopped: nothing of it may be lost, whatever comes next, and nothing of it is
 * handed on while nobody may be able to use it.
 */
function whatStands(page: Pick<Page, 'looks' | 'send'>, run: StoppedRun, clientId: string): TemplateResult {
  return html`${refusedFile(page, run)} ${clientIdFact(page, clientId)}
    ${usableClient(run) === undefined ? nothing : handedOn(page, run)}`;
}

/** The Client ID of a Save that is not through. */
export function clientIdFact(page: Pick<Page, 'looks' | 'send'>, clientId: string): TemplateResult {
  return html`<dl class="facts">
    <dt>${l10n.t('Client ID')}</dt>
    <dd><code>${clientId}</code> ${copyBeside(page, 'client-id', l10n.t('Client ID'))}</dd>
  </dl>`;
}

function handedOn(page: Pick<Page, 'looks' | 'send'>, run: StoppedRun): TemplateResult {
  return html`<p class="actions">
      ${openClient(page, run)}
      ${hasSecretToCopy(run) ? copyButton(page, 'client-secret', l10n.t('Copy the Client Secret')) : nothing}
      ${run.saved.procedure === 'embeddable' ? copyButton(page, 'ready-line', l10n.t('Copy the line for clientIds')) : nothing}
    </p>`;
}

/** The Embeddable Framework needs no secret, so there it is offered only where it would else be lost. */
function hasSecretToCopy({ failure, hasSecret, saved: { procedure } }: StoppedRun): boolean {
  return failure.kind === 'secret-not-kept' || (hasSecret && procedure !== 'embeddable');
}

/** The file that stands in the way, at the line that says so. */
function refusedFile(
  page: Pick<Page, 'send'>,
  { failure, plan }: StoppedRun,
): TemplateResult | typeof nothing {
  const step = plan.find((each) => each.kind === 'write-scim-file');
  if (failure.kind !== 'scim-file-refused' || step === undefined) return nothing;
  return html`<p>${fileLink(page, step, failure.line)}</p>`;
}
