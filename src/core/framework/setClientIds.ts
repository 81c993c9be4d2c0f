import { type ClientIdEdit, type RefusalReason, setClientId } from './edit.ts';
import { applyEdit } from './textEdit.ts';

type Edit = Extract<ClientIdEdit, { kind: 'edit' }>;

/** A region whose value changes: what it replaces, and its line (counted from 1) once that is done. */
export type SetEntry = { readonly region: string } & Pick<Edit, 'line' | 'replaces'>;

export type ClientIdsEdit =
  /** `entries` are the regions that change; those that have this value already are not among them. */
  | { readonly kind: 'edit'; readonly edited: string; readonly entries: readonly SetEntry[] }
  | {
      readonly kind: 'refused';
      readonly region: string;
      readonly reason: RefusalReason;
      readonly line: number | undefined;
    };

/**
 * The text with one Client ID under each of these regions (procedure rules G11 and E6), each set as by `setClientId`,
 * with all that it promises. When one region is refused, all are.
 */
export function setClientIds(text: string, regions: readonly string[], clientId: string): ClientIdsEdit {
  let edited = text;
  const entries: SetEntry[] = [];
  for (const region of regions) {
    const change = setClientId(edited, region, clientId);
    if (change.kind === 'refused') {
      return { kind: 'refused', region, reason: change.reason, line: change.line };
    }
    if (change.kind === 'unchanged') continue;
    edited = applyEdit(edited, change.edit);
    entries.push({ region, line: change.line, replaces: change.replaces });
  }
  return { kind: 'edit', edited, entries };
}
