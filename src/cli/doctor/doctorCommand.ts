import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { clientIn } from '../../core/clients/whereabouts.ts';
import type { Diagnosis } from '../../core/doctor/answer.ts';
import { notAsked } from '../../core/doctor/asking/inTime.ts';
import { readFacts } from '../../core/doctor/asking/readFacts.ts';
import { diagnose } from '../../core/doctor/diagnose.ts';
import { readSymptoms } from '../../core/doctor/reading/readSymptoms.ts';
import type { Subject } from '../../core/doctor/subject.ts';
import { NOTHING_TOLD, type Told } from '../../core/doctor/symptom.ts';
import { clientsMeant, knowingHost, toldOf } from '../../core/doctor/told.ts';
import { readClientId } from '../../core/platform/clientId.ts';
import {
  causeName,
  causeReasons,
  causeTitle,
  certaintyText,
  notLookedText,
} from '../../core/texts/doctor.ts';
import { nextStepText } from '../../core/texts/doctorNextStep.ts';
import { doctorReport } from '../../core/texts/doctorReport.ts';
import { symptomText } from '../../core/texts/doctorSymptoms.ts';
import { textOrJson, writeJson } from '../answer.ts';
import { type Asked, CommandFailure, has, lastValue, type Run, UsageError } from '../commandLine.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { gatewayHost } from '../orgs/gateway.ts';
import { type Orgs, withOrgsNamed } from '../orgs/orgs.ts';
import { keptOperations, regionAsked } from '../privileges/apiDescription.ts';
import { readText, textOf } from '../reading.ts';
import { lookServices } from './lookServices.ts';

/**
 * `genesys-oauth doctor`: why a login or a call fails, by what was seen of it and by what the orgs say, with the causes, the
 * order and the words of the editor.
 */
export const doctorCommand: Run = async (asked) => {
  const form = textOrJson(asked);
  const clientId = clientAsked(asked);
  const region = regionAsked(asked);
  const pasted = await pastedText(asked);
  if (clientId === undefined && pasted === undefined)
    throw new UsageError(
      l10n.t('Name a client with {0}, or a file with what was seen, or {1}.', '--client', '--stdin'),
    );
  const told =
    pasted === undefined ? NOTHING_TOLD : knowingHost(readSymptoms(pasted), gatewayHost(asked.io.env));
  return await withOrgsNamed(asked, async (opened, signal) => {
    const { subject, told: meant } = meaning(told, clientId, region, opened);
    const browser = notAsked('nobody-can-look');
    const question = { subject, told: meant, account: undefined, browser, anew: false };
    const services = lookServices(opened.orgs, keptOperations(asked.io), asked.io);
    const facts = await readFacts(services, question, signal, () => {});
    const diagnosis = diagnose(subject, meant, facts, asked.io.now());
    if (form === 'json') writeJson(asked, diagnosisJson(diagnosis, asked.language), opened.notOpened);
    else asked.io.stdout.write(doctorReport(diagnosis, asked.language));
    return exitCodeOf(diagnosis);
  });
};

function clientAsked({ words }: Asked): string | undefined {
  const word = lastValue(words, 'client');
  if (word === undefined) return undefined;
  const clientId = readClientId(word);
  if (clientId === undefined)
    throw new UsageError(l10n.t('{0} takes a Client ID, not "{1}".', '--client', word));
  return clientId;
}

/** What was seen of the failure: a file, or what comes from standard input. */
async function pastedText({ io, words }: Asked): Promise<string | undefined> {
  const [file, ...more] = words.positionals;
  if (more.length > 0) throw new UsageError(l10n.t('Name one file with what was seen.'));
  if (has(words, 'stdin') && file !== undefined)
    throw new UsageError(l10n.t('{0} and {1} cannot be given together.', '--stdin', file));
  if (!has(words, 'stdin') && file === undefined) return undefined;
  const read = file === undefined ? textOf(await io.readStdin()) : readText(resolve(io.cwd, file));
  if (read.ok) return read.text;
  throw new CommandFailure(`${file ?? '--stdin'}: ${read.reason}`);
}

/** Where a client is named, it is about that one, wherever it is; else about what was seen. */
function meaning(
  told: Told,
  clientId: string | undefined,
  region: string | undefined,
  { orgs }: Orgs,
): { readonly subject: Subject; readonly told: Told } {
  if (clientId === undefined) return { subject: { kind: 'text' }, told };
  const home = orgs.find(
    ({ org: { clients } }) =>
      clients.kind === 'known' && clientIn({ clients: clients.value }, clientId) !== undefined,
  );
  const domain = region ?? home?.account.region ?? orgs[0]?.account.region;
  const meant = clientsMeant(told).includes(clientId.toLowerCase())
    ? toldOf(told, clientId.toLowerCase())
    : told;
  if (domain === undefined)
    throw new UsageError(
      l10n.t('Say with {0} in which region the client is, or where to look with {1}.', '--region', '--org'),
    );
  return { subject: { kind: 'client', clientId, region: domain }, told: meant };
}

/** The answer with its words; what stands in it stands on the page of the editor, too. */
function diagnosisJson(diagnosis: Diagnosis, language: string) {
  const { subject, client, org, lookedAt, textTells, symptoms, causes, inOrder, notLooked } = diagnosis;
  return {
    subject,
    ...(client !== undefined && { client }),
    ...(org !== undefined && { org }),
    lookedAt,
    textTells,
    seen: symptoms.map(symptomText),
    causes: causes.map((found) => ({
      cause: found.cause,
      certainty: found.certainty,
      certaintyText: certaintyText(found.certainty),
      title: causeTitle(found, language),
      reasons: causeReasons(found, language),
      seen: found.symptoms.map(symptomText),
      next: { ...found.next, text: nextStepText(found.next, language) },
    })),
    inOrder: inOrder.map(({ cause }) => cause),
    notLooked: notLooked.map(({ cause, reason }) => ({
      cause,
      name: causeName(cause),
      why: reason.why,
      reason: notLookedText(reason, language),
    })),
  };
}

/** A cause that is only possible keeps nobody out for certain. */
function exitCodeOf({ causes }: Diagnosis): ExitCode {
  return causes.some(({ certainty }) => certainty !== 'possible') ? EXIT.failed : EXIT.fine;
}
