import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';

/** The entries of `clientIds`, where they are in the text. */
export function entriesIn({ clientIds }: FrameworkInspection): readonly ClientIdEntry[] {
  return clientIds.kind === 'literal' ? clientIds.entries : [];
}
