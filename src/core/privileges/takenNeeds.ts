import type { ExportTarget } from '../export/exportTarget.ts';
import type { Resource } from '../export/terraform.ts';
import type { Description } from './description.ts';
import type { Needs } from './needs.ts';

/** What was worked out for an application, to be taken elsewhere. */
export type TakenNeeds = {
  /** What the application is called. */
  readonly application: string;
  readonly needs: Needs;
  readonly description: Pick<Description, 'host' | 'date'>;
  /** What was not read, or is not sure, in sentences. */
  readonly remarks: readonly string[];
  /** BCP 47 tag of the language that sentences are in. */
  readonly language: string;
};

/** Where the client stands, or is to stand, and in which divisions it gets its role; `*` is all of them. */
export type ClientOfNeeds = {
  readonly client: Resource;
  readonly divisionIds: readonly string[];
  readonly where: ExportTarget;
};
