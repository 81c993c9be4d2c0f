import { type OrgHosts, orgHosts } from '../src/core/platform/orgHosts.ts';
import type { Page } from './page.ts';

/** The hosts that the client is used at: those of the org, or of the region on whose admin page it is made. */
export function hostsOf({ context: { destination } }: Page): OrgHosts | undefined {
  switch (destination.kind) {
    case 'undecided':
      return undefined;
    case 'org':
      return destination.org;
    case 'admin-page':
      return orgHosts(destination.region);
  }
}
