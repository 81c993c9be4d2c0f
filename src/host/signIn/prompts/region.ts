import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { nearestRegion, readDomain, readRegionName } from '../../../core/platform/regionName.ts';
import { regionOf, regions } from '../../../core/platform/regions.ts';
import { placeText } from '../../../core/texts/regions.ts';
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
      list.items = meant === undefined ? rows : withMeant(meant, rows);
      list.activeItems = list.items.filter(({ alwaysShow }) => alwaysShow);
    }),
    list.onDidAccept(() => {
      // Who pastes and presses Enter at once is faster than the row.
      const domain = list.selectedItems[0]?.domain ?? meantBy(list.value)?.domain;
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
    : { label: placeText(region), description: `${domain} · ${region.awsRegion}`, domain };
}

/** The row that a text means beyond doubt: a region by one of its names, or a domain that is none of the regions'. */
function meantBy(typed: string): Row | undefined {
  // A typing error must not send a secret to whoever owns that domain.
  const official = readRegionName(typed) ?? nearestRegion(typed);
  if (official !== undefined) return rowOf(official);
  const domain = readDomain(typed);
  return domain === undefined
    ? undefined
    : {
        ...rowOf(domain),
        label: l10n.t('Use the domain {0}', domain),
        alwaysShow: true,
      };
}

/**
 * All rows with the one that is meant, which stands where it stood or else last: VS Code tells of a choice by the place
 * of its row, and a choice may be on its way while the rows change.
 */
function withMeant(meant: Row, rows: readonly Row[]): Row[] {
  return rows.some(({ domain }) => domain === meant.domain)
    ? rows.map((row) => (row.domain === meant.domain ? { ...row, alwaysShow: true } : row))
    : [...rows, meant];
}
