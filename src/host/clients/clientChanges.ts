import * as l10n from '@vscode/l10n';
import type { ClientChange } from '../../core/clients/change.ts';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import {
  type BegunChange,
  type ChangeEffects,
  type ChangePreview,
  type ClientEffects,
  clientEffects,
  type MadeChange,
  makeChange,
  type NothingToDo,
  prepareChange,
  undoChange,
} from '../../core/operations/changeClient.ts';
import { changeDeed, type Deed, undoDeed } from '../../core/operations/deeds.ts';
import { isGone } from '../../core/operations/deleteClient.ts';
import { type PlatformError, SIGNED_OUT } from '../../core/platform/errors.ts';
import { isPracticeAccount } from '../../core/signIn/accountId.ts';
import { type ClientAsked, withRequest } from '../../core/texts/accessRequest.ts';
import {
  changedText,
  changeMeaning,
  changeQuestion,
  changeRisk,
  failedChangeText,
  failedUndoText,
  refusedChangeText,
  refusedUndoText,
  uncertainChangeText,
  unchangedText,
  undoAgainText,
  undoneText,
  unexpectedChangeText,
} from '../../core/texts/clientChanges.ts';
import { differenceLines } from '../../core/texts/clientFields.ts';
import type { NamedClient } from '../../core/texts/clientName.ts';
import { ownSignInEnds } from '../../core/texts/ownClient.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { usedHereLines } from '../../core/texts/usedHere.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { signedInWith } from '../signIn/signedInWith.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { ClientAtHome } from './clientHistory.ts';
import { type Place, placeOfClient } from './lookUp.ts';
import { type NotedClient, noteDeed } from './noteDeed.ts';
import { usedHere } from './usedHere.ts';

/** What is to be changed of a client. */
export type ChangeRequest = {
  /** Domain. */
  readonly region: string;
  readonly clientId: string;
  /** Of those in which it was read, the one that is meant; left out where that is not known. */
  readonly org?: OrgAccount;
  readonly changes: readonly ClientChange[];
};

export type ChangeResult = 'changed' | 'unchanged' | 'cancelled' | 'failed';

/** What changes in a file as one with the client. Both ways tell the person when the file could not be changed. */
export type FileChange = {
  make(): Promise<void>;
  takeBack(): Promise<void>;
};

/** Where a change is made, and what goes with it. */
type Target = {
  readonly org: OrgAccount;
  readonly clientId: string;
  readonly effects: ChangeEffects;
  readonly changes: readonly ClientChange[];
  readonly file: FileChange | undefined;
};

/** Changes clients that exist: shows first what would change, makes it when the person agrees, and offers to undo it. */
export class ClientChanges {
  constructor(
    private readonly services: Pick<
      Services,
      'connections' | 'history' | 'mentions' | 'orgClients' | 'sessions' | 'written'
    >,
    private readonly dialogs: Dialogs,
    /** How the person agrees to what would change, where another one than they themselves asks for it. */
    private readonly confirm: Dialogs['confirm'] = async (...of) => await dialogs.confirm(...of),
  ) {}

  /**
   * Makes these changes of a client, and those of the file that go with them, as soon as the client is as they need it.
   * Everything that the person must know is told to them; the result is for whoever goes on from there. What
   * somebody else changed since it was shown is shown first; only what they change in the moment of the request itself may
   * be lost, which the person is told.
   */
  async apply(request: ChangeRequest, file?: FileChange): Promise<ChangeResult> {
    const { clientId, changes } = request;
    const place = await this.placeOf(request);
    if (place.kind === 'cancelled') return 'cancelled';
    if (place.kind === 'signed-out') return this.failed(SIGNED_OUT);
    const { org } = place;
    const target = { org, clientId, effects: effectsOn(this.services, org, clientId), changes, file };
    const look = async (signal: AbortSignal) => await prepareChange(target.effects, changes, signal);
    let prepared = await this.dialogs.progress(l10n.t('Reading the client…'), look);
    for (let isNew = true; prepared.kind === 'ready'; isNew = false) {
      const { preview } = prepared;
      if (!(await this.agreed(target, preview, isNew))) return 'cancelled';
      const make = async (signal: AbortSignal) => await makeChange(target.effects, preview, changes, signal);
      const outcome = await this.dialogs.progress(l10n.t('Changing the client…'), make);
      if (outcome.kind !== 'changed-meanwhile') return await this.told(target, preview, outcome);
      prepared = outcome.now;
    }
    return await this.notReady(target, prepared);
  }

  private async placeOf({ region, clientId, org }: ChangeRequest): Promise<Place> {
    if (org !== undefined) return { kind: 'here', org };
    return await placeOfClient(this.services.orgClients, this.dialogs, region, clientId);
  }

