import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { type FoundClient, foundIn, foundOf } from '../../core/clients/whereabouts.ts';
import { notAsked } from '../../core/doctor/asking/inTime.ts';
import { readFacts } from '../../core/doctor/asking/readFacts.ts';
import { diagnose } from '../../core/doctor/diagnose.ts';
import type { BrowserStanding, Facts } from '../../core/doctor/facts.ts';
import { clientIdOf, toldAbout } from '../../core/doctor/look.ts';
import type { PlaceTold, Subject } from '../../core/doctor/subject.ts';
import { NOTHING_TOLD, type Told } from '../../core/doctor/symptom.ts';
import { clientsMeant, knowingHost, toldOf } from '../../core/doctor/told.ts';
import {
  type DoctorAbout,
  DoctorPageMessage,
  type DoctorPageState,
  type DoctorPageTold,
  diagnosisOf,
  type MeantClient,
} from '../../core/doctorPage/messages.ts';
import { doctorRequest } from '../../core/texts/doctorPage.ts';
import { doctorReport } from '../../core/texts/doctorReport.ts';
import { showFile } from '../files/write.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { gatewayHost } from '../signIn/settings.ts';
import type { NextToDo } from './nextSteps.ts';

/** What the page of a look does through others. */
export type DoctorTools = {
  /** The subject as the workspace has it now; tells when that may be another. */
  readonly workspace: {
    now(subject: Subject): Promise<Subject>;
    onDidChange(listener: () => void): vscode.Disposable;
  };
  /** Tells when the person comes back to this window. */
  onDidReturn(listener: () => void): vscode.Disposable;
  /** Does the next step of a cause, and tells the person what they must know of it. */
  doNext(next: NextToDo): Promise<void>;
  signIn(): Promise<void>;
};

