import { meantBy } from '../clients/whereabouts.ts';
import { placer } from '../framework/places.ts';
import { remembered } from '../remembered.ts';
import type { KnownConnection } from '../scim/configFile.ts';
import { readKnownConnections, type WrittenConnection } from '../scim/connections.ts';
import { inspectScimConfig, MOST_NAMED, type ScimFinding } from '../scim/inspectConfig.ts';
import type { PracticeStanding } from '../scim/practiceAddresses.ts';
import type { Home, Reckoning } from '../watch/standing.ts';
import {
  type Comparison,
  type Comparisons,
  NOTHING_COMPARED,
  type NotCompared,
  together,
  type WhyNotCompared,
} from './comparison.ts';
import type { ComparedFile, KnownOrgs } from './framework.ts';
import { type Judged, judgedFacts, type OrgNames } from './scimFacts.ts';

export type KnownForScim = KnownOrgs & {
  /** By account. */
  readonly names: ReadonlyMap<string, OrgNames>;
  /** Those of this computer, by region. */
  readonly practiceOrgs: ReadonlyMap<string, PracticeStanding>;
};

/** Holds each connection of a SCIM config file against its client (procedure rules S2, S4 and S6). */
export function compareScim(
  file: ComparedFile,
  known: KnownForScim,
  reckon: (home: Home) => Reckoning,
): Comparisons {
  const all = readKnownConnections(file.text);
  const findings = inspectScimConfig(file.text, reckon, undefined, known.practiceOrgs);
  const rest = all.length - MOST_NAMED;
  const left: Comparisons[] =
    rest > 0
      ? [{ ...NOTHING_COMPARED, notCompared: [gap(file, undefined, { kind: 'not-judged', count: rest })] }]
      : [];
  const each = all
    .slice(0, MOST_NAMED)
    .map(({ connection, known: values }) => compareConnection(file, connection, values, known, findings));
  return together([...each, ...left]);
}

function compareConnection(
  file: ComparedFile,
  connection: WrittenConnection,
  values: KnownConnection,
  known: KnownForScim,
  findings: readonly ScimFinding[],
): Comparisons {
  const { region, practice, clientId, provider, start, end } = connection;
  const [found] = meantBy(connection, known.orgs);
  // One that no org is known to have is missing only in those of its kind, once all of them were read.
  const [first] = known.orgs.filter((each) => each.region === region && each.practice === practice);
  const failures = known.failures(region).filter((each) => each.practice === practice);
  const home =
    found?.org ?? (failures.length > 0 || known.knowledge(region) === 'unread' ? undefined : first);
  if (home === undefined) {
    const whys: WhyNotCompared[] =
      failures.length > 0
        ? failures.map(({ orgName, error }) => ({ kind: 'unread', orgName, error }))
        : [{ kind: 'signed-out' }];
    return { compared: [], notCompared: whys.map((why) => gap(file, connection, why)) };
  }
  const { account, orgName, practice: isPractice } = home;
  const held = found && {
    known: values,
    client: found.client,
    names: known.names.get(account) ?? {},
    stale: findings.filter(({ place }) => start <= place.start && place.start < end),
  };
  const judged = held === undefined ? [GONE] : judgedFacts(held);
  const comparison: Comparison = {
    subject: {
      kind: 'scim',
      uri: file.uri,
      path: file.path,
      line: lineAt(file, start),
      ...{ region, clientId, provider, practice },
    },
    org: { account, orgName, region, practice: isPractice },
    clientName: found?.client.name,
    facts: judged.map((each) => each.values),
    differences: judged.flatMap((each) => each.difference ?? []),
  };
  return { compared: [comparison], notCompared: [] };
}

function gap(
  file: ComparedFile,
  connection: WrittenConnection | undefined,
  why: WhyNotCompared,
): NotCompared {
  const at =
    connection === undefined ? {} : { line: lineAt(file, connection.start), region: connection.region };
  return { of: { kind: 'file', uri: file.uri, path: file.path, ...at }, why };
}

const placerOf = remembered(({ text }: ComparedFile) => placer(text));

function lineAt(file: ComparedFile, offset: number): number {
  return placerOf(file)({ start: offset, end: offset }).line;
}

/** It may belong to another org of the region. */
const GONE: Judged = {
  values: { fact: 'existence', meant: ['yes'], there: ['no'] },
  difference: {
    fact: 'existence',
    evidence: { kind: 'values' },
    certain: false,
    org: { kind: 'create' },
    file: { kind: 'remove-connection' },
  },
};