  private async agreed(
    { org, clientId, changes }: Target,
    preview: ChangePreview,
    isNew: boolean,
  ): Promise<boolean> {
    const { question, action } = changeQuestion(changes, preview.before, org.orgName);
    const meanwhile = l10n.t('Somebody has changed the client meanwhile. This is what would change now:');
    const lines = differenceLines(preview.differences);
    const ends = changes.some(({ kind }) => kind === 'deactivate');
    const accounts = ends ? await signedInWith(this.services.sessions, atHome(org, clientId)) : [];
    const meaning = [
      ...changes.flatMap((each) => changeMeaning(each, preview.before, textLanguage())),
      ...ownSignInEnds(accounts, org.orgName),
      ...(ends ? usedHereLines(await usedHere(this.services, org, clientId), textLanguage()) : []),
    ];
    return await this.confirm(
      question,
      [...(isNew ? [] : [meanwhile, '']), ...lines, ...meaning, '', changeRisk()],
      action,
    );
  }

  private async notReady(target: Target, prepared: NothingToDo): Promise<ChangeResult> {
    switch (prepared.kind) {
      case 'unchanged':
        this.services.orgClients.noteRecord(target.org.account, prepared.record);
        this.dialogs.tell(unchangedText(prepared.record));
        await target.file?.make();
        return 'unchanged';
      case 'refused':
        this.services.orgClients.noteRecord(target.org.account, prepared.record);
        this.dialogs.fail(refusedChangeText(prepared.record, prepared.refusal));
        return 'failed';
      case 'failed':
        this.forgetIfGone(target, prepared.error);
        return this.failed(prepared.error, target);
    }
  }

  private async told(
    target: Target,
    { before, body }: ChangePreview,
    outcome: BegunChange,
  ): Promise<ChangeResult> {
    const note = async () => await this.note(target, changeDeed(target.changes, { before, body }, outcome));
    switch (outcome.kind) {
      case 'changed':
        this.services.orgClients.noteRecord(target.org.account, outcome.after);
        if (outcome.unexpected.length > 0)
          this.dialogs.fail(unexpectedChangeText(before, outcome.unexpected));
        await target.file?.make();
        void this.offerUndo(target, outcome, await note());
        return 'changed';
      case 'uncertain':
        await note();
        this.dialogs.fail(uncertainChangeText(before, outcome));
        return 'failed';
      case 'failed':
        this.forgetIfGone(target, outcome.error);
        return this.failed(outcome.error, target, before);
    }
  }

  private async note({ org, clientId }: Target, deed: Deed): Promise<string | undefined> {
    return await noteDeed(this.services, notedAt(org, clientId), deed);
  }

  private forgetIfGone({ org, clientId }: Target, error: PlatformError): void {
    if (isGone(error)) this.services.orgClients.forget(org.account, clientId);
  }

  /** `client` is undefined while nobody knows its name. */
  private failed(error: PlatformError, target?: Target, client?: NamedClient): ChangeResult {
    if (error.kind === 'cancelled') return 'cancelled';
    const failure = failedChangeText(client, error);
    this.dialogs.fail(
      target === undefined ? failure : withRequest(failure, error, asked(target, client?.name)),
    );
    return 'failed';
  }

  private async offerUndo(target: Target, made: MadeChange, noted: string | undefined): Promise<void> {
    if (await this.dialogs.offer(changedText(target.changes, made.before), l10n.t('Undo')))
      await this.undo(target, made, noted);
  }

  /**
   * Undoes a change. Where the answer is lost, that is offered again: an undo that was carried out is seen, and none is sent
   * twice. `noted` is the ID of the entry that says of the change in the client's history.
   */
  private async undo(target: Target, made: MadeChange, noted: string | undefined): Promise<void> {
    const undo = async () => await undoChange(target.effects, made);
    const outcome = await this.dialogs.wait(l10n.t('Undoing the change of the client…'), undo);
    switch (outcome.kind) {
      case 'undone':
        this.services.orgClients.noteRecord(target.org.account, outcome.record);
        await this.note(target, undoDeed(made, outcome, noted));
        this.dialogs.tell(undoneText(made.before));
        return await target.file?.takeBack();
      case 'changed-since':
        return this.dialogs.fail(refusedUndoText(made.before, outcome.differences));
      case 'uncertain': {
        await this.note(target, undoDeed(made, outcome, noted));
        const { what, why } = uncertainChangeText(made.before, outcome);
        const again = { title: undoAgainText(), value: true };
        if (await this.dialogs.answer('error', inOneText([what, why]), [again]))
          await this.undo(target, made, noted);
        return;
      }
      case 'failed':
        this.forgetIfGone(target, outcome.error);
        return this.dialogs.fail(
          withRequest(
            failedUndoText(made.before, outcome.error),
            outcome.error,
            asked(target, made.before.name),
          ),
        );
    }
  }
}

/** The ways in which an operation touches a client of an org that somebody is signed in to. */
export function effectsOn(
  { connections }: Pick<Services, 'connections'>,
  { account }: OrgAccount,
  clientId: string,
): ClientEffects {
  return clientEffects(async (call) => await connections.call(account, call), clientId);
}

function asked({ org, clientId: id }: Target, name = ''): ClientAsked {
  return { id, name, orgName: org.orgName, region: org.region };
}

/** A client of an org that somebody is signed in to, as its history is found. */
export function atHome({ account, region }: OrgAccount, clientId: string): ClientAtHome {
  return { id: clientId, region, practice: isPracticeAccount(account) };
}

/** The same with the account, as what was done to it is noted. */
export function notedAt(org: OrgAccount, clientId: string): NotedClient {
  return { ...atHome(org, clientId), account: org.account };
}
