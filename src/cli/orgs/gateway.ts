import * as z from 'zod/mini';
import { Gateway, type OrgHosts, orgHosts } from '../../core/platform/orgHosts.ts';
import { parseJson } from '../../core/platform/text.ts';
import type { Io } from '../io.ts';

/** The gateway of a company, in the form that the setting `genesysOAuth.gateway` has: only whoever runs this chooses where tokens go. */
export const GATEWAY = 'GENESYS_OAUTH_GATEWAY';

/** Whether tokens go through a gateway. */
export function hasGateway(env: Io['env']): boolean {
  return (env[GATEWAY] ?? '').trim() !== '';
}

/** A region's hosts, through the gateway of the environment where there is one; or why that cannot be used. */
export function hostsBehind(
  env: Io['env'],
  region: string,
): { readonly ok: true; readonly hosts: OrgHosts } | { readonly ok: false; readonly reason: string } {
  if (!hasGateway(env)) return { ok: true, hosts: orgHosts(region) };
  const gateway = Gateway.safeParse(parseJson(env[GATEWAY] ?? ''));
  return gateway.success
    ? { ok: true, hosts: orgHosts(region, gateway.data) }
    : { ok: false, reason: z.prettifyError(gateway.error) };
}
