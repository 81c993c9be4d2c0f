import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { nearestRegion } from '../../../core/platform/nearestRegion.ts';
import { readDomain, readRegionName } from '../../../core/platform/regionName.ts';
import { regionOf, regions } from '../../../core/platform/regions.ts';
import { placeText } from '../../../core/texts/regions.ts';
import { type Asked, ask } from '../../ui/ask.ts';
import { createList, plainRow, separator } from '../../ui/askOneOf.ts';
import type { Back } from '../../ui/questions.ts';
import { ListLag } from './listLag.ts';
import { signInTitle } from './way.ts';

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
  asked: Asked = {},
): Promise<string | Back | undefined> {
  const list = createList<Row>({
    title: signInTitle(l10n.t('Region')),
    placeholder: l10n.t('The region of your organization: type a city, an AWS region or a domain'),
  });
  const rows = allRows(recent);
  list.items = rows;
  const lag = new ListLag();
  let meaning: Meaning | undefined;
  let active: Row | undefined;
  return await ask<string>(list, asked, (answer) => [
    list.onDidChangeValue((typed) => {
      lag.typed();
      const before = meaning;
      meaning = meaningOf(typed, rows);
      if (meaning === undefined && before === undefined) return;
      list.items = meaning === undefined ? rows : withMeant(meaning.row, rows);
      if (meaning?.kind === 'certain') {
        list.activeItems = list.items.filter(({ alwaysShow }) => alwaysShow);
        lag.told(placeOf(list.activeItems[0]));
      } else {
        lag.told('any');
      }
      // Sends it in a message of its own, which it would otherwise share with what the next letter changes.
      list.show();
    }),
    list.onDidChangeActive(([row]) => {
      active = row;
      lag.activated(placeOf(row));
    }),
    list.onDidAccept(() => {
      const written = meaning?.kind === 'certain' ? meaning.row : undefined;
      // VS Code finds rows without a lag; only what was shown for an earlier text may still be there.
      const found = active !== undefined && holds(active, list.value) ? active : undefined;
      const domain = (lag.isBehind ? (written ?? found) : (active ?? written))?.domain;
      if (domain !== undefined) answer(domain);
    }),
  ]);

  /** The domain of a company's own stands last; the list may tell of it when it is there no longer. */
  function placeOf(row: Row | undefined): number {
    return row === undefined ? rows.length : list.items.indexOf(row);
  }
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

function rowOf(domain: string): Row {
  const region = regionOf(domain);
  return region === undefined
    ? plainRow({ label: domain, description: l10n.t('a domain of your own'), domain })
    : { label: placeText(region), description: `${domain} · ${region.awsRegion}`, domain };
}

/** The row that a text stands for: beyond doubt, or to be looked at first. */
type Meaning = { kind: 'certain' | 'possible'; row: Row };

function meaningOf(typed: string, rows: readonly Row[]): Meaning | undefined {
  const official = readRegionName(typed);
  if (official !== undefined) return { kind: 'certain', row: rowOf(official) };
  const domain = readDomain(typed);
  // The domain of a region that is not finished yet finds its row by itself.
  if (domain !== undefined && regions.some((region) => region.domain.includes(domain))) return undefined;
  // A typing error must not send a secret to whoever owns that domain.
  const nearest = nearestRegion(typed);
  if (nearest !== undefined) return { kind: 'possible', row: rowOf(nearest) };
  if (domain === undefined) return undefined;
  const row = { ...rowOf(domain), label: l10n.t('Use the domain {0}', domain) };
  return { kind: rows.some((other) => begins(domain, other.domain)) ? 'possible' : 'certain', row };
}

/** Whether a domain may be the other one, not typed to its end: `acme.co` may be `acme.com.au`, but `acme.com` is one. */
function begins(domain: string, other = ''): boolean {
  return other.startsWith(domain) && /[^.]/.test(other.charAt(domain.length));
}

/** Whether a row is one that VS Code finds by this text. */
function holds({ label, description }: Row, typed: string): boolean {
  return `${label} ${description}`.toLowerCase().includes(typed.trim().toLowerCase());
}

/**
 * All rows with the one that is meant, which stands where it stood or else last: VS Code tells of a choice by the place
 * of its row, and a choice may be on its way while the rows change.
 */
function withMeant(meant: Row, rows: readonly Row[]): Row[] {
  return rows.some(({ domain }) => domain === meant.domain)
    ? rows.map((row) => (row.domain === meant.domain ? { ...row, alwaysShow: true } : row))
    : [...rows, { ...meant, alwaysShow: true }];
}
