import type { Run } from '../operations/run.ts';
import { type Context, type Org, orgOf } from '../procedures/context.ts';
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
import { HostMessage } from './messages.ts';
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

/**
 * The wizard's state, which is the truth; each change goes to the page, and memory to the disk. Of the connection there
 * is one state, and what the page is told and what is remembered of it follow from that.
 */
export class WizardStore {
  private link: ConnectionState;
  private current: WizardState;

  constructor(
    { today, memory, run }: Opening,
    private readonly tell: TellPage,
    private readonly keep: (memory: Memory) => void,
  ) {
    this.link = connectionFor(memory);
    this.current = {
      memory,
      context: {
        destination: destinationOf(this.link),
        workspace: { files: [], newFiles: [], scimFiles: [] },
        today,
      },
      connecting: connectingOf(this.link),
      ways: [],
      outlastsWindow: true,
      roleChange: null,
      run: run ?? null,
      proof: null,
      planChanged: false,
    };
  }

  get state(): WizardState {
    return this.current;
  }

  get connection(): ConnectionState {
    return this.link;
  }

  /** Changes parts of the state and tells the page which. */
  update(change: Partial<Omit<WizardState, 'connecting' | 'outlastsWindow'>>): void {
    this.apply(change);
    if (change.memory !== undefined) {
      const { account, adminPageRegion, preparingRegion } = change.memory;
      this.connect({ kind: 'draft-changed', whereabouts: { account, adminPageRegion, preparingRegion } });
    }
  }

  /** Lets the connection go on. */
  connect(event: ConnectionEvent): void {
    const before = this.link;
    this.link = next(before, event);
    if (this.link === before) return;
    const { memory, context } = this.current;
    const hasMoved = this.link.place !== before.place;
    this.apply({
      connecting: connectingOf(this.link),
      ...(hasMoved && {
        context: { ...context, destination: destinationOf(this.link) },
        outlastsWindow: signedInOrg(this.link)?.session.outlastsWindow ?? true,
      }),
      ...(hasOther(memory, this.link) && { memory: { ...memory, ...whereaboutsOf(this.link) } }),
    });
  }

  /** Changes parts of what outlives the window. */
  remember(change: Partial<Memory>): void {
    this.update({ memory: { ...this.current.memory, ...change } });
  }

  /** Changes parts of what answers are judged against, but not where the client is made. */
  changeContext(change: Partial<Omit<Context, 'destination'>>): void {
    this.update({ context: { ...this.current.context, ...change } });
  }

  /** Changes what is known of the org that is connected; does nothing while none is. */
  changeOrg(change: Partial<Org>): void {
    if (orgOf(this.current.context) !== undefined) this.connect({ kind: 'org-changed', change });
  }

  /** Tells a page that knows nothing everything. */
  tellAll(): void {
    this.tell({ type: 'state', state: this.current });
  }

  private apply(change: Partial<WizardState>): void {
    this.current = { ...this.current, ...change };
    if (change.memory !== undefined) this.keep(change.memory);
    this.tell({ type: 'state', state: change });
  }
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
