import type { OAuthClientRequest } from '../platform/oauthClients.ts';

/** A role and the division it counts in; the division `*` stands for all of them (Genesys facts 1.2). */
export type RoleDivision = { roleId: string; divisionId: string };

/** A client as it is sent to be created, with the roles of a Client Credentials client (procedure rules G12, G13). */
export type ExportableClient = OAuthClientRequest & {
  roleDivisions?: readonly RoleDivision[] | undefined;
};
