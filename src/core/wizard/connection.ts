import type { Connection } from '../platform/request.ts';
import type { Context, Destination, OrgFacts } from '../procedures/context.ts';
import type { LoadedOrg } from '../procedures/loadedOrg.ts';
import type { Attempt, SignInFailure, SignInStage } from '../signIn/attempt.ts';
import { orgFor } from './orgExcerpt.ts';
import type { SignedInOrg, SignInResult, SignInTry } from './ports.ts';
import type { Connecting, Memory } from './state.ts';

/** Where the wizard is, whatever else happens. */
export type Place =
  | { readonly kind: 'nowhere' }
  /** The person makes the client on the admin page of this region (its domain). */
  | { readonly kind: 'admin-page'; readonly region: string }
  | ({ readonly kind: 'org' } & SignedInOrg);

type Activity =
  | { readonly kind: 'none' }
  | { readonly kind: 'attempt'; readonly stage: SignInStage }
  | { readonly kind: 'failed'; readonly failure: SignInFailure };

/** How the wizard's connection to an org stands. What the page shows of it, and what is remembered, follow from this. */
export type ConnectionState = {
  readonly place: Place;
  readonly activity: Activity;
  /** The account (its ID) whose org the wizard is in, or comes back to. */
  readonly account: string | undefined;
  /** The region (its domain) whose client to sign in with the person is making. */
  readonly preparing: string | undefined;
  /** How often the lists of an org were read or changed so far. */
  readonly listsRead: number;
};

/** What a draft remembers of the connection. */
export type Whereabouts = Pick<Memory, 'account' | 'adminPageRegion' | 'preparingRegion'>;

/** What happens to a connection. */
export type ConnectionEvent =
  | { readonly kind: 'attempt-reported'; readonly stage: SignInStage }
  /** It came to nothing: cancelled, or another attempt took its place. */
  | { readonly kind: 'attempt-ended' }
  /** `opened` is the session (its ID) that was to be opened, if it was one that exists. */
  | { readonly kind: 'attempt-failed'; readonly failure: SignInFailure; readonly opened: string | undefined }
  | { readonly kind: 'entered'; readonly signedIn: SignedInOrg }
  | { readonly kind: 'chose-admin-page'; readonly region: string }
  | { readonly kind: 'began-preparing'; readonly region: string }
  | { readonly kind: 'gave-up-preparing' }
  /** For another org, or by signing out: this account is not come back to. */
  | { readonly kind: 'left' }
  /** Somebody signed out elsewhere; the same account is come back to. */
  | { readonly kind: 'session-gone' }
  /** More, or something else, is known of the org that the wizard is in. */
  | {
      readonly kind: 'org-changed';
      readonly change: Partial<LoadedOrg>;
      readonly session?: SignedInOrg['session'];
    }
  /** Another draft was begun, taken up or set aside. */
  | { readonly kind: 'draft-changed'; readonly whereabouts: Whereabouts };

const NOWHERE: Place = { kind: 'nowhere' };
const NONE: Activity = { kind: 'none' };

/** The connection of a wizard that remembers this, before it has signed in anywhere. */
export function connectionFor(whereabouts: Whereabouts): ConnectionState {
  const start = { place: NOWHERE, activity: NONE, account: undefined, preparing: undefined, listsRead: 0 };
  return next(start, { kind: 'draft-changed', whereabouts });
}

/** How a connection goes on. */
export function next(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event.kind) {
    case 'attempt-reported':
      return { ...state, activity: { kind: 'attempt', stage: event.stage } };
    case 'attempt-ended':
      return { ...state, activity: NONE };
    case 'attempt-failed':
      return afterFailure(state, event.failure, event.opened);
    case 'entered': {
      const { account } = event.signedIn.session;
      return {
        place: { kind: 'org', ...event.signedIn },
        activity: NONE,
        account,
        preparing: undefined,
        listsRead: state.listsRead + 1,
      };
    }
    case 'chose-admin-page':
      return { ...state, place: { kind: 'admin-page', region: event.region }, activity: NONE };
    case 'began-preparing':
      return { ...state, activity: NONE, preparing: event.region };
    case 'gave-up-preparing':
      return { ...state, activity: NONE, preparing: undefined };
    case 'left':
      return { ...state, place: NOWHERE, activity: NONE, account: undefined, preparing: undefined };
    case 'session-gone':
      return state.place.kind === 'org' ? { ...state, place: NOWHERE } : state;
    case 'org-changed': {
      const { place } = state;
      if (place.kind !== 'org') return state;
      const { session = place.session, change } = event;
      const org = { ...place.org, ...change };
      const isSame = org.clients === place.org.clients && org.access === place.org.access;
      return {
        ...state,
        place: { ...place, session, org },
        listsRead: state.listsRead + (isSame ? 0 : 1),
      };
    }
    case 'draft-changed':
      return afterDraftChange(state, event.whereabouts);
  }
}

