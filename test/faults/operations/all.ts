import type { Operation } from '../cell.ts';
import { onClients } from './clients.ts';
import { logins } from './logins.ts';
import { reading } from './reading.ts';
import { aboutRoles } from './roles.ts';
import { saves } from './save.ts';
import { aboutSecrets } from './secrets.ts';

/** Everything that the extension does in an org, or at a login host. */
export const operations: readonly Operation[] = [
  ...saves,
  ...onClients,
  ...aboutSecrets,
  ...aboutRoles,
  ...reading,
  ...logins,
];
