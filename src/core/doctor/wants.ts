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

/** What no cause about this subject depends on is not asked for. */
function wantedFor(subject: Subject, { symptoms }: Told): ReadonlySet<FactName> {
  const always: readonly FactName[] = [
    'client',
    'elsewhere',
    'inactivityTimeout',
    'ipAllowList',
    'authorization',
    'hipaa',
    'secret',
    'clock',
  ];
  // Only people meet a page, and only a client that speaks for itself has roles.
  const ofPeople: readonly FactName[] = subject.kind === 'scim' ? [] : ['authentication', 'browser'];
  const ofItself: readonly FactName[] = subject.kind === 'framework' ? [] : ['roles', 'divisions'];
  const isCalled = symptoms.some((each) => 'call' in each && each.call !== undefined);
  return new Set([...always, ...ofPeople, ...ofItself, ...(isCalled ? (['calls'] as const) : [])]);
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
