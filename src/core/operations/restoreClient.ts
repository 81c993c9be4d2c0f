import type { ChangeEffects } from '../clients/changeClient.ts';
import { bodyOf } from '../clients/changedClient.ts';
import type { Result } from '../platform/errors.ts';

/**
 * Makes an inactive client active again, and reads back whether it is. That this is possible until the client is deleted
 * is inferred: no document says so (Genesys facts 1.4). One that is active already is left alone.
 */
export async function restoreClient({ read, write }: ChangeEffects): Promise<Result<unknown>> {
  const found = await read();
  if (!found.ok || isActive(found.value)) return found;
  const written = await write({ ...bodyOf(found.value), state: 'active' });
  const now = await read();
  if (now.ok && isActive(now.value)) return now;
  if (!written.ok) return written;
  return now.ok ? { ok: false, error: { kind: 'unexpected-answer', answer: { status: 200 } } } : now;
}

function isActive({ state }: { readonly state?: string | null | undefined }): boolean {
  return (state ?? 'active') === 'active';
}
