import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { readDomain, readRegionName } from '../../../core/platform/regionName.ts';
import { regionOf, regions } from '../../../core/platform/regions.ts';
import { ask, signInTitle } from './ask.ts';

type Row = vscode.QuickPickItem & { domain?: string };

export type RegionQuestion = {
  /** Domains that were used before, the last one first. */
  recent: readonly string[];
};

/**
 * Asks for the region of the organization and returns its domain. What is typed finds a region by place, AWS region
 * and domain, in whatever form people have it; a domain of a company's own can be typed, too.
 */
export async function askRegion(
  { recent }: RegionQuestion,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = signInTitle(l10n.t('Region'));
  list.placeholder = l10n.t('The region of your organization: type a city, an AWS region or a domain');
  list.matchOnDescription = true;
  const rows = allRows(recent);
  list.items = rows;
  let meant: Row | undefined;
  return await ask<string>(list, signal, (answer) => [
    list.onDidChangeValue((typed) => {
      const before = meant;
      meant = meantBy(typed);
      if (meant?.domain === before?.domain) return;
      const items = meant === undefined ? rows : withFirst(meant, rows);
      list.items = items;
      if (meant !== undefined) list.activeItems = items.slice(0, 1);
    }),
    list.onDidAccept(() => {
      const domain = list.selectedItems[0]?.domain;
      if (domain !== undefined) answer(domain);
    }),
  ]);
}

/** Those used before, and then all others in the order of the world. */
function allRows(recent: readonly string[]): Row[] {
  const others = regions.map(({ domain }) => domain).filter((domain) => !recent.includes(domain));
  return recent.length === 0
    ? others.map(rowOf)
    : [
        separator(l10n.t('used before')),
        ...recent.map(rowOf),
        separator(l10n.t('all regions')),
        ...others.map(rowOf),
      ];
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function rowOf(domain: string): Row {
  const region = regionOf(domain);
  return region === undefined
    ? { label: domain, description: l10n.t('a domain of your own'), domain }
    : { label: region.place, description: `${domain} · ${region.awsRegion}`, domain };
}

/** The row that a text means beyond doubt: a region by one of its names, or a domain that is none of the regions'. */
function meantBy(typed: string): Row | undefined {
  const official = readRegionName(typed);
  if (official !== undefined) return { ...rowOf(official), alwaysShow: true };
  const domain = readDomain(typed);
  return domain === undefined
    ? undefined
    : {
        ...rowOf(domain),
        label: l10n.t('Use the domain {0}', domain),
        alwaysShow: true,
      };
}

function withFirst(meant: Row, rows: readonly Row[]): Row[] {
  return [meant, ...rows.filter(({ domain }) => domain !== meant.domain)];
}
