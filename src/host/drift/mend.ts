import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type FoundClient, foundOf } from '../../core/clients/whereabouts.ts';
import type { Comparison, FileMend, Subject } from '../../core/drift/comparison.ts';
import { mendedText, type TextMend } from '../../core/drift/fileEdits.ts';
import { previewChange } from '../../core/framework/preview.ts';
import type { FileResult } from '../../core/operations/effects.ts';
import { differenceText } from '../../core/texts/drift.ts';
import {
  differsOtherwiseText,
  editedSinceText,
  editLeftOpenText,
  fileChangedText,
  fileGivenBackText,
  fileNotChangedText,
  filePreviewLines,
  fileQuestion,
  forgetQuestion,
  forgottenText,
  leavesCode,
  matchesByNowText,
  notMendedText,
  notThereAnyMoreText,
  rememberedAgainText,
  takenOverText,
  takeOverQuestion,
  writeCodeLabel,
} from '../../core/texts/driftChanges.ts';
import { chooseClient } from '../clients/chooseClient.ts';
import type { ClientChanges } from '../clients/clientChanges.ts';
import { readCheckedText } from '../files/read.ts';
import { exchangeText } from '../files/write.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';

/** What mending needs of the rest. */
export type MendTools = {
  readonly changes: Pick<ClientChanges, 'apply'>;
  /** Compares a subject anew; `gone` where that is not possible any more. */
  anew(subject: Subject): Promise<Comparison | 'gone' | 'cancelled'>;
  /** Where a subject is shown, says there what it has come to. */
  update(before: Subject, now: Comparison): void;
  /** Shows that, also where it was not shown before. */
  show(before: Subject, now: Comparison): Promise<void>;
  /** Opens the wizard for a client in the place of one that is gone. */
  createAgain(comparison: Comparison): Promise<void>;
  /** Writes a client as code into a new file. */
  keepAsCode(found: FoundClient): Promise<void>;
  signIn(): Promise<Session | undefined>;
};

type InFile = Exclude<Subject, { kind: 'written' }>;
type InMemory = Extract<Subject, { kind: 'written' }>;

/** Makes what has come apart match again, on one side or the other. Both look anew first, show what would change, and can be undone. */
export class Mending {
  constructor(
    private readonly services: Pick<Services, 'dialogs' | 'orgClients' | 'written'>,
    private readonly tools: MendTools,
  ) {}

  /** "Make the Organization Match": the client becomes what was meant. */
  async makeOrgMatch(shown: Comparison): Promise<void> {
    const { dialogs } = this.services;
    const now = await this.still(shown);
    if (now === undefined) return;
    if (now.differences.some(({ org }) => org.kind === 'create')) return await this.tools.createAgain(now);
    const changes = now.differences.flatMap(({ org }) => (org.kind === 'change' ? [org.change] : []));
    const left = notMendedText(now, 'org');
    if (changes.length === 0) return dialogs.warn(left);
    const { org, subject } = now;
    const result = await this.tools.changes.apply({
      ...{ region: org.region, org, changes },
      clientId: this.clientIdOf(now),
    });
    if (left !== '' && (result === 'changed' || result === 'unchanged')) dialogs.warn(left);
    await this.showAnew(subject, now);
  }

  /** "Make the File Match": what was meant becomes what the org has. */
  async makeFileMatch(shown: Comparison): Promise<void> {
    const now = await this.still(shown);
    if (now === undefined) return;
    const { subject } = now;
    if (subject.kind === 'written') return await this.takeOver(now, subject);
    const mends = await this.mendsOf(now, subject);
    if (mends === undefined) return;
    const left = notMendedText(now, 'file');
    if (mends.length === 0) return this.services.dialogs.warn(left);
    if (await this.changeFile(subject, mends, now)) {
      if (left !== '') this.services.dialogs.warn(left);
      await this.showAnew(subject, now);
    }
  }

  /** As it is now, if that is what the person saw; otherwise it is shown, and nothing is done. */
  private async still(shown: Comparison): Promise<Comparison | undefined> {
    const { dialogs } = this.services;
    const now = await this.tools.anew(shown.subject);
    if (now === 'cancelled') return undefined;
    if (now === 'gone') {
      dialogs.warn(notThereAnyMoreText(shown));
      return undefined;
    }
    if (now.differences.length === 0) {
      this.tools.update(shown.subject, now);
      dialogs.tell(matchesByNowText(now));
      return undefined;
    }
    if (isDeepStrictEqual(factsOf(now), factsOf(shown))) return now;
    await this.tools.show(shown.subject, now);
    dialogs.warn(differsOtherwiseText(now));
    return undefined;
  }

