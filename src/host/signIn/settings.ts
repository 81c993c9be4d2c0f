import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { Gateway, type OrgHosts, orgHosts } from '../../core/platform/orgHosts.ts';
import { SOON_DAYS } from '../../core/watch/standing.ts';

/** A region's hosts, or why the setting for the gateway before them cannot be used. */
export type HostsResult = { ok: true; hosts: OrgHosts } | { ok: false; reason: string };

/** The hosts of a region, through the gateway of the settings where there is one. */
export function hostsOf(region: string): HostsResult {
  const setting = settingOf('gateway');
  if (setting === undefined) return { ok: true, hosts: orgHosts(region) };
  const gateway = Gateway.safeParse(setting);
  return gateway.success
    ? { ok: true, hosts: orgHosts(region, gateway.data) }
    : { ok: false, reason: z.prettifyError(gateway.error) };
}

/** Whether tokens go through a gateway. */
export function hasGateway(): boolean {
  return settingOf('gateway') !== undefined;
}

/** The host of the gateway of the settings; undefined where there is none, or the setting is wrong. */
export function gatewayHost(): string | undefined {
  return Gateway.safeParse(settingOf('gateway')).data?.host;
}

/** The port that the browser comes back to after a login; 0 for any that is free. */
export function redirectPort(): number {
  const port = z.int().check(z.minimum(0), z.maximum(65_535));
  const parsed = port.safeParse(settingOf('redirectPort'));
  return parsed.success ? parsed.data : 0;
}

/** How many days before its end something is said to end soon. */
export function endingSoonDays(): number {
  const days = z.int().check(z.minimum(SOON_DAYS.least), z.maximum(SOON_DAYS.most));
  const parsed = days.safeParse(settingOf('endingSoonDays'));
  return parsed.success ? parsed.data : SOON_DAYS.usual;
}

/** The IDs of the orgs in which agents may ask for changes; `practice` stands for the practice orgs. */
export function agentsMayChange(): readonly string[] {
  const parsed = z.array(z.string()).safeParse(settingOf('agents.allowChanges'));
  return parsed.success ? parsed.data : [];
}

/**
 * What the person's own settings say, undefined when nothing. These have application scope: no workspace can choose
 * where tokens are sent, keep a warning from anybody, or let an agent change a client.
 */
function settingOf(name: 'gateway' | 'redirectPort' | 'endingSoonDays' | 'agents.allowChanges'): unknown {
  return vscode.workspace.getConfiguration('genesysOAuth').inspect(name)?.globalValue ?? undefined;
}
