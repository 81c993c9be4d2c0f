/**
 * When Genesys withdraws the implicit grant. Two sources give different dates and the announcement itself was not
 * at hand (Genesys facts 8.2), so every date is kept with its source and the earliest one steers the preset.
 */
export const implicitGrantWithdrawal = [
  { source: 'community.genesys.com', noNewClientsFrom: '2026-03', existingClientsEnd: '2027-03' },
  { source: 'wiki.tinod.net', noNewClientsFrom: '2026-05', existingClientsEnd: '2027-05' },
] as const;

/** The earliest announced months, as `YYYY-MM`. */
export const implicitGrantEnds = {
  noNewClientsFrom: earliest(implicitGrantWithdrawal.map((date) => date.noNewClientsFrom)),
  existingClientsEnd: earliest(implicitGrantWithdrawal.map((date) => date.existingClientsEnd)),
};

/** Whether, by the earliest announcement, an org may refuse a new implicit client on this ISO date (rule G9). */
export function implicitGrantMayBeRefused(today: string): boolean {
  return today >= implicitGrantEnds.noNewClientsFrom;
}

/**
 * How far the withdrawal is on this ISO date, by the earliest announcement: it is announced, new clients may be
 * refused, or existing ones may have stopped.
 */
export function implicitGrantStage(today: string): 'announced' | 'no-new-clients' | 'ended' {
  if (today >= implicitGrantEnds.existingClientsEnd) return 'ended';
  return implicitGrantMayBeRefused(today) ? 'no-new-clients' : 'announced';
}

function earliest(months: readonly string[]): string {
  return months.reduce((soonest, month) => (month.localeCompare(soonest) < 0 ? month : soonest));
}
