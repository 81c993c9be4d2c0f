import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import {
  type Comparison,
  type Comparisons,
  type NotCompared,
  type Subject,
  sameSubject,
} from '../../core/drift/comparison.ts';
import { startFrom } from '../../core/procedures/startFrom/clientSettings.ts';
import {
  compareTitle,
  comparisonName,
  differingFacts,
  nothingMeantText,
  subjectText,
} from '../../core/texts/drift.ts';
import { makeFileMatchLabel, makeOrgMatchLabel } from '../../core/texts/driftChanges.ts';
import { fileMendText, orgMendText } from '../../core/texts/driftMends.ts';
import { keptAfterCancelText, namesNoClient, nothingDiffersText } from '../../core/texts/driftOutcome.ts';
import { asSentence, inOneText } from '../../core/texts/sentences.ts';
import type { NewDraft } from '../../core/wizard/drafts.ts';
import type { FrameworkPlace } from '../../core/wizard/wizard.ts';
import type { ClientChanges } from '../clients/clientChanges.ts';
import { textLanguage } from '../language.ts';
import { onceAtATime } from '../onceAtATime.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Button } from '../ui/dialogs.ts';
import { type Wanted, wantedFor } from './driftFiles.ts';
import { DriftLook, GOES_ON_WITHIN_MINUTES } from './driftLook.ts';
import { DriftTabs } from './driftTabs.ts';
import { Mending } from './mend.ts';
import { isSignedOut, notComparedRows, type RowDeed, showNameless } from './notCompared.ts';

export type DriftServices = Pick<
  Services,
  'connections' | 'dialogs' | 'orgClients' | 'practiceOrgs' | 'sessions' | 'time' | 'written'
>;

/** What the command needs of the rest of the extension. */
export type DriftTools = {
  readonly changes: Pick<ClientChanges, 'apply'>;
  signIn(): Promise<Session | undefined>;
  /** Opens the wizard for a client that is wanted in a framework.js. */
  createFor(place: FrameworkPlace): Promise<void>;
  createScim(): Promise<void>;
  openWith(draft: NewDraft): Promise<void>;
  keepAsCode(found: FoundClient): Promise<void>;
};

/** What is chosen of what differs. */
type Deed = 'show' | 'org' | 'file';

