import * as vscode from 'vscode';
import type { ClientChange } from '../../core/clients/change.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { FoundCause, NextStep } from '../../core/doctor/answer.ts';
import type { Subject } from '../../core/doctor/subject.ts';
import type { DoctorAbout } from '../../core/doctorPage/messages.ts';
import { appsUrl, oauthClientAdminUrl } from '../../core/platform/regions.ts';
import type { StepId } from '../../core/procedures/step.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import { nextStepText } from '../../core/texts/doctorNextStep.ts';
import { noAdminPageText } from '../../core/texts/practiceOrg.ts';
import type { FrameworkPlace } from '../../core/wizard/wizard.ts';
import type { ClientChanges } from '../clients/clientChanges.ts';
import type { ActOnClient } from '../clients/manageClient.ts';
import { showFile } from '../files/write.ts';
import { textLanguage } from '../language.ts';
import { connectionNow } from '../scim/chooseConnection.ts';
import { secretAt } from '../secrets/clientSecrets.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import type { Services } from '../services.ts';

/** What is about to be done about a cause. */
export type NextToDo = {
  readonly about: DoctorAbout;
  readonly cause: FoundCause;
  /** The client, as it was read in its org; undefined where it is not known. */
  readonly found: FoundClient | undefined;
};

/** What next steps are done by. */
export type StepTools = {
  readonly services: Pick<Services, 'browser' | 'dialogs' | 'secrets'>;
  readonly changes: Pick<ClientChanges, 'apply'>;
  /** Does something with a client that was read. */
  readonly actOn: ActOnClient;
  /** Opens the wizard on a client, at this page of it. */
  edit(found: FoundClient, page: StepId): Promise<void>;
  /** Opens the wizard for a client that is wanted there; anywhere, where that is not said. */
  createClient(place: FrameworkPlace | undefined): Promise<void>;
  makeScimToken(uri: vscode.Uri, connection: WrittenConnection): Promise<void>;
  signIn(): Promise<unknown>;
};

/**
 * Does the next step of a cause. What the person must know of it is told to them; what only they can do, they read, and so
 * what cannot be done here because the client, or where it is written, is not known any more.
 */
export async function doNextStep(tools: StepTools, { about, cause, found }: NextToDo): Promise<void> {
  const { subject } = about;
  const { next } = cause;
  const tellIt = () => tools.services.dialogs.tell(nextStepText(next, textLanguage()));
  const change = changeFor(next);
  if (change !== undefined) {
    if (found === undefined) return tellIt();
    const { org, client } = found;
    await tools.changes.apply({ region: org.region, clientId: client.id, org, changes: [change] });
    return;
  }
  switch (next.kind) {
    case 'edit':
      return found === undefined ? tellIt() : await tools.edit(found, next.page);
    case 'rotate':
      return found === undefined ? tellIt() : await tools.actOn(found, [], next.kind);
    case 'copy-secret': {
      const secret = found && (await secretAt(tools.services.secrets, found.client.id, found.org));
      if (secret === undefined) return tellIt();
      return await copyAndTell(tools.services.dialogs, secret);
    }
    case 'create-client':
      return await tools.createClient(
        subject.kind === 'framework' ? { uri: subject.uri, region: subject.region } : undefined,
      );
    case 'make-scim-token':
      return (await makeToken(tools, subject)) ? undefined : tellIt();
    case 'sign-in':
      await tools.signIn();
      return;
    case 'open-file':
      if (subject.kind === 'framework' || subject.kind === 'scim')
        await showFile(vscode.Uri.parse(subject.uri), subject.line);
      return;
    case 'open-admin-page':
      return (await openAdminPage(tools, next.page, subject, found)) ? undefined : tellIt();
    default:
      return;
  }
}

/** How the client is changed for it; undefined where that is not what is to be done. */
function changeFor(next: NextStep): ClientChange | undefined {
  switch (next.kind) {
    case 'add-redirect-uris':
      return { kind: 'add-redirect-uris', uris: next.uris };
    case 'replace-redirect-uri':
      return { kind: 'replace-redirect-uris', replacements: [{ from: next.registered, to: next.uri }] };
    case 'activate':
    case 'restore':
      return { kind: 'activate' };
    default:
      return undefined;
  }
}

/** False where the file does not say so any more. */
async function makeToken(tools: StepTools, subject: Subject): Promise<boolean> {
  if (subject.kind !== 'scim') return false;
  const uri = vscode.Uri.parse(subject.uri);
  const connection = await connectionNow(uri, subject);
  if (connection === undefined) return false;
  await tools.makeScimToken(uri, connection);
  return true;
}

/** False where nobody knows the org. Of the org's own settings nothing but the address of the admin pages is known (Genesys facts 3). */
async function openAdminPage(
  { services }: StepTools,
  page: Extract<NextStep, { kind: 'open-admin-page' }>['page'],
  subject: Subject,
  found: NextToDo['found'],
): Promise<boolean> {
  if (found?.org.practice) {
    services.dialogs.tell(noAdminPageText());
    return true;
  }
  const named = subject.kind === 'text' ? undefined : subject;
  const region = found?.org.region ?? named?.region;
  const clientId = found?.client.id ?? named?.clientId;
  if (region === undefined) return false;
  const isOfClient = page === 'client' && clientId !== undefined;
  await services.browser.open(
    new URL(isOfClient ? oauthClientAdminUrl(region, clientId) : `${appsUrl(region)}/directory/#/admin`),
  );
  return true;
}
