import type { OrgUnderTest, Reply } from './client.ts';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const roleNames = {
  scim: 'SCIM Integration',
  sync: 'Directory Sync',
  employee: 'Employee',
  supervisor: 'Supervisor',
  masterAdmin: 'Master Admin',
} as const;
type RoleName = keyof typeof roleNames;

export const clients = '/api/v2/oauth/clients';
/** The least that a Code Authorization client needs. */
export const code = { name: 'A', authorizedGrantType: 'CODE', scope: ['users'] };

/** What tests about OAuth clients work with; the token, like the org, is fresh for each test. */
export type OAuthClientsUnderTest = {
  readonly org: () => OrgUnderTest;
  /** A token of the Practice Administrator. */
  readonly admin: () => string;
  /** The id of the home division. */
  readonly home: () => string;
  /** The id of a role. */
  readonly role: (name: RoleName) => string;
  /** Calls oauth/clients as the administrator: `path` is what follows it. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<Reply>;
  /** Moves the org's time that many days ahead of now, and signs the administrator in again. */
  readonly later: (days: number) => Promise<void>;
  /** A draft of a client-credentials client with these roles in the home division. */
  readonly machine: (...roles: RoleName[]) => {
    name: string;
    authorizedGrantType: string;
    roleDivisions: { roleId: string; divisionId: string }[];
  };
};

export function useOAuthClients(): OAuthClientsUnderTest {
  const org = useOrg();
  const roles = new Map<string, string>();
  let admin = '';
  let home = '';

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    home = idOf(await org().call(admin, 'GET', '/api/v2/authorization/divisions/home'));
    for (const [name, text] of Object.entries(roleNames)) roles.set(name, await roleId(org(), admin, text));
  });

  const role = (name: RoleName) => roles.get(name) ?? '';
  return {
    org,
    admin: () => admin,
    home: () => home,
    role,
    call: (method, path, body) => org().call(admin, method, `${clients}${path}`, body),
    async later(days) {
      await org().turn({ clockOffsetSeconds: days * 86_400 });
      admin = await org().signIn('administrator');
    },
    machine: (...names) => ({
      name: 'M',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: names.map((name) => ({ roleId: role(name), divisionId: home })),
    }),
  };
}
