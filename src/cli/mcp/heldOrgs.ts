import type { AgentOrg, OrgsAtHand } from '../../core/agents/desk.ts';
import { reasonOf } from '../../core/reason.ts';
import { unlessAborted } from '../../disk/wait.ts';
import type { Io } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { notOpenedText, type Orgs, openOrgs } from '../orgs/orgs.ts';
import { type OrgChoice, signInsAtHand } from '../orgs/signIns.ts';

/** Milliseconds after which it is tried again, when somebody asks, where an org could not be opened. */
const TRY_AGAIN_AFTER = 30_000;

/** Milliseconds for which an answer about orgs that are open waits for those that were away. */
const MOST_WAITED_FOR_OTHERS = 5_000;

const READ_ONLY =
  'The server runs read-only. A person allows changes by starting it with --allow-changes, and --orgs with the orgs that are meant.';
const PRACTICE_DEFAULT =
  'Nothing was found to sign in with, so this is the practice org: a simulated organization on this computer.';

/** What is open for a look at a file, or why nothing is, in English. */
type OrgsForFiles =
  | { readonly ok: true; readonly orgs: Omit<Orgs, 'end'> }
  | { readonly ok: false; readonly reason: string };

/** The orgs that the server is signed in to, from when they are first asked for until the end. */
export class HeldOrgs {
  private opening: Promise<Orgs> | undefined;
  private isOpening = false;
  /** What the last try has come to. */
  private held: Orgs | undefined;
  private openedAt = 0;
  private isByDefault = false;

  constructor(
    private readonly io: Io,
    private readonly choice: OrgChoice,
    private readonly allowsChanges: boolean,
    private readonly ended: AbortSignal,
  ) {}

  /** Never rejects. */
  async atHand(): Promise<OrgsAtHand> {
    try {
      const { orgs, notOpened } = await this.opened();
      const remarks = [
        ...(this.isByDefault && orgs.length > 0 ? [PRACTICE_DEFAULT] : []),
        ...notOpened.map((each) => `Not signed in: ${notOpenedText(each)}`),
      ];
      return orgs.length === 0
        ? { ok: false, reason: remarks.join('\n') }
        : { ok: true, orgs: orgs.map((open) => this.agentOrg(open)), remarks };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  /** The org of an account; undefined where it is not among those that are open. */
  async of(account: string): Promise<OpenOrg | undefined> {
    const orgs = await this.opened().then(
      (opened) => opened.orgs,
      (): readonly OpenOrg[] => [],
    );
    return orgs.find((open) => open.account.account === account);
  }

  /** All that are open. */
  async all(): Promise<readonly OpenOrg[]> {
    return await this.opened().then(
      ({ orgs }) => orgs,
      () => [],
    );
  }

  /**
   * The orgs that files are compared with: those that are open. Where nothing was found to sign in with, no practice org is
   * started for a file that is looked at. Never rejects.
   */
  async forFiles(): Promise<OrgsForFiles> {
    try {
      if (this.opening === undefined && (await this.isNothingAtHand()))
        return { ok: false, reason: 'nothing was found to sign in with.' };
      return { ok: true, orgs: await this.opened() };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  /** Ends all sessions. Never rejects. */
  async end(): Promise<void> {
    await this.opening?.then(
      async (opened) => await opened.end(),
      () => undefined,
    );
  }

  private agentOrg({ account, org }: OpenOrg): AgentOrg {
    return {
      ...account,
      id: org.id,
      readOnly: this.allowsChanges ? undefined : READ_ONLY,
    };
  }

  /** Where one could not be opened, it is tried again after a while; those that are open need not wait for it for long. */
  private async opened(): Promise<Orgs> {
    const isDue = this.now() - this.openedAt > TRY_AGAIN_AFTER;
    if (this.opening === undefined || (isDue && !this.isOpening && lacksSome(this.held))) this.begin();
    const { opening, held } = this;
    if (opening === undefined || !this.isOpening || held === undefined || held.orgs.length === 0)
      return await (opening ?? this.open());
    await unlessAborted(AbortSignal.timeout(MOST_WAITED_FOR_OTHERS), opening);
    return this.held ?? held;
  }

  private begin(): void {
    const { held } = this;
    this.openedAt = this.now();
    this.isOpening = true;
    this.opening = this.open(held)
      .catch((error: unknown) => {
        if (held === undefined || held.orgs.length === 0) throw error;
        return held;
      })
      .then((orgs) => {
        this.held = orgs;
        return orgs;
      })
      .finally(() => {
        this.isOpening = false;
      });
  }

  private now(): number {
    return this.io.now().getTime();
  }

  private async isNothingAtHand(): Promise<boolean> {
    const { words, practice } = this.choice;
    return words.length === 0 && !practice && (await signInsAtHand(this.io)).length === 0;
  }

  private async open(before?: Orgs): Promise<Orgs> {
    const { io, choice, ended } = this;
    this.isByDefault = await this.isNothingAtHand();
    const meant = this.isByDefault ? { ...choice, practice: true } : choice;
    return await openOrgs(io, meant, 'en', ended, before);
  }
}

function lacksSome(held: Orgs | undefined): boolean {
  return held === undefined || held.orgs.length === 0 || held.notOpened.length > 0;
}