/** "Compare with the Organization": what was meant, held against what is there, and made to match on either side. */
export class Drift implements vscode.Disposable {
  private readonly look: DriftLook;
  private readonly tabs = new DriftTabs();
  private readonly mending: Mending;
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly services: DriftServices,
    private readonly tools: DriftTools,
  ) {
    this.look = new DriftLook(services);
    this.mending = new Mending(services, {
      changes: tools.changes,
      anew: async (subject) => {
        const all = await this.read(wantedFor(subject), 'anew');
        return all === undefined ? 'cancelled' : (sameSubject(all, subject) ?? 'gone');
      },
      update: (before, now) => this.tabs.update(before, now),
      show: async (before, now) => {
        this.tabs.update(before, now);
        await this.tabs.show(now);
      },
      createAgain: async (comparison) => await this.createAgain(comparison),
      keepAsCode: tools.keepAsCode,
      signIn: tools.signIn,
    });
    // Very many clients may be changed one after the other, and each look reads the files.
    const following = onceAtATime(async () => await this.follow());
    const follow = () => void following().catch(services.dialogs.failUnforeseen);
    this.listening = [
      this.tabs,
      services.orgClients.onDidChange(follow),
      services.written.onDidChange(follow),
    ];
  }

  /** Compares a file, by its address; all that says what is meant, where none is given. */
  async compare(given: unknown): Promise<void> {
    await this.compareWanted(given instanceof vscode.Uri ? { kind: 'file', uri: given } : { kind: 'all' });
  }

  /** Compares one client with all that says what is meant of it. */
  async compareClient({ org, client }: FoundClient): Promise<void> {
    const { region, practice } = org;
    await this.compareWanted({ kind: 'client', region, practice, clientId: client.id });
  }

  /** What the title of a diff offers; `given` is what VS Code says of it. */
  async makeOrgMatch(given: unknown): Promise<void> {
    const shown = this.tabs.at(given);
    if (shown === undefined) return this.tellClosed();
    await this.mending.makeOrgMatch(shown);
  }

  async makeFileMatch(given: unknown): Promise<void> {
    const shown = this.tabs.at(given);
    if (shown === undefined) return this.tellClosed();
    await this.mending.makeFileMatch(shown);
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
  }

  private tellClosed(): void {
    this.services.dialogs.tell(l10n.t('What was compared is not known any more. Compare once more.'));
  }

  private async compareWanted(wanted: Wanted): Promise<void> {
    const { dialogs } = this.services;
    if (!(await this.isSignedIn())) return;
    const all = await this.read(wanted, 'go-on');
    if (all === undefined) return await this.tellCancelled(wanted);
    const differing = all.compared.filter(({ differences }) => differences.length > 0);
    if (differing.length === 0) {
      const isNothing = all.compared.length + all.notCompared.length === 0;
      const text = isNothing ? nothingMeantText() : nothingDiffersText(all, textLanguage());
      const next = await dialogs.answer('information', text, this.waysOn(wanted, all.notCompared));
      return await next?.();
    }
    const [only, ...others] = differing;
    if (only !== undefined && others.length + all.notCompared.length === 0) return await this.tabs.show(only);
    const chosen = await dialogs.choose<RowDeed | undefined>(
      { title: compareTitle(), placeholder: foundText(all, differing.length) },
      [
        ...differing.map((each) => differingRow(each, async () => await this.act(each))),
        ...notComparedRows(all.notCompared, dialogs, async () => await this.signInAndCompare(wanted)),
      ],
    );
    await chosen?.();
  }

  /** What helps where nothing differs, but not all was compared. */
  private waysOn(wanted: Wanted, notCompared: readonly NotCompared[]): readonly Button<RowDeed>[] {
    const { dialogs } = this.services;
    const nameless = notCompared.filter(namesNoClient);
    return [
      ...(notCompared.some(isSignedOut)
        ? [{ title: l10n.t('Sign In'), value: async () => await this.signInAndCompare(wanted) }]
        : []),
      ...(nameless.length === 0
        ? []
        : [
            {
              title: l10n.t('Show those without a client'),
              value: async () => await showNameless(dialogs, nameless),
            },
          ]),
    ];
  }

  private async signInAndCompare(wanted: Wanted): Promise<void> {
    if ((await this.tools.signIn()) !== undefined) await this.compareWanted(wanted);
  }

  private async isSignedIn(): Promise<boolean> {
    const { dialogs, orgClients, sessions } = this.services;
    if ((await sessions.all()).length > 0) return true;
    const signedOut = l10n.t('Nobody is signed in, so there is nothing to compare with.');
    if (!(await dialogs.offer(signedOut, l10n.t('Sign In')))) return false;
    if ((await this.tools.signIn()) === undefined) return false;
    await orgClients.settled();
    return true;
  }

  /** What was read stays for a while, which is said where there is something. */
  private async tellCancelled(wanted: Wanted): Promise<void> {
    const read = this.look.readSoFar();
    if (read.length === 0) return;
    const text = keptAfterCancelText(read, GOES_ON_WITHIN_MINUTES, textLanguage());
    if (await this.services.dialogs.offer(text, l10n.t('Go on reading'))) await this.compareWanted(wanted);
  }

  /** Undefined when the person cancelled. Before something is changed, all is read anew. */
  private async read(wanted: Wanted, how: 'go-on' | 'anew'): Promise<Comparisons | undefined> {
    return await this.services.dialogs.progress(
      l10n.t('Comparing with the organizations'),
      async (signal, report) =>
        await this.look[how === 'anew' ? 'anew' : 'goOn'](wanted, signal, (orgName, waitsSeconds) =>
          report(
            waitsSeconds === undefined
              ? orgName
              : l10n.t('{org}: asked to wait {seconds} seconds', { org: orgName, seconds: waitsSeconds }),
          ),
        ),
    );
  }

  private async act(chosen: Comparison): Promise<void> {
    const deed = await this.services.dialogs.choose<Deed>(
      {
        title: comparisonName(chosen),
        placeholder: differingFacts(chosen, textLanguage()),
      },
      [
        { label: l10n.t('Show what differs'), value: 'show' },
        {
          label: makeOrgMatchLabel(),
          detail: each(chosen.differences.map(({ org }) => orgMendText(org))),
          value: 'org',
        },
        {
          label: makeFileMatchLabel(chosen.subject),
          detail: each(chosen.differences.map(({ file }) => fileMendText(file))),
          value: 'file',
        },
      ],
    );
    switch (deed) {
      case undefined:
        return;
      case 'show':
        return await this.tabs.show(chosen);
      case 'org':
        return await this.mending.makeOrgMatch(chosen);
      case 'file':
        return await this.mending.makeFileMatch(chosen);
    }
  }

  /** A client that is gone is made again in the wizard, with the answers that are known of it. */
  private async createAgain({ org, subject }: Comparison): Promise<void> {
    switch (subject.kind) {
      case 'framework':
        return await this.tools.createFor({ uri: subject.uri, region: subject.region });
      case 'scim':
        return await this.tools.createScim();
      case 'written': {
        const { region, practice, clientId: id } = subject;
        const written = this.services.written.of({ id, region, practice });
        const { draft } = startFrom('general', written?.fields ?? {}, {});
        return await this.tools.openWith({ account: org.account, procedure: 'general', draft });
      }
    }
  }

  /** What is shown is kept true, by what is known. */
  private async follow(): Promise<void> {
    for (const { subject } of this.tabs.shown()) await this.followOne(subject);
  }

  private async followOne(subject: Subject): Promise<void> {
    const now = sameSubject(await this.look.now(wantedFor(subject)), subject);
    if (now !== undefined) this.tabs.update(subject, now);
  }
}

function each(texts: readonly string[]): string {
  return inOneText([...new Set(texts)].map(asSentence));
}

function foundText({ notCompared }: Comparisons, differing: number): string {
  const found = differing === 1 ? l10n.t('1 thing differs') : l10n.t('{0} things differ', differing);
  return notCompared.length === 0
    ? found
    : l10n.t('{differing} · not compared: {count}', { differing: found, count: notCompared.length });
}

function differingRow(comparison: Comparison, value: RowDeed): Choice<RowDeed> {
  const language = textLanguage();
  const { org, subject } = comparison;
  return {
    label: comparisonName(comparison),
    description: differingFacts(comparison, language),
    detail: `${org.orgName} · ${subjectText(subject, language)}`,
    value,
  };
}
