import type { OperationsPort } from '../../core/wizard/ports.ts';
import { takeGivenFile } from '../privileges/givenFile.ts';
import type { Services } from '../services.ts';

/** What APIs say of their operations, as it is kept on this computer. */
export function operationsPort({ operations }: Pick<Services, 'operations'>): OperationsPort {
  return {
    read: async (apiUrl, signal, anew) => await operations.of(apiUrl, signal, anew),
    choose: async (host) => await takeGivenFile(operations, host),
  };
}
