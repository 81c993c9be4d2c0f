import type { Lacks } from '../clients/rights.ts';
import { latest } from './asked.ts';
import type { ClientPageState } from './messages.ts';

/** What whoever is signed in lacks for what the page of a client offers, as far as the org told. */
export function lackedOn({ lackedPermissions, roles }: ClientPageState): Lacks {
  const notHeld = (latest(roles) ?? []).filter(({ held }) => held === false);
  return { permissions: lackedPermissions, roles: notHeld.map(({ name }) => name) };
}
