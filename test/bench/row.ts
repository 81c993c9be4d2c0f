/** One line of the table of goals. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  readonly goal: string;
  readonly isMet: boolean;
};

/** The middle value; throws for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

/** How many times as long ours takes as what it is held against, both in milliseconds and measured in turns. */
export function ratioRow(
  what: string,
  { ours, baseline, against, most }: { ours: number[]; baseline: number[]; against: string; most: number },
): Row {
  const ratio = median(ours) / median(baseline);
  return {
    what,
    measured: `${ratio.toFixed(2)} × (${median(ours).toFixed(1)} ms)`,
    against: `${against} (${median(baseline).toFixed(1)} ms)`,
    goal: `≤ ${most} ×`,
    isMet: ratio <= most,
  };
}
