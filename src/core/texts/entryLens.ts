import * as l10n from '@vscode/l10n';
import type { Shortcoming } from '../clients/forFramework.ts';
import type { FoundClient } from '../clients/whereabouts.ts';
import type { Severity } from '../findings/entry.ts';
import { clientSummary } from './clientFields.ts';
import { shortcomingText } from './clientList.ts';
import { clientName } from './clientName.ts';
import { shortenedTo } from './columns.ts';
import { practiceClientText } from './practiceOrg.ts';
import { asSentence } from './sentences.ts';

/** Something that the client of an entry lacks. */
export type EntryLack = { readonly code: Shortcoming['code']; readonly severity: Severity };

/** What stands above an entry, in so few words that it is read in passing, and all else that is known, a line each. */
export type EntryLens = { readonly title: string; readonly more: readonly string[] };

/** Columns of a line for a client's name; more are on the tooltip. */
const LONGEST_NAME = 40;

/**
 * Which client an entry names and, if anything, the one thing to do something about: what keeps people out, then that it is
 * a client of the practice org, then what will keep people out one day. Advice, as on scopes, is on the tooltip alone.
 */
export function entryLens(
  { client, org }: FoundClient,
  lacks: readonly EntryLack[],
  now: Date,
  language: string,
): EntryLens {
  const text = ({ code }: EntryLack) => shortcomingText(code, now, language);
  const failing = lacks.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const others = lacks.filter((each) => !failing.includes(each) && each.code !== 'missing-scope');
  const first = bySeverity(failing).map(text);
  const pressing = [...first, ...(org.practice ? [l10n.t('Practice org')] : []), ...others.map(text)];
  const name = clientName(client);
  return {
    title: [shortenedTo(name, LONGEST_NAME), ...pressing.slice(0, 1)].join(' · '),
    more: [
      `${name} · ${org.orgName}`,
      clientSummary(client, org.readAt, now.getTime(), language),
      ...bySeverity(lacks).map((each) => asSentence(text(each))),
      ...(org.practice ? [practiceClientText()] : []),
      l10n.t('Click to manage it.'),
    ],
  };
}

const LOUDEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function bySeverity(lacks: readonly EntryLack[]): readonly EntryLack[] {
  return lacks.toSorted(
    (one, other) => LOUDEST_FIRST.indexOf(one.severity) - LOUDEST_FIRST.indexOf(other.severity),
  );
}
