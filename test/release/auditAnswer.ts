import * as z from 'zod/mini';

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string() })),
});
const Refusal = z.object({ message: z.string() });

/** What a registry said of the packages: which of them have known faults, or that it said nothing. */
export type AuditAnswer =
  | { readonly kind: 'clean' }
  | { readonly kind: 'faulty'; readonly packages: readonly string[] }
  | { readonly kind: 'not-answered'; readonly reason: string };

/** Reads what `npm audit --json` prints. Whatever is no report of packages is no all-clear. */
export function readAudit(output: string): AuditAnswer {
  const json = parse(output);
  const report = Report.safeParse(json);
  if (!report.success) {
    const reason = Refusal.safeParse(json).data?.message ?? output.trim().slice(0, 200);
    return { kind: 'not-answered', reason: reason || 'npm printed nothing' };
  }
  const packages = Object.entries(report.data.vulnerabilities).map(
    ([name, { severity }]) => `${name} (${severity})`,
  );
  return packages.length === 0 ? { kind: 'clean' } : { kind: 'faulty', packages };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
