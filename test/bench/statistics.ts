/** The middle value; throws for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

/** One line of a report: both medians in milliseconds, their ratio, and the goal of that ratio. */
export function comparison(
  what: string,
  ours: readonly number[],
  baseline: readonly number[],
  goal: number,
): string {
  const ratio = median(ours) / median(baseline);
  const numbers = `${median(ours).toFixed(1)} ms ÷ ${median(baseline).toFixed(1)} ms = ${ratio.toFixed(2)}`;
  return `${what}: ${numbers} (goal ≤ ${goal}, ${ours.length} rounds)\n`;
}
