import { policiesOf } from './permissions.ts';
import { seedId } from './random.ts';
import type { Author, Client } from './records.ts';
import type { World } from './world.ts';

/** What a large enterprise has. */
export const LARGE = { clients: 10_000, roles: 2_000, divisions: 500 } as const;

/**
 * Fills a world up to so many OAuth clients, the built-in ones included. It gets roles and divisions in proportion, but no
 * more of them than a large enterprise has; what it has already, stays.
 */
export function growLarge(world: World, clients: number): void {
  const proportion = Math.min(1, clients / LARGE.clients);
  const divisions = Math.round(LARGE.divisions * proportion);
  const roles = Math.round(LARGE.roles * proportion);
  for (let n = world.divisions.size + 1; world.divisions.size < divisions; n++) {
    const name = `Division ${padded(n)}`;
    const id = seedId(`division ${name}`);
    world.divisions.set(id, { id, name, description: `The ${n}th division.`, home: false });
  }
  for (let n = world.roles.size + 1; world.roles.size < roles; n++) {
    const name = `Custom Role ${padded(n)}`;
    const id = seedId(`role ${name}`);
    const policies = policiesOf(['routing:queue:view', 'conversation:call:view']);
    world.roles.set(id, { id, name, description: '', defaultRoleId: null, permissions: [], policies });
  }
  const [person] = world.people.values();
  const author: Author = {
    id: person?.id ?? '',
    name: person?.name ?? '',
    selfUri: `/api/v2/users/${person?.id}`,
  };
  for (let n = world.clients.size + 1; world.clients.size < clients; n++) {
    const client = numberedClient(n, author, world.clock.now());
    world.clients.set(client.id, client);
  }
}

function numberedClient(n: number, author: Author, now: number): Client {
  return {
    id: seedId(`client ${n}`),
    owner: 'org',
    name: `Application ${padded(n)}`,
    description: 'One of very many.',
    grantType: 'CODE',
    accessTokenValiditySeconds: 86_400,
    redirectUris: [`https://application-${n}.example/callback`],
    scope: ['users:readonly', 'user-basic-info'],
    roleDivisions: [],
    state: 'active',
    dateToDelete: null,
    secretFingerprint: seedId(`secret that nobody has ${n}`),
    dateCreated: now,
    dateModified: now,
    createdBy: author,
    modifiedBy: author,
  };
}

function padded(n: number): string {
  return String(n).padStart(5, '0');
}
