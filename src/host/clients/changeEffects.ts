import type { ChangeEffects } from '../../core/clients/changeClient.ts';
import { readClientRecord, updateClient } from '../../core/platform/clientRecord.ts';
import type { Result } from '../../core/platform/errors.ts';
import type { Connection } from '../../core/platform/request.ts';
import type { Services } from '../services.ts';
import { withConnection } from './withConnection.ts';

/**
 * The ways in which a change touches one client of an account's org. The account (its ID) is looked up at each call,
 * because the person may have signed out, or in again, since the change began.
 */
export function changeEffects(services: Services, account: string, clientId: string): ChangeEffects {
  const connected = async <T>(call: (to: Connection) => Promise<Result<T>>) =>
    await withConnection(services, account, call);
  return {
    read: async (signal) => await connected(async (to) => await readClientRecord(to, clientId, signal)),
    write: async (body) => await connected(async (to) => await updateClient(to, clientId, body)),
  };
}
