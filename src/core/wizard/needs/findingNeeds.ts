import type { Description, Unreadable } from '../../privileges/description.ts';
import { indexOperations } from '../../privileges/findOperations.ts';
import { operationsOf } from '../../privileges/matchCalls.ts';
import { type CallsAs, needsOf } from '../../privileges/needs.ts';
import { endpointOf, type Operation } from '../../privileges/operation.ts';
import { orgOf } from '../../procedures/context.ts';
import { asksForRoles } from '../../procedures/grantTypes.ts';
import { answersOf } from '../../procedures/index.ts';
import { remembered } from '../../remembered.ts';
import { signedInOrg } from '../connection.ts';
import type { HostMessage } from '../messages.ts';
import type { OperationsPort, SignInPort } from '../ports.ts';
import type { WizardStore } from '../store.ts';
import { orgChoices } from './orgChoices.ts';
import { readPasted } from './readPasted.ts';
import { shownNeeds, some } from './show.ts';
import { type DescriptionState, NOTHING_ASKED, type OperationsFound } from './shown.ts';

const MOST_OPERATIONS = 20;

type FoundMessage = Extract<HostMessage, { type: 'operations-found' }>;

/** What is known of an API. */
type Known = {
  readonly apiUrl: string;
  readonly description: Description;
  readonly insteadOf: Unreadable | undefined;
};

/** A reading of what an API says of itself; `done`: whether it is known now. */
type Attempt = { readonly apiUrl: string; readonly ending: AbortController; done: Promise<boolean> };

/**
 * Finds out what an application needs for what it calls. What the API says of thousands of operations stays here; the page
 * is told what it shows of it.
 */
export class FindingNeeds {
  /** What was pasted last, without secrets. */
  private text: string | undefined;
  private known: Known | undefined;
  /** Why the API's own description could not be read, the last time that it was asked. */
  private unread: Unreadable | undefined;
  private attempt: Attempt | undefined;

  constructor(
    private readonly port: OperationsPort,
    private readonly hostsOf: SignInPort['hostsOf'],
    private readonly store: WizardStore,
  ) {}

  /** What the calls in a text need. With `anew` the API is asked again for what it says of itself. */
  async find(text: string, anew: boolean): Promise<void> {
    this.text = text;
    if (await this.read(anew)) this.show();
  }

  /** The operations that a search means; `read`: what the API says of itself is read for it, if it is not known yet. */
  async operations({ search, read }: { search: string; read: boolean }): Promise<FoundMessage> {
    if (read && !this.isKnownHere) await this.read(false);
    return { type: 'operations-found', search, found: this.operationsMeant(search) };
  }

  private operationsMeant(search: string): OperationsFound {
    const { known } = this;
    if (known === undefined || !this.isKnownHere) return { kind: 'unasked' };
    const index = indexed(known.description.operations);
    const { matched } = readPasted(search, index);
    const calls = [...matched.uses.flatMap((use) => use.calls), ...matched.unclear.map(({ call }) => call)];
    const operations = [...new Set(calls.flatMap((call) => operationsOf(call, index)))];
    return {
      kind: 'known',
      operations: some(operations, MOST_OPERATIONS, (each) => ({
        endpoint: endpointOf(each),
        scopes: [...(each.scopes ?? [])],
      })),
    };
  }

  /** Reads what the API says of itself out of a file that the person chooses. */
  async takeFile(): Promise<void> {
    const { apiUrl } = this;
    if (apiUrl === undefined) return;
    const { host } = new URL(apiUrl);
    const taken = await this.port.choose(host);
    if (taken === undefined) return;
    // The person may have signed in elsewhere while they chose.
    if (this.apiUrl !== apiUrl) return;
    this.stop();
    if (!taken.ok) return this.tell({ kind: 'failed', host, why: taken.why });
    const { description } = taken;
    this.know({ apiUrl, description, insteadOf: description.host === host ? undefined : this.unread });
    this.show();
  }

