import type { FrameworkFinding } from '../frameworkFinding.ts';
import type { TextEdit } from '../textEdit.ts';

/**
 * The edits that repair at once all that can be repaired without a change to what the file does, in the order of the
 * text. Of two repairs that overlap, the first one is made; the next check finds the other one again.
 */
export function fixAll(findings: readonly FrameworkFinding[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  const repairs = findings
    .flatMap(({ fixes }) => fixes.find((fix) => fix.kind === 'edit' && fix.safe) ?? [])
    .flatMap((fix) => (fix.kind === 'edit' ? [fix.edits] : []))
    .sort((a, b) => startOf(a) - startOf(b));
  let end = 0;
  for (const edits of repairs) {
    if (startOf(edits) < end) continue;
    chosen.push(...edits);
    end = Math.max(...edits.map((edit) => edit.end));
  }
  return chosen;
}

function startOf(edits: readonly TextEdit[]): number {
  return Math.min(...edits.map(({ start }) => start));
}
