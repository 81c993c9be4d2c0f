import type { FactName } from './facts.ts';
import type { Subject } from './subject.ts';
import type { Told } from './symptom.ts';

/** What is asked for at the same time. */
export type Wave = readonly FactName[];

/**
 * Which facts a look needs, in at most three waves: what stands in one depends on those before it. The client comes first,
 * because the org that has it is the one to ask; then whatever that org tells; then what its roles allow, and what else
 * hangs on the client.
 */
export function wavesFor(subject: Subject, told: Told): readonly Wave[] {
  const wanted = wantedFor(subject, told);
  return WAVES.map((wave) => wave.filter((name) => wanted.has(name))).filter((wave) => wave.length > 0);
}

const WAVES: readonly Wave[] = [
  ['client', 'elsewhere', 'browser'],
  [
    'authentication',
    'inactivityTimeout',
    'ipAllowList',
    'authorization',
    'hipaa',
    'divisions',
    'secret',
    'clock',
    'calls',
  ],
  ['roles'],
];

/** Without a client nobody knows which org to ask; what the text tells by itself is judged all the same. */
function wantedFor(subject: Subject, told: Told): ReadonlySet<FactName> {
  const names: FactName[] = [
    'client',
    'elsewhere',
    'browser',
    'clock',
    'hipaa',
    'inactivityTimeout',
    'ipAllowList',
  ];
  names.push('authorization', 'secret', 'roles', 'divisions');
  if (subject.kind !== 'scim') names.push('authentication');
  if (told.symptoms.some((each) => 'call' in each && each.call !== undefined)) names.push('calls');
  return new Set(names);
}

/** What somebody must hold so that an org tells a fact; nothing where it tells everybody, or no org is asked (Genesys facts 1.1, 2, 12). */
export function permissionsToRead(name: FactName): readonly string[] {
  switch (name) {
    case 'client':
    case 'elsewhere':
      return ['oauth:client:view'];
    case 'authentication':
    case 'ipAllowList':
      return ['directory:organization:admin'];
    case 'authorization':
      return ['oauth:client:authorize'];
    case 'roles':
      return ['authorization:role:view'];
    case 'inactivityTimeout':
    case 'hipaa':
    case 'divisions':
    case 'secret':
    case 'calls':
    case 'clock':
    case 'browser':
      return [];
  }
}
