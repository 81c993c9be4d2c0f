import { clientName } from '../texts/clientName.ts';
import type { Certainty, Diagnosis, FoundCause, TextTells } from './answer.ts';
import { CAUSES } from './cause.ts';
import { rules } from './causes/all.ts';
import type { Facts } from './facts.ts';
import { clientIdOf, lookAt, unknownHosts } from './look.ts';
import type { Subject } from './subject.ts';
import type { Told } from './symptom.ts';

/** What keeps people out, the most likely first; what was in order, and what nobody has looked at. Each cause is judged once. */
export function diagnose(subject: Subject, told: Told, facts: Facts, now: Date): Diagnosis {
  const look = lookAt(subject, told, facts, now);
  const judged = CAUSES.map((cause) => ({ cause, verdict: rules[cause](look) }));
  const causes: FoundCause[] = [];
  const inOrder: Diagnosis['inOrder'] = [];
  const notLooked: Diagnosis['notLooked'] = [];
  for (const { cause, verdict } of judged) {
    switch (verdict.kind) {
      case 'found': {
        const { kind: _, ...found } = verdict;
        causes.push({ cause, ...found });
        break;
      }
      case 'in-order':
        inOrder.push({ cause, args: verdict.args });
        break;
      case 'not-looked':
        notLooked.push({ cause, reason: verdict.reason });
        break;
      case 'not-here':
        break;
    }
  }
  const { client } = look;
  const { org } = facts;
  const isUnsure = unknownHosts(subject, told, facts).length > 0;
  return {
    subject,
    ...(client && { client: { id: client.id, name: clientName(client) } }),
    ...(org && { org: { name: org.name, region: org.region, practice: org.practice } }),
    lookedAt: now.toISOString(),
    textTells: textTells(subject, told, isUnsure),
    symptoms: told.symptoms,
    notes: isUnsure ? told.notes : told.notes.filter(({ kind }) => kind !== 'company-hosts'),
    causes: ranked(
      causes.map((cause) => (isUnsure || isOfAny(cause, subject, told) ? asOfAny(cause) : cause)),
    ),
    inOrder,
    notLooked,
  };
}

/** Whether a text is about several clients, and does not say that it tells this of the one that the look is about. */
function isOfAny({ symptoms }: FoundCause, subject: Subject, told: Told): boolean {
  const own = clientIdOf(subject, told)?.toLowerCase();
  const isOfOwn = symptoms.every((each) => 'clientId' in each && each.clientId === own);
  return told.clientIds.length + told.others.length > 1 && (own === undefined || !isOfOwn);
}

function asOfAny(cause: FoundCause): FoundCause {
  const isCertain = cause.certainty === 'certain' && cause.symptoms.length > 0;
  return isCertain ? { ...cause, certainty: 'likely' } : cause;
}

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'possible'];

/**
 * The surer first; of those that are equally sure, what explains something that was seen before what is only set so; and
 * otherwise in the order in which a login comes to them, in which they are given.
 */
function ranked(causes: readonly FoundCause[]): FoundCause[] {
  const rank = ({ certainty, symptoms }: FoundCause) =>
    CERTAINTIES.indexOf(certainty) * 2 + (symptoms.length > 0 ? 0 : 1);
  return [...causes].sort((one, other) => rank(one) - rank(other));
}

function textTells(
  subject: Subject,
  { symptoms, requests, notes, clientIds }: Told,
  isUnsure: boolean,
): TextTells {
  const kinds = new Set(notes.map(({ kind }) => kind));
  if (kinds.has('too-large')) return 'too-large';
  if (kinds.has('other-client')) return 'other-client';
  if (kinds.has('several-clients') && subject.kind === 'text') return 'several-clients';
  if (isUnsure) return 'may-be-other-product';
  if (symptoms.length > 0 || requests.length > 0) return 'something';
  if (kinds.has('other-product')) return 'other-product';
  if (clientIds.length > 0) return 'something';
  return kinds.has('nothing-told') ? 'nothing' : 'not-asked';
}
