import type { OrgClients } from '../../clients/orgClients.ts';
import type { FoundClient } from '../../clients/whereabouts.ts';
import type { FrameworkFinding } from '../frameworkFinding.ts';
import type { ClientIdEntry, FrameworkInspection } from '../inspect.ts';
import type { ClientSearch } from './clientOfEntry.ts';

/** What the rules look at: one framework.js, and the orgs that one is signed in to. */
export type CheckedFile = {
  readonly text: string;
  readonly inspection: FrameworkInspection;
  /** The entries of `clientIds` that count: of a region that is there twice, the last one. */
  readonly live: readonly ClientIdEntry[];
  readonly orgs: readonly OrgClients[];
  readonly search: ClientSearch;
  /** The entries whose client is known, each with that client and the org that has it. */
  readonly used: readonly (FoundClient & { readonly entry: ClientIdEntry })[];
  /** ISO date. */
  readonly today: string;
};

/** One thing that can be wrong with a framework.js. Pure, and silent where the text or the org does not tell. */
export type Rule = (file: CheckedFile) => readonly FrameworkFinding[];
