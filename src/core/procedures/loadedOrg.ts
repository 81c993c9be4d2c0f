import type { OAuthClient } from '../platform/oauthClients.ts';
import type { Division, OrgFacts } from './context.ts';
import type { Known, Loaded } from './known.ts';

/** A default role as Genesys Cloud ships it. */
type ShippedRole = {
  readonly name: string;
  readonly defaultRoleId: string;
  readonly permissions: readonly string[];
};

/** A role of the org, with what it allows, each as clients/permissions.ts writes it. */
export type OrgRole = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly permissions: readonly string[];
  /** Of the default roles that may be SCIM Integration, and of no other (rule S4). */
  readonly shipped?: Known<ShippedRole>;
  /** The org marks it as no longer what is shipped, in its list of roles. */
  readonly isMarkedAltered?: boolean;
};

/** Roles and divisions as they were read. */
export type LoadedAccess = {
  readonly roles: Loaded<readonly OrgRole[]>;
  readonly divisions: Loaded<readonly Division[]>;
  /** What the caller holds; `*` is every division. */
  readonly held: Loaded<readonly HeldRole[]>;
};

type HeldRole = { readonly roleId: string; readonly roleName: string; readonly divisionId: string };

/** All that was read of an org, with its lists whole, however long they are. Answers are judged against an excerpt. */
export type LoadedOrg = OrgFacts & {
  readonly clients: Known<readonly OAuthClient[]>;
  readonly access: LoadedAccess;
};