/** One look for why a login or a call fails, as its page shows it; it looks again when what it says may be so no more. */
export class DoctorPage implements vscode.Disposable {
  private state: DoctorPageState;
  private told: Told = NOTHING_TOLD;
  private facts: Facts | undefined;
  private browser: BrowserStanding | undefined;
  private looking: AbortController | undefined;
  private hasEnded = false;
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly services: Pick<
      Services,
      'connections' | 'dialogs' | 'history' | 'log' | 'operations' | 'orgClients' | 'secrets' | 'sessions'
    >,
    private readonly tools: DoctorTools,
    about: DoctorAbout,
    private readonly tell: (told: DoctorPageTold) => void,
  ) {
    this.state = { about, look: { kind: 'unasked' }, signedOut: false, anybodySignedIn: false };
    this.listening = [
      services.orgClients.onDidChange(() => void this.follow().catch(services.dialogs.failUnforeseen)),
      tools.workspace.onDidChange(() => void this.followFile().catch(services.dialogs.failUnforeseen)),
      tools.onDidReturn(() => void this.comeBack().catch(services.dialogs.failUnforeseen)),
    ];
  }

  /** Does what the page asks for; what is none of its messages is ignored. Never rejects. */
  async receive(received: unknown): Promise<void> {
    const message = DoctorPageMessage.safeParse(received).data;
    if (message === undefined) {
      // What it was may hold something that was pasted.
      this.services.log.error('The page sent a message that is not one of its own; it was ignored.');
      return;
    }
    await this.carryOut(message).catch(this.services.dialogs.failUnforeseen);
  }

  /** Asked once more, it says what is so now. What was pasted is as it was. */
  again(): void {
    if (this.state.about.subject.kind !== 'text') void this.receive({ type: 'look-again' });
  }

  dispose(): void {
    this.hasEnded = true;
    this.looking?.abort();
    for (const each of this.listening) each.dispose();
  }

  private async carryOut(message: DoctorPageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.change({});
        await this.services.orgClients.settled();
        this.change(this.standing());
        if (this.state.look.kind === 'unasked') await this.look(false);
        return;
      case 'look-again':
      case 'refresh':
        return await this.look(true);
      case 'cancel':
        this.looking?.abort();
        return;
      case 'told':
        this.told = knowingHost(message.told, gatewayHost());
        return await this.look(false);
      case 'choose-client':
        return await this.choose(message.clientId);
      case 'browser-told':
        this.browser = {
          thirdPartyCookies: undefined,
          popUps: undefined,
          ...this.browser,
          ...message.browser,
        };
        if (this.facts === undefined) return;
        this.facts = { ...this.facts, browser: this.browserFact() };
        return this.show(this.facts);
      case 'place-told':
        return this.takePlace(message.place);
      case 'do-next': {
        // Only what the page itself has shown.
        const cause = this.shown()?.causes.find((each) => each.cause === message.cause);
        if (cause === undefined) return;
        await this.tools.doNext({ about: this.state.about, cause, found: this.foundClient() });
        return await this.look(false);
      }
      case 'open-subject': {
        const { subject } = this.state.about;
        if (subject.kind === 'framework' || subject.kind === 'scim')
          await showFile(vscode.Uri.parse(subject.uri), subject.line);
        return;
      }
      case 'copy-report': {
        const diagnosis = this.shown();
        if (diagnosis === undefined) return;
        await vscode.env.clipboard.writeText(doctorReport(diagnosis, textLanguage()));
        return this.tell({ type: 'copied', what: 'report' });
      }
      case 'copy-request': {
        const diagnosis = this.shown();
        const request = diagnosis && doctorRequest(diagnosis, message.cause);
        if (request === undefined) return;
        await vscode.env.clipboard.writeText(request);
        return this.tell({ type: 'copied-request', cause: message.cause });
      }
      case 'sign-in':
        return await this.tools.signIn();
      case 'show-log':
        this.services.log.show();
    }
  }

  /**
   * Looks for the cause, in the place of a look that is under way; `anew`: whatever is known of the clients is read again;
   * `quietly`: what is shown stays until that is through.
   */
  private async look(anew: boolean, quietly = false): Promise<void> {
    if (this.hasEnded) return;
    this.looking?.abort();
    const looking = new AbortController();
    this.looking = looking;
    let hasLooked = false;
    try {
      hasLooked = await this.lookUntil(looking, anew, quietly);
    } finally {
      // However it went: what happens from now on is followed again.
      if (this.looking === looking) this.looking = undefined;
    }
    if (hasLooked) await this.follow();
  }

  /** Looks as long as this is the look that is wanted. Returns whether it is through. */
  private async lookUntil(looking: AbortController, anew: boolean, quietly: boolean): Promise<boolean> {
    const subject = await this.tools.workspace.now(this.state.about.subject);
    if (this.looking !== looking) return false;
    this.change({ about: { ...this.state.about, subject } });
    if (subject.kind === 'text' && isDeepStrictEqual(this.told, NOTHING_TOLD)) {
      this.change({ look: { kind: 'unasked' } });
      return false;
    }
    const former = this.shown();
    const { account } = this.state.about;
    const question = {
      subject,
      told: toldAbout(subject, this.told),
      account,
      browser: this.browserFact(),
      anew,
    };
    const facts = await readFacts(this.services, question, looking.signal, (stage) => {
      if (this.looking === looking && !looking.signal.aborted && !quietly)
        this.change({ look: { kind: 'looking', stage, former } });
    });
    // Another one has begun since.
    if (this.looking !== looking) return false;
    if (looking.signal.aborted) {
      this.change({ look: { kind: 'cancelled', former } });
      return false;
    }
    this.facts = facts;
    this.show(facts);
    return true;
  }

  private show(facts: Facts): void {
    const { subject } = this.state.about;
    const diagnosis = diagnose(subject, toldAbout(subject, this.told), facts, new Date());
    const unread = facts.client.kind === 'failed' ? facts.client.error : undefined;
    const look = { kind: 'looked', diagnosis, meant: this.meant(), unread } as const;
    this.change({ look, ...this.standing() });
  }

  private shown() {
    return diagnosisOf(this.state.look);
  }

  private browserFact(): Facts['browser'] {
    return this.browser === undefined ? notAsked('nobody-can-look') : { kind: 'known', value: this.browser };
  }

  /** What a person says of the place is judged by at once: nothing has to be read for it. */
  private takePlace(place: PlaceTold): void {
    const { about } = this.state;
    if (about.subject.kind !== 'framework') return;
    const { partner: _, site: __, ...subject } = about.subject;
    this.change({ about: { ...about, subject: { ...subject, ...place } } });
    if (this.facts !== undefined) this.show(this.facts);
  }

  /** From now on only this one of several clients is meant. */
  private async choose(clientId: string): Promise<void> {
    if (!this.meant().some((each) => each.clientId === clientId)) return;
    this.told = toldOf(this.told, clientId);
    await this.look(false);
  }

  private meant(): MeantClient[] {
    return clientsMeant(this.told).map((clientId) => {
      const [found] = foundIn(this.services.orgClients.current(), clientId);
      return { clientId, ...(found && { name: found.client.name, orgName: found.org.orgName }) };
    });
  }

  private standing(): Pick<DoctorPageState, 'signedOut' | 'anybodySignedIn'> {
    const orgs = this.services.orgClients.orgs();
    const { org } = this.facts ?? {};
    const isOut = org !== undefined && !orgs.some(({ account }) => account === org.account);
    return { signedOut: isOut, anybodySignedIn: orgs.length > 0 };
  }

  /** Somebody signed in or out, or the client is another than it was: what is shown is so no more. */
  private async follow(): Promise<void> {
    if (this.hasEnded || this.looking !== undefined) return;
    const before = this.state;
    this.change(this.standing());
    if (this.facts === undefined) return;
    const isBack = before.signedOut && !this.state.signedOut;
    const canTellNow = !before.anybodySignedIn && this.state.anybodySignedIn;
    if (isBack || canTellNow || this.isOtherNow(this.facts)) await this.look(false);
  }

  /** In another window, a practice org may have become another meanwhile; no real one is asked unasked. */
  private async comeBack(): Promise<void> {
    const isIdle = this.looking === undefined && this.state.look.kind === 'looked';
    if (isIdle && this.facts?.org?.practice === true) await this.look(false, true);
  }

  private isOtherNow({ client, org }: Facts): boolean {
    const isKnown = this.services.orgClients.current().some(({ account }) => account === org?.account);
    if (!isKnown || client.kind !== 'known') return false;
    return !isDeepStrictEqual(this.foundClient()?.client, client.value);
  }

  /** The file says something else of it. */
  private async followFile(): Promise<void> {
    const { subject } = this.state.about;
    const now = await this.tools.workspace.now(subject);
    if (!isDeepStrictEqual(now, subject)) await this.look(false);
  }

  private foundClient(): FoundClient | undefined {
    return foundOf(this.services.orgClients.current(), this.facts?.org?.account, this.clientId());
  }

  private clientId(): string | undefined {
    return this.shown()?.client?.id ?? clientIdOf(this.state.about.subject, this.told);
  }

  private change(change: Partial<DoctorPageState>): void {
    if (this.hasEnded) return;
    this.state = { ...this.state, ...change };
    this.tell({ type: 'state', state: this.state });
  }
}