  private async showAnew(subject: Subject, before: Comparison): Promise<void> {
    const now = await this.tools.anew(subject);
    this.tools.update(subject, typeof now === 'string' ? before : now);
  }

  /** A file may name the client in capitals; the org knows it by its own writing. */
  private clientIdOf({ org, subject }: Comparison): string {
    return this.foundOf(org.account, subject.clientId)?.client.id ?? subject.clientId;
  }

  private foundOf(account: string, clientId: string): FoundClient | undefined {
    return foundOf(this.services.orgClients.current(), account, clientId);
  }

  /** Undefined when the person cancelled. Where another client is chosen, nothing else is of the one before. */
  private async mendsOf(
    { differences }: Comparison,
    { region, clientId }: InFile,
  ): Promise<readonly TextMend[] | undefined> {
    const { dialogs } = this.services;
    if (!differences.some(({ file }) => file.kind === 'choose-client'))
      return differences.flatMap(({ file }) => (isOfText(file) ? [file] : []));
    const signIn = async () => await this.tools.signIn();
    const chosen = await chooseClient(this.services, dialogs, signIn, region, clientId);
    return chosen && [{ kind: 'client-id', region, clientId: chosen.id }];
  }

  /** Whether the file was changed. What the person must know, they are told. */
  private async changeFile(subject: InFile, mends: readonly TextMend[], shown: Comparison): Promise<boolean> {
    const { dialogs } = this.services;
    const { uri: address, path } = subject;
    const uri = vscode.Uri.parse(address);
    const read = await readCheckedText(uri);
    if (!read.ok) return this.notChanged(path, read.reason);
    const after = mendedText(read.value, subject, mends);
    if (after.kind === 'refused') return this.notChanged(path, editLeftOpenText(after.line));
    const lines = filePreviewLines(previewChange(read.value, after.text));
    const { question, action } = fileQuestion(path);
    if (!(await dialogs.confirm(question, lines, action))) return false;
    const written = await exchangeText(uri, read.value, after.text);
    if (written.kind !== 'written') return this.notChanged(path, reasonOf(written));
    void this.offerUndo(subject, read.value, after.text, shown);
    return true;
  }

  private async offerUndo(subject: InFile, before: string, after: string, shown: Comparison): Promise<void> {
    const { dialogs } = this.services;
    const { path } = subject;
    const uri = vscode.Uri.parse(subject.uri);
    if (!(await dialogs.offer(fileChangedText(path), l10n.t('Undo')))) return;
    const written = await exchangeText(uri, after, before);
    if (written.kind !== 'written') {
      this.notChanged(path, reasonOf(written));
      return;
    }
    dialogs.tell(fileGivenBackText(path));
    await this.showAnew(subject, shown);
  }

  private notChanged(path: string, why: string): false {
    this.services.dialogs.fail(fileNotChangedText(path, why));
    return false;
  }

  private async takeOver(now: Comparison, subject: InMemory): Promise<void> {
    const { dialogs, written } = this.services;
    const { region, practice, clientId } = subject;
    const home = { id: clientId, region, practice };
    const former = written.of(home);
    const found = this.foundOf(now.org.account, clientId);
    const client = found?.client;
    const { question, action } = client === undefined ? forgetQuestion(now) : takeOverQuestion(now);
    const lines = now.differences.map((each) => differenceText(now, each, textLanguage()));
    if (!(await dialogs.confirm(question, lines, action))) return;
    if (client === undefined) await written.forget(home);
    else await written.note('taken-over', { home, account: now.org.account, client });
    await this.showAnew(subject, now);
    const done = client === undefined ? forgottenText(now) : takenOverText(now);
    const next = await dialogs.answer<'undo' | 'code'>('information', done, [
      ...(found !== undefined && leavesCode(now)
        ? [{ title: writeCodeLabel(), value: 'code' as const }]
        : []),
      ...(former === undefined ? [] : [{ title: l10n.t('Undo'), value: 'undo' as const }]),
    ]);
    if (next === 'code' && found !== undefined) await this.tools.keepAsCode(found);
    if (next !== 'undo' || former === undefined) return;
    await written.giveBack(home, former);
    dialogs.tell(rememberedAgainText(now));
  }
}

function isOfText(mend: FileMend): mend is TextMend {
  return ['setting', 'client-id', 'values', 'remove-connection'].includes(mend.kind);
}

/** What decides, and of which client; where in a file it stands does not. */
function factsOf({ facts, differences, subject }: Comparison) {
  return { facts, differences, clientId: subject.clientId.toLowerCase() };
}

function reasonOf(result: Exclude<FileResult, { kind: 'written' }>): string {
  return result.kind === 'failed' ? result.reason : editedSinceText();
}
