import type { Draft, Field } from '../src/core/procedures/draft.ts';
import { startFrom } from '../src/core/procedures/startFrom/clientSettings.ts';
import type { JsonReading } from '../src/core/procedures/startFrom/jsonReading.ts';
import { type HostMessage, isDraftAction, type PageMessage } from '../src/core/wizard/messages.ts';
import { remember } from '../src/core/wizard/remember.ts';
import { type ToldState, toldMore, type WizardState, wholeState } from '../src/core/wizard/state.ts';
import { focusField } from './focus.ts';
import type { Copied, Host } from './host.ts';
import { Listings } from './listings.ts';
import { type Looks, looksAfter, NEW_LOOKS } from './looks.ts';

/** The state the page shows: the host's, with what the person did a moment ago already in it. */
export class PageStore {
  private state: ToldState = {};
  looks: Looks = NEW_LOOKS;
  readonly listings: Listings;
  /** Save was sent and not answered yet: the second click of a double click asks for nothing new. */
  private saving = false;

  constructor(
    private readonly host: Host,
    private readonly shown: {
      /** The page is to be drawn anew. */
      changed(): void;
      /** This is on the clipboard, also where the page looks as it did before. */
      copied(what: Copied): void;
    },
  ) {
    this.listings = new Listings((message) => host.send(message));
    host.listen((message) => this.receive(message));
  }

  /** The whole state, or undefined before the host has told it. */
  get whole(): WizardState | undefined {
    return wholeState(this.state);
  }

  /** Tells the host what the person did; what it does to the answers is shown at once. */
  send(message: PageMessage): void {
    if (message.type === 'save') {
      if (this.saving) return;
      this.saving = true;
    }
    const { memory } = this.state;
    if (memory !== undefined && isDraftAction(message))
      this.state = { ...this.state, memory: remember(memory, message, new Date().toISOString()) };
    this.looks = looksAfter(this.looks, message);
    this.host.send(message);
    this.shown.changed();
  }

  /** An answer, and what it does to the looks; both are drawn at once, so that no control sees only one of them. */
  answer(change: Draft, looks: Partial<Looks> = {}): void {
    this.looks = { ...this.looks, ...looks };
    const revision = (this.state.memory?.revision ?? 0) + 1;
    this.send({ type: 'answer', revision, change });
  }

  /** All answers at once, with what is to be said about it. */
  replace(draft: Draft, looks: Partial<Looks>): void {
    this.looks = { ...this.looks, ...looks };
    const revision = (this.state.memory?.revision ?? 0) + 1;
    this.send({ type: 'replace-draft', revision, draft });
  }

  /** The person left a field after changing it. */
  touch(field: Field): void {
    this.look({ touched: new Set([...this.looks.touched, field]) });
  }

  look(change: Partial<Looks>): void {
    this.looks = { ...this.looks, ...change };
    this.shown.changed();
  }

  private jsonRead(reading: JsonReading): void {
    const { memory } = this.state;
    if (reading.kind === 'refused') this.look({ jsonRefusals: reading.refusals });
    else if (memory?.procedure !== undefined) {
      const { settings, droppedSecret, leftOut } = reading;
      const { draft: before } = memory;
      const { draft, notTaken } = startFrom(memory.procedure, settings, before);
      const startedFrom = { name: settings.name, notTaken, droppedSecret, leftOut, before };
      this.replace(draft, { startedFrom, startsFrom: undefined, jsonText: '', jsonRefusals: [] });
      focusField('started-from');
    }
  }

  /** An echo of something done earlier never undoes what was done since. */
  private receive(message: HostMessage): void {
    if (message.type === 'copied') {
      this.look({ copied: message.what });
      this.shown.copied(message.what);
      return;
    }
    if (message.type === 'json-read') {
      this.jsonRead(message.reading);
      return;
    }
    if (message.type === 'operations-found') {
      this.look({ operationsFound: message });
      return;
    }
    if (message.type === 'listed') {
      this.listings.receive(message);
      this.shown.changed();
      return;
    }
    const orgBefore = orgIn(this.state);
    const { memory, ...others } = message.state;
    const isLate = memory !== undefined && memory.revision < (this.state.memory?.revision ?? 0);
    if (others.run !== undefined || others.planChanged !== undefined || others.context) this.saving = false;
    const told = memory === undefined || isLate ? others : { ...others, memory };
    this.state = toldMore(this.state, told);
    if (orgIn(this.state) !== orgBefore) this.listings.forget();
    else if (wholeState(message.state) !== undefined) this.listings.askAgain();
    this.shown.changed();
  }
}

/** Which org the client is made in; one ID may stand for an org in two regions. */
function orgIn({ context }: ToldState): string | undefined {
  const { destination } = context ?? {};
  if (destination?.kind !== 'org') return undefined;
  const { id, region, practice } = destination.org;
  return `${id} ${region} ${practice}`;
}
