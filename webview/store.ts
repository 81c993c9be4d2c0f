import type { Draft, Field } from '../src/core/procedures/draft.ts';
import type { JsonReading, JsonRefusal, LeftOut } from '../src/core/procedures/startFrom/jsonReading.ts';
import { type NotTaken, startFrom } from '../src/core/procedures/startFrom/settings.ts';
import { type HostMessage, isDraftAction, type PageMessage } from '../src/core/wizard/messages.ts';
import { remember } from '../src/core/wizard/remember.ts';
import { type ToldState, type WizardState, wholeState } from '../src/core/wizard/state.ts';
import { focusField } from './focus.ts';
import type { Copied, Host } from './host.ts';
import type { GrownList } from './longList.ts';

/** Answers that were filled in, and those of before, which can be had back. */
export type StartedFrom = {
  /** The name of the client; absent when a JSON had none. */
  name: string | undefined;
  notTaken: readonly NotTaken[];
  droppedSecret: boolean;
  /** What of a JSON was not taken. */
  leftOut?: LeftOut;
  before: Draft;
};

/** What only this page knows, because it is about looking and not about answers. Gone when the page is. */
export type Looks = {
  /** Fields that were left after a change: from then on their errors are shown. */
  touched: ReadonlySet<Field>;
  scopeSearch: string;
  roleSearch: string;
  /** What is searched among the divisions of each role, by the role's ID. */
  divisionSearch: Readonly<Record<string, string>>;
  /** How far one has scrolled in long lists, by their IDs. */
  grownLists: Readonly<Record<string, GrownList>>;
  /** Scopes written by hand, with the line that is just being begun. */
  scopeText: string;
  /** What was last put on the clipboard. */
  copied: Copied | undefined;
  /** "I looked, and the client is not there" is ticked. */
  confirmsSecondClient: boolean;
  /** "Discard" was pressed at the former draft with this ID, and wants to be confirmed. */
  asksToDiscard: number | undefined;
  /** Of many former drafts the older ones are shown, too. */
  showsAllDrafts: boolean;
  /** What is being chosen to start from. */
  startsFrom: 'use' | 'copy' | 'json' | undefined;
  clientSearch: string;
  /** JSON to start from, as pasted. It may hold a secret, so it goes when it is of no more use. */
  jsonText: string;
  jsonRefusals: readonly JsonRefusal[];
  /** What the answers were last filled in from. */
  startedFrom: StartedFrom | undefined;
  /** "Give the role to me" was pressed, and wants to be confirmed. */
  asksToGrantRole: boolean;
  /** "Restore this role" was pressed, and wants to be confirmed. */
  asksToRestoreRole: boolean;
  /** "Take the client back" was pressed, and wants to be confirmed. */
  asksToTakeBack: boolean;
  /** The regions that framework.js does not name are shown; undefined until the person opens or closes them. */
  showsRegions: boolean | undefined;
  /** The ways to connect are open, although the client already has somewhere to be made. */
  showsWays: boolean;
};

const NEW_LOOKS: Looks = {
  touched: new Set(),
  scopeSearch: '',
  roleSearch: '',
  divisionSearch: {},
  grownLists: {},
  scopeText: '',
  copied: undefined,
  confirmsSecondClient: false,
  asksToDiscard: undefined,
  showsAllDrafts: false,
  startsFrom: undefined,
  clientSearch: '',
  jsonText: '',
  jsonRefusals: [],
  startedFrom: undefined,
  asksToGrantRole: false,
  asksToRestoreRole: false,
  asksToTakeBack: false,
  showsRegions: undefined,
  showsWays: false,
};

/** The state the page shows: the host's, with what the person did a moment ago already in it. */
export class PageStore {
  private state: ToldState = {};
  looks: Looks = NEW_LOOKS;
  /** Save was sent and not answered yet: the second click of a double click asks for nothing new. */
  private saving = false;

  constructor(
    private readonly host: Host,
    private readonly changed: () => void,
  ) {
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
    this.changed();
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
    this.changed();
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
      return;
    }
    if (message.type === 'json-read') {
      this.jsonRead(message.reading);
      return;
    }
    const { memory, ...others } = message.state;
    const isLate = memory !== undefined && memory.revision < (this.state.memory?.revision ?? 0);
    if (others.run !== undefined || others.planChanged !== undefined || others.context) this.saving = false;
    const told = memory === undefined || isLate ? others : { ...others, memory };
    this.state = Object.assign({}, this.state, told);
    this.changed();
  }
}

/** What was copied is of another page once one goes there, and the ways close once one of them is taken. */
function looksAfter(looks: Looks, { type }: PageMessage): Looks {
  switch (type) {
    case 'start-over':
    case 'take-up-draft':
    case 'discard-draft':
      return NEW_LOOKS;
    case 'go':
      return { ...looks, copied: undefined, startsFrom: undefined, startedFrom: undefined, jsonText: '' };
    case 'connect':
      return { ...looks, showsWays: false };
    case 'take-back':
      return { ...looks, asksToTakeBack: false };
    case 'restore-altered-role':
      return { ...looks, asksToRestoreRole: false };
    case 'grant-scim-role':
      return { ...looks, asksToGrantRole: false };
    default:
      return looks;
  }
}
