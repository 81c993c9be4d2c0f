import type { ChangeEffects } from '../../core/clients/changeClient.ts';
import { clientEffects } from '../../core/operations/clientEffects.ts';
import type { Services } from '../services.ts';
import { withConnection } from './withConnection.ts';

/**
 * The ways in which a change touches one client of an account's org. The account (its ID) is looked up at each call,
 * because the person may have signed out, or in again, since the change began.
 */
export function changeEffects(services: Services, account: string, clientId: string): ChangeEffects {
  return clientEffects(async (call) => await withConnection(services, account, call), clientId);
}
