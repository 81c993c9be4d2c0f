import { isPerhapsOf } from './look.ts';
import type { ReadingNote, Told } from './symptom.ts';

/** The clients of which nothing says which one is meant, where there are several. */
export function clientsMeant({ notes }: Told): readonly string[] {
  return notes.flatMap((note) => (note.kind === 'several-clients' ? note.clientIds : []));
}

/** What is told once a person has said which of several clients is meant (lower case). */
export function toldOf(told: Told, clientId: string): Told {
  const { notes, requests, symptoms } = told;
  return {
    ...told,
    symptoms: symptoms.filter(isPerhapsOf(clientId)),
    clientIds: [clientId],
    others: clientsMeant(told).filter((each) => each !== clientId),
    requests: requests.filter(
      (each) => each.clientId === undefined || each.clientId.toLowerCase() === clientId,
    ),
    notes: notes.filter(({ kind }) => kind !== 'several-clients'),
  };
}

/** The same where this host is known to stand in front of Genesys Cloud, as the settings say of a gateway. */
export function knowingHost(told: Told, host: string | undefined): Told {
  const notes = told.notes.flatMap((note): ReadingNote[] => {
    if (note.kind !== 'company-hosts') return [note];
    const hosts = note.hosts.filter((each) => each !== host?.toLowerCase());
    return hosts.length === 0 ? [] : [{ ...note, hosts }];
  });
  return { ...told, notes };
}
