import * as l10n from '@vscode/l10n';
import type { StepOutcome } from '../operations/interrupted.ts';
import { NEW_CLIENT_ID } from '../procedures/placement.ts';
import type { PlanStep } from '../procedures/plan.ts';
import type { SecretTarget } from '../procedures/secretTarget.ts';
import { providerName } from './scim.ts';

/** What a step of the plan does, in a line. */
export function planStepTitle(step: PlanStep): string {
  switch (step.kind) {
    case 'create-role':
      return l10n.t('Create the role {0} in {1}', step.body.name, step.orgName);
    case 'give-role':
      return l10n.t('Give the role {0} to yourself', step.name);
    case 'create-client':
      return l10n.t('Create the client in {0}', step.orgName);
    case 'change-client':
      return l10n.t('Change the client in {0}', step.orgName);
    case 'use-client':
      return step.adopted === undefined
        ? l10n.t('Use the client {0} that you have made', step.id)
        : l10n.t('Use the client {0}', step.name);
    case 'keep-secret':
      return keepingTitle(step.target);
    case 'read-back':
      return l10n.t('Read the client back and compare it');
    case 'prove':
      return step.by === 'scim'
        ? l10n.t('Prove it: get a token and read the SCIM service provider config')
        : l10n.t('Prove it: get a token');
    case 'make-token':
      return l10n.t('Make a token for {0}', providerName(step.provider));
    case 'write-scim-file':
      return step.exists
        ? l10n.t('Write the connection into {0}', step.path)
        : l10n.t('Create {0} with the connection', step.path);
    case 'edit-framework-file':
      return l10n.t('Write the Client ID into {0}', step.path);
    case 'create-framework-file':
      return l10n.t('Create {0} with the Client ID', step.path);
  }
}

function keepingTitle(target: SecretTarget | undefined): string {
  switch (target?.kind) {
    case undefined:
      return l10n.t("Keep the Client Secret in VS Code's secret storage");
    case 'file':
      return l10n.t('Write the Client Secret into {0}', target.path);
    case 'output':
      return l10n.t('Show the Client Secret');
    case 'undecided':
      return l10n.t('Hand over the Client Secret');
  }
}

/** What to know about a step of the plan besides, in a sentence; nothing where what it sends or writes says all. */
export function planStepNote(step: PlanStep): string | undefined {
  switch (step.kind) {
    case 'give-role':
      return l10n.t(
        'Only a role that you hold can be given to a client. Save waits until Genesys Cloud has noticed that you hold it.',
      );
    case 'use-client':
      return step.adopted === undefined
        ? l10n.t('No request is sent. You created it on the admin page as {0}.', step.name)
        : l10n.t('It is there already and stays as it is. No request is sent.');
    case 'keep-secret':
      return keepingNote(step.target);
    case 'read-back':
      return l10n.t('Genesys Cloud may have changed a value without saying so.');
    case 'prove':
      return step.by === 'scim'
        ? l10n.t('With a token of the new client. It changes nothing.')
        : l10n.t('With ID and secret of the new client. The token is thrown away.');
    case 'make-token':
      return tokenNote(step.target);
    case 'write-scim-file':
      return l10n.t('When the client was created and when its token ends are added. No secret is written.');
    case 'create-role':
    case 'create-client':
    case 'change-client':
    case 'edit-framework-file':
    case 'create-framework-file':
      return undefined;
  }
}

function keepingNote(target: SecretTarget | undefined): string {
  switch (target?.kind) {
    case undefined:
      return l10n.t('It is returned once. It is never written into a file.');
    case 'file':
    case 'output':
      return l10n.t('It is returned once. It is written nowhere else.');
    case 'undecided':
      return l10n.t('It is returned once, and nobody has said yet where it goes.');
  }
}

function tokenNote(target: SecretTarget | undefined): string {
  switch (target?.kind) {
    case undefined:
      return l10n.t(
        "The token is kept in VS Code's secret storage until you give it to the identity provider.",
      );
    case 'file':
    case 'output':
    case 'undecided':
      return l10n.t('The token goes where the Client Secret goes.');
  }
}

/** A request to the letter: method and address, and its body line by line. */
export type SentRequest = { readonly head: string; readonly body: readonly string[] };

/** Where the sentence of a token request begins and ends: only the grant type stands in it. */
const TOKEN_REQUEST = ['grant_type=client_credentials'];

/**
 * The request that a step sends, with stand-ins for the IDs that nobody knows yet. Undefined of a step that sends none, and
 * of those that make or change the client, whose values are told one by one.
 */
export function sentByStep(step: PlanStep): SentRequest | undefined {
  switch (step.kind) {
    case 'create-role':
    case 'give-role':
      return { head: `POST ${step.url}`, body: JSON.stringify(step.body, undefined, 2).split('\n') };
    case 'read-back':
      return { head: `GET ${step.url}${NEW_CLIENT_ID}`, body: [] };
    case 'prove':
      return step.by === 'scim'
        ? { head: `GET ${step.url}`, body: [] }
        : { head: `POST ${step.url}`, body: TOKEN_REQUEST };
    case 'make-token':
      return { head: `POST ${step.url}`, body: TOKEN_REQUEST };
    case 'create-client':
    case 'change-client':
    case 'use-client':
    case 'keep-secret':
    case 'write-scim-file':
    case 'edit-framework-file':
    case 'create-framework-file':
      return undefined;
  }
}

/** What became of a step of the plan, behind its title. */
export function stepOutcomeText(outcome: StepOutcome): string {
  switch (outcome) {
    case 'done':
      return l10n.t('done');
    case 'nothing-to-keep':
      return l10n.t('nothing to keep: the secret was lost with the answer');
    case 'not-compared':
      return l10n.t('not compared: the organization did not show the client');
    case 'under-way':
      return l10n.t('under way');
    case 'failed':
      return l10n.t('not done');
    case 'not-certain':
      return l10n.t('not certain');
    case 'not-started':
      return l10n.t('not started');
  }
}
