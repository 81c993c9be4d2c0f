import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { Gateway, type OrgHosts, orgHosts } from '../../core/platform/orgHosts.ts';

/** A region's hosts, or why the setting for the gateway before them cannot be used. */
export type HostsResult = { ok: true; hosts: OrgHosts } | { ok: false; reason: string };

/**
 * The hosts of a region, through the gateway of the settings where there is one. The setting has application scope:
 * no workspace can choose where tokens are sent.
 */
export function hostsOf(region: string): HostsResult {
  const setting = vscode.workspace.getConfiguration('genesysOAuth').inspect('gateway')?.globalValue;
  if (setting === undefined || setting === null) return { ok: true, hosts: orgHosts(region) };
  const gateway = Gateway.safeParse(setting);
  return gateway.success
    ? { ok: true, hosts: orgHosts(region, gateway.data) }
    : { ok: false, reason: z.prettifyError(gateway.error) };
}

/** Whether tokens go through a gateway. */
export function hasGateway(): boolean {
  const setting = vscode.workspace.getConfiguration('genesysOAuth').inspect('gateway')?.globalValue;
  return setting !== undefined && setting !== null;
}

/** The port that the browser comes back to after a login; 0 for any that is free. */
export function redirectPort(): number {
  const port = z.int().check(z.minimum(0), z.maximum(65_535));
  const setting = vscode.workspace.getConfiguration('genesysOAuth').inspect('redirectPort')?.globalValue;
  const parsed = port.safeParse(setting);
  return parsed.success ? parsed.data : 0;
}