/** A try that failed leaves a connection that works; only a session that has ended works no more. */
function afterFailure(
  state: ConnectionState,
  failure: SignInFailure,
  opened: string | undefined,
): ConnectionState {
  const { place } = state;
  const isOver = failure.kind === 'session-ended' && place.kind === 'org' && place.session.id === opened;
  return { ...state, place: isOver ? NOWHERE : place, activity: { kind: 'failed', failure } };
}

/** A draft belongs to an account, or to an admin page; the connection to another one is left. */
function afterDraftChange(
  state: ConnectionState,
  { account, adminPageRegion, preparingRegion: preparing }: Whereabouts,
): ConnectionState {
  const { place } = state;
  const isSame = account === state.account && preparing === state.preparing;
  if (isSame && adminPageRegion === adminPageOf(place)) return state;
  const here = place.kind === 'org' && place.session.account === account ? place : NOWHERE;
  return {
    ...state,
    place: adminPageRegion === undefined ? here : { kind: 'admin-page', region: adminPageRegion },
    activity: NONE,
    account,
    preparing,
  };
}

function adminPageOf(place: Place): string | undefined {
  return place.kind === 'admin-page' ? place.region : undefined;
}

/** Whom the wizard is signed in as, and to which org; undefined where it is not. */
export function signedInOrg({ place }: ConnectionState): SignedInOrg | undefined {
  return place.kind === 'org' ? place : undefined;
}

/** The connection to this org; undefined while somebody else or nobody is signed in. */
export function connectionTo(
  state: ConnectionState,
  { id, region }: Pick<OrgFacts, 'id' | 'region'>,
): Connection | undefined {
  const here = signedInOrg(state);
  return here?.org.id === id && here.org.region === region ? here.connection : undefined;
}

/** Where the client is made; of an org, what this draft is judged against. */
export function destinationOf(
  { place, listsRead }: ConnectionState,
  draft: Pick<Memory, 'procedure' | 'draft'>,
  others: Omit<Context, 'destination'>,
): Destination {
  switch (place.kind) {
    case 'nowhere':
      return { kind: 'undecided' };
    case 'admin-page':
      return { kind: 'admin-page', region: place.region };
    case 'org':
      return { kind: 'org', org: orgFor({ org: place.org, listsRead }, draft, others) };
  }
}

/** What the page shows of it. */
export function connectingOf({ place, activity, preparing }: ConnectionState): Connecting {
  switch (activity.kind) {
    case 'attempt':
      return activity.stage;
    case 'failed':
      return { kind: place.kind === 'org' ? 'connected' : 'disconnected', failure: activity.failure };
    case 'none':
      if (preparing !== undefined) return { kind: 'preparing-client', region: preparing };
      return { kind: place.kind === 'org' ? 'connected' : 'disconnected' };
  }
}

/** What a draft remembers of it. */
export function whereaboutsOf({ place, account, preparing }: ConnectionState): Whereabouts {
  return { account, adminPageRegion: adminPageOf(place), preparingRegion: preparing };
}

/** What failed last, and the same in another region where that is possible. It may hold a secret that was typed. */
type LastFailure = { readonly tried: SignInTry; readonly elsewhere: SignInTry | undefined };

/** The attempts to connect, of which there is one at a time: a new one ends the one before. */
export class Attempts {
  private underWay = new AbortController();
  private isClosed = false;
  private failure: LastFailure | undefined;

  constructor(
    private readonly report: (stage: SignInStage) => void,
    private readonly reached: (connection: Connection, signal: AbortSignal) => void,
  ) {}

  get last(): LastFailure | undefined {
    return this.failure;
  }

  /** An ended attempt reports nothing any more. */
  begin(): Attempt {
    this.end();
    this.underWay = new AbortController();
    if (this.isClosed) this.end();
    const { signal } = this.underWay;
    const report = (stage: SignInStage) => {
      if (!signal.aborted) this.report(stage);
    };
    const reached = (connection: Connection) => {
      if (!signal.aborted) this.reached(connection, signal);
    };
    return { signal, report, reached };
  }

  end(): void {
    this.underWay.abort();
  }

  /** Ends for good: nothing that begins from now on comes to anything. */
  close(): void {
    this.isClosed = true;
    this.end();
  }

  note(tried: SignInTry, { elsewhere }: Extract<SignInResult, { kind: 'failed' }>): void {
    this.failure = { tried, elsewhere };
  }

  forgetLast(): void {
    this.failure = undefined;
  }
}
