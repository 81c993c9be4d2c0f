import type { Answers, Draft, Field } from '../src/core/procedures/draft.ts';
import type { NewRole } from '../src/core/procedures/newRole.ts';
import type { NotTaken } from '../src/core/procedures/startFrom/clientSettings.ts';
import type { JsonRefusal, LeftOut } from '../src/core/procedures/startFrom/jsonReading.ts';
import type { PageMessage } from '../src/core/wizard/messages.ts';
import type { OperationsFound } from '../src/core/wizard/needs/shown.ts';
import type { Copied } from './host.ts';

/** How far a list has grown while this was searched in it. */
export type GrownList = { readonly search: string; readonly rows: number };

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

/** What was chosen with one click for what is needed. */
export type Filled = {
  /** By name. */
  added: readonly string[];
  removed: readonly string[];
  /** The answers of now without that. */
  takenBack: (now: Answers) => Draft;
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
  /** What the application will call, as typed; undefined until something is. It may hold a secret, so it stays here. */
  callsText: string | undefined;
  /** The text that was last asked about. It may hold one, too. */
  callsAsked: string | undefined;
  /** What it needs was asked for with nothing to look for. */
  asksAboutNothing: boolean;
  filled: Filled | undefined;
  /** A new role that was taken off again: what was typed of it comes back with it. */
  formerNewRole: NewRole | undefined;
  /** The operations that the search among scopes means, and the search that it was. */
  operationsFound: { readonly search: string; readonly found: OperationsFound } | undefined;
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
  /** "Delete the client" was pressed, and wants to be confirmed. */
  asksToTakeBack: boolean;
  /** The regions that framework.js does not name are shown; undefined until the person opens or closes them. */
  showsRegions: boolean | undefined;
  /** The ways to connect are open, although the client already has somewhere to be made. */
  showsWays: boolean;
  /** What is missing is out of sight, so it is listed beside the way on. */
  showsSummary: boolean;
  /** In a narrow editor the list of steps is open. */
  showsSteps: boolean;
  /** Of the scopes only those that are selected are shown. */
  showsSelectedScopes: boolean;
};

export const NEW_LOOKS: Looks = {
  touched: new Set(),
  scopeSearch: '',
  roleSearch: '',
  divisionSearch: {},
  grownLists: {},
  scopeText: '',
  callsText: undefined,
  callsAsked: undefined,
  asksAboutNothing: false,
  filled: undefined,
  formerNewRole: undefined,
  operationsFound: undefined,
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
  showsSummary: false,
  showsSteps: false,
  showsSelectedScopes: false,
};

/** What was copied is of another page once one goes there, and the ways close once one of them is taken. */
export function looksAfter(looks: Looks, { type }: PageMessage): Looks {
  switch (type) {
    case 'start-over':
    case 'take-up-draft':
    case 'discard-draft':
      return NEW_LOOKS;
    case 'choose-procedure':
      return {
        ...looks,
        callsText: undefined,
        callsAsked: undefined,
        asksAboutNothing: false,
        filled: undefined,
      };
    case 'go':
      return {
        ...looks,
        filled: undefined,
        asksAboutNothing: false,
        showsSummary: false,
        showsSteps: false,
        copied: undefined,
        startsFrom: undefined,
        startedFrom: undefined,
        jsonText: '',
      };
    case 'show-practice-guide':
    case 'leave-practice-guide':
      return { ...looks, copied: undefined };
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
