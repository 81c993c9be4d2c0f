import type { FlowTools } from './flow.ts';

/** Asks for a region, offering those used before first; resolves to its domain, or to undefined when cancelled. */
export async function askRegion(
  { prompts, knownClients }: FlowTools,
  signal: AbortSignal,
): Promise<string | undefined> {
  return await prompts.askRegion({ recent: knownClients.regions() }, signal);
}
