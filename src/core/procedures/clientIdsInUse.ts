import type { FrameworkFile } from './context.ts';
import type { Answers, ClientIdInUse } from './draft.ts';

/** The Client IDs in use that writing into this file would replace (rule E6). */
export function clientIdsInUse({ uri, placement }: FrameworkFile): ClientIdInUse[] {
  if (placement?.kind !== 'possible') return [];
  return placement.entries.flatMap(({ region, replaces }) =>
    replaces.kind === 'client-id' ? [{ uri, region, clientId: replaces.text }] : [],
  );
}

/** Whether the person agreed to replace each of these (rule E6). */
export function mayReplaceAll(
  { mayReplace }: Pick<Answers, 'mayReplace'>,
  inUse: readonly ClientIdInUse[],
): boolean {
  return inUse.every(({ uri, region, clientId }) =>
    mayReplace.some((each) => each.uri === uri && each.region === region && each.clientId === clientId),
  );
}
