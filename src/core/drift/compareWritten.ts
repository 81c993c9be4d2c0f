import type { ClientChange } from '../clients/change.ts';
import type { FieldDifference } from '../clients/difference.ts';
import { implicitGrantMayBeRefused } from '../clients/frameworkNeeds.ts';
import { isKnownGrantType } from '../clients/usable.ts';
import type { OrgAccount } from '../clients/whereabouts.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import {
  COMPARED,
  type Comparison,
  type Difference,
  type Fact,
  type FactValues,
  type OrgMend,
} from './comparison.ts';
import { differencesFromWritten, type WrittenClient, type WrittenFields, writtenFields } from './written.ts';

/** What is called a fact here, by the names of the API. */
export const FIELD_OF = {
  name: 'name',
  description: 'description',
  state: 'state',
  grant: 'authorizedGrantType',
  duration: 'accessTokenValiditySeconds',
  'redirect-uris': 'registeredRedirectUri',
  scopes: 'scope',
  roles: 'roleDivisions',
} as const satisfies Partial<Record<Fact, keyof WrittenFields>>;

type FieldFact = keyof typeof FIELD_OF;
const FIELD_FACTS: readonly FieldFact[] = COMPARED.written.filter((fact) => fact !== 'existence');

/** A client that was written from here, and the org in which it is, or was. */
export type WrittenAt = {
  readonly clientId: string;
  readonly org: OrgAccount & { readonly practice: boolean };
  readonly written: WrittenClient;
};

/**
 * Holds a client against what was last written, or exported, here.
 *
 * @param client as its org has it; undefined where that has said that it is gone
 * @param today ISO date
 */
export function compareWritten(
  { clientId, org, written }: WrittenAt,
  client: OAuthClient | undefined,
  today: string,
): Comparison {
  const { at, origin, fields } = written;
  const subject = {
    kind: 'written',
    region: org.region,
    clientId,
    practice: org.practice,
    at,
    origin,
  } as const;
  const existence: FactValues = { fact: 'existence', meant: ['yes'], there: [client ? 'yes' : 'no'] };
  const clientName = client?.name ?? fields.name;
  if (client === undefined) {
    const gone: Difference = {
      fact: 'existence',
      evidence: { kind: 'values' },
      certain: true,
      org: { kind: 'create' },
      file: { kind: 'forget' },
    };
    return { subject, org, clientName, facts: [existence], differences: [gone] };
  }
  const found = differencesFromWritten(written, client);
  const now = writtenFields(client);
  const differences = FIELD_FACTS.flatMap((fact) => {
    const differing = found.find(({ field }) => field === FIELD_OF[fact]);
    return differing === undefined ? [] : [differenceOf(fact, differing, written, today)];
  });
  const facts = FIELD_FACTS.filter((fact) => Object.hasOwn(fields, FIELD_OF[fact])).map(
    (fact): FactValues => {
      const there = valuesOf(now[FIELD_OF[fact]]);
      const differs = differences.some((each) => each.fact === fact);
      return { fact, meant: differs ? valuesOf(fields[FIELD_OF[fact]]) : there, there };
    },
  );
  return { subject, org, clientName, facts: [existence, ...facts], differences };
}

function differenceOf(
  fact: FieldFact,
  { field }: FieldDifference,
  { fields, origin }: WrittenClient,
  today: string,
): Difference {
  return {
    fact,
    evidence: { kind: 'values' },
    certain: true,
    org: orgMend(fact, field, fields, today),
    file: { kind: 'take-over', leavesCode: origin === 'exported' },
  };
}

function orgMend(fact: FieldFact, field: string, fields: WrittenFields, today: string): OrgMend {
  if (fact === 'state') {
    const change = stateChange(fields.state);
    return change === undefined ? { kind: 'not', why: 'unknown-word' } : { kind: 'change', change };
  }
  if (fact === 'grant') {
    const grant = fields.authorizedGrantType;
    if (!isKnownGrantType(grant)) return { kind: 'not', why: 'unknown-word' };
    if (grant === 'TOKEN' && implicitGrantMayBeRefused(today))
      return { kind: 'not', why: 'implicit-withdrawn' };
  }
  const former = Object.fromEntries(Object.entries(fields).filter(([name]) => name === field));
  return { kind: 'change', change: { kind: 'give-back', fields: former } };
}

function stateChange(state: string | undefined): ClientChange | undefined {
  switch (state) {
    case 'active':
      return { kind: 'activate' };
    case 'inactive':
      return { kind: 'deactivate' };
    default:
      return undefined;
  }
}

/** In an order of their own: that of a list says nothing. Undefined where nothing was said. */
function valuesOf(value: WrittenFields[keyof WrittenFields]): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [String(value)];
  return value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).sort();
}