  /** Ends the reading that is under way. */
  stop(): void {
    if (this.attempt === undefined) return;
    this.end();
    this.tell(this.stateBefore);
  }

  /** Other answers have begun, of which nobody has asked anything. */
  forget(): void {
    this.end();
    this.text = undefined;
    if (this.store.state.needs !== NOTHING_ASKED) this.store.update({ needs: NOTHING_ASKED });
  }

  /** Something else is known, or chosen, of what the answer depends on. */
  again(): void {
    if (this.store.state.needs.found !== null && this.isKnownHere) this.show();
  }

  dispose(): void {
    this.end();
  }

  private end(): void {
    this.attempt?.ending.abort();
    this.attempt = undefined;
  }

  /** The API that the client is for. */
  private get apiUrl(): string | undefined {
    const { context } = this.store.state;
    const { destination } = context;
    return destination.kind === 'admin-page'
      ? this.hostsOf(destination.region)?.apiUrl
      : orgOf(context)?.apiUrl;
  }

  private get isKnownHere(): boolean {
    return this.known !== undefined && this.known.apiUrl === this.apiUrl;
  }

  private get callsAs(): CallsAs | undefined {
    const { memory, context } = this.store.state;
    if (memory.procedure === undefined) return undefined;
    const { grantType } = answersOf(memory.procedure, memory.draft, context);
    return asksForRoles(grantType) ? 'client' : 'person';
  }

  /** Whether what the API says of itself is known now. Whoever asks while it is read waits for that. */
  private async read(anew: boolean): Promise<boolean> {
    const { apiUrl } = this;
    if (apiUrl === undefined) return false;
    if (!anew && this.attempt?.apiUrl === apiUrl) return await this.attempt.done;
    this.end();
    const attempt: Attempt = { apiUrl, ending: new AbortController(), done: Promise.resolve(false) };
    this.attempt = attempt;
    attempt.done = this.readFor(attempt, anew);
    return await attempt.done;
  }

  private async readFor(attempt: Attempt, anew: boolean): Promise<boolean> {
    const { apiUrl, ending } = attempt;
    const { host } = new URL(apiUrl);
    this.tell({ kind: 'reading', host });
    const read = await this.port.read(apiUrl, ending.signal, anew);
    // The person may have ended it, or begun anew.
    if (this.attempt !== attempt) return false;
    this.attempt = undefined;
    this.unread = read.ok || read.why.kind === 'file-unreadable' ? undefined : read.why;
    if (read.ok) this.know({ apiUrl, description: read.description, insteadOf: read.insteadOf });
    else this.tell({ kind: 'failed', host, why: read.why });
    return read.ok;
  }

  private know(known: Known): void {
    this.known = known;
    this.tell(this.stateBefore);
  }

  /** What the page is told while nothing is under way. */
  private get stateBefore(): DescriptionState {
    const { known } = this;
    if (known === undefined || !this.isKnownHere) return NOTHING_ASKED.description;
    const { description, insteadOf } = known;
    const { host, date, unread } = description;
    return {
      kind: 'known',
      host,
      date,
      ...(insteadOf !== undefined && { insteadOf }),
      ...(unread > 0 && { unread }),
    };
  }

  private tell(description: DescriptionState): void {
    this.store.update({ needs: { ...this.store.state.needs, description } });
  }

  private show(): void {
    const { known, text, callsAs } = this;
    if (known === undefined || !text?.trim() || callsAs === undefined) return;
    const { operations } = known.description;
    const { matched, notes } = readPasted(text, indexed(operations));
    const access = signedInOrg(this.store.connection)?.org.access;
    const needs = needsOf(matched.uses, callsAs, { operations, ...orgChoices(access) });
    const found = shownNeeds(known.apiUrl, matched, needs, notes);
    this.store.update({ needs: { description: this.stateBefore, found } });
  }
}

const indexed = remembered((operations: readonly Operation[]) => indexOperations(operations));
