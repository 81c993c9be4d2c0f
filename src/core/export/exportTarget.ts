import type { OrgHosts } from '../platform/orgHosts.ts';

/** Where the client is to be made, and which one it is if it exists already. */
export type ExportTarget = OrgHosts & {
  /** The domain of the region, such as `mypurecloud.jp`. */
  readonly region: string;
  /** The practice org: every form that says where it leads says this, too, and leads to it and nowhere else. */
  readonly practice: boolean;
  /** The ID of a client that exists already. Only Terraform takes it over; the others always create a client. */
  readonly clientId?: string | undefined;
};
