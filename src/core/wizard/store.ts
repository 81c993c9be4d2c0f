import isEqual from 'fast-deep-equal';
import type { Run } from '../operations/run.ts';
import { type Context, type Destination, NO_FILES } from '../procedures/context.ts';
import type { LoadedOrg } from '../procedures/loadedOrg.ts';
import {
  type ConnectionEvent,
  type ConnectionState,
  connectingOf,
  connectionFor,
  destinationOf,
  next,
  signedInOrg,
  whereaboutsOf,
} from './connection.ts';
import { withSaved } from './drafts.ts';
import { type ListQuery, type ListRows, rowsOf } from './lists.ts';
import { HostMessage } from './messages.ts';
import { NOTHING_ASKED } from './needs/shown.ts';
import type { TellPage } from './ports.ts';
import type { Memory, WizardState } from './state.ts';

/** What there may be of a wizard before anybody has done anything in it. */
export type Opening = {
  /** ISO date. */
  readonly today: string;
  readonly memory: Memory;
  /** A Save that was noted before. */
  readonly run?: Run | undefined;
};

/** Parts of the state that change; where the client is made follows from the connection. */
type Change = Partial<Omit<WizardState, 'context'>> & {
  readonly context?: Partial<Omit<Context, 'destination'>>;
};

type StateChange = Omit<Change, 'connecting' | 'outlastsWindow'>;

/**
 * The wizard's state, which is the truth; each change goes to the page, and memory to the disk. Of the connection there
 * is one state, and what the page is told and what is remembered of it follow from that.
 */
export class WizardStore {
  private link: ConnectionState;
  private current: WizardState;
  /** For which connection and which draft the org was last looked into. */
  private judged: { link: ConnectionState } & Pick<Memory, 'procedure' | 'draft'>;

  constructor(
    { today, memory: remembered, run }: Opening,
    private readonly tell: TellPage,
    private readonly keep: (memory: Memory) => void,
  ) {
    const memory = withSaved(remembered, run);
    this.link = connectionFor(memory);
    const nothingThere = { workspace: NO_FILES, today };
    this.judged = { link: this.link, procedure: memory.procedure, draft: memory.draft };
    this.current = {
      memory,
      context: { ...nothingThere, destination: destinationOf(this.link, memory, nothingThere) },
      connecting: connectingOf(this.link),
      ways: [],
      outlastsWindow: true,
      roleChange: null,
      run: run ?? null,
      proof: null,
      planChanged: false,
      guide: null,
      needs: NOTHING_ASKED,
    };
  }

  get state(): WizardState {
    return this.current;
  }

  get connection(): ConnectionState {
    return this.link;
  }

  /** Changes parts of the state and tells the page which. */
  update(change: StateChange): void {
    const { memory } = change;
    this.follow(memory === undefined ? this.link : afterDraftChange(this.link, memory), change);
  }

  /** Lets the connection go on. */
  connect(event: ConnectionEvent): void {
    const link = next(this.link, event);
    if (link !== this.link) this.follow(link, {});
  }

  /** Changes parts of what outlives the window. */
  remember(change: Partial<Memory>): void {
    this.update({ memory: { ...this.current.memory, ...change } });
  }

  /** Changes parts of what answers are judged against, but not where the client is made. */
  changeContext(change: Partial<Omit<Context, 'destination'>>): void {
    this.update({ context: change });
  }

  /** Changes what is known of the org that is connected; does nothing while none is. */
  changeOrg(change: Partial<LoadedOrg>): void {
    this.connect({ kind: 'org-changed', change });
  }

  /** Rows of a list of the org, which stays here however long it is; undefined where there is none. */
  rows(query: ListQuery): ListRows | undefined {
    const here = signedInOrg(this.link);
    return here === undefined ? undefined : rowsOf(here.org, query);
  }

  /** Tells a page that knows nothing everything. */
  tellAll(): void {
    this.tell({ type: 'state', state: this.current });
  }

  private follow(link: ConnectionState, change: StateChange): void {
    const before = this.link;
    this.link = link;
    const memory = change.memory ?? this.current.memory;
    this.apply({
      ...change,
      ...(link !== before && { connecting: connectingOf(link) }),
      ...(link.place !== before.place && {
        outlastsWindow: signedInOrg(link)?.session.outlastsWindow ?? true,
      }),
      ...(hasOther(memory, link) && { memory: { ...memory, ...whereaboutsOf(link) } }),
    });
  }

  private apply({ context: part, ...change }: Change): void {
    const { context, ...others } = { ...this.current, ...change };
    const destination = this.destinationFor(others.memory, { ...context, ...part });
    const now = { ...part, ...(destination !== context.destination && { destination }) };
    this.current = { ...others, context: { ...context, ...now } };
    if (change.memory !== undefined) this.keep(change.memory);
    const isSameContext = Object.keys(now).length === 0;
    this.tell({ type: 'state', state: isSameContext ? change : { ...change, context: now } });
  }

  /** With every letter that is typed another part of the org may be of interest; most are the same as before. */
  private destinationFor({ procedure, draft }: Memory, context: Context): Destination {
    const { link, judged } = this;
    const isSame = judged.link.place === link.place && judged.link.listsRead === link.listsRead;
    if (isSame && judged.draft === draft && judged.procedure === procedure) return context.destination;
    this.judged = { link, procedure, draft };
    const destination = destinationOf(link, { procedure, draft }, context);
    return isEqual(destination, context.destination) ? context.destination : destination;
  }
}

/** A draft belongs to an account, or to an admin page. */
function afterDraftChange(
  link: ConnectionState,
  { account, adminPageRegion, preparingRegion }: Memory,
): ConnectionState {
  return next(link, { kind: 'draft-changed', whereabouts: { account, adminPageRegion, preparingRegion } });
}

function hasOther(memory: Memory, link: ConnectionState): boolean {
  const { account, adminPageRegion, preparingRegion } = whereaboutsOf(link);
  return (
    memory.account !== account ||
    memory.adminPageRegion !== adminPageRegion ||
    memory.preparingRegion !== preparingRegion
  );
}

/** The page in the wizard's tab. Nobody needs what it is told while there is none: a new one asks for everything. */
export class WizardPage {
  private post: TellPage | undefined;

  get isOpen(): boolean {
    return this.post !== undefined;
  }

  open(post: TellPage): void {
    this.post = post;
  }

  close(): void {
    this.post = undefined;
  }

  /** Parsing leaves out whatever the page is not meant to know, should it ever get this far. */
  tell(message: HostMessage): void {
    this.post?.(HostMessage.parse(message));
  }
}
