import * as z from 'zod/mini';
import { diagnose } from '../../doctor/diagnose.ts';
import { toldAbout } from '../../doctor/look.ts';
import { readSymptoms } from '../../doctor/reading/readSymptoms.ts';
import type { Subject } from '../../doctor/subject.ts';
import { Seen, type Told } from '../../doctor/symptom.ts';
import { readClientId } from '../../platform/clientId.ts';
import { doctorReport } from '../../texts/doctorReport.ts';
import { answer, refusal } from '../answer.ts';
import type { CauseQuestion } from '../desk.ts';
import { CLIENT, ORG_OF_CLIENT } from '../inputs.ts';
import { clientMeant, type LookedUp, orgsMeant } from '../lookUp.ts';
import { type ToolWork, tool } from '../tool.ts';

/** Why a login or a call fails. */
export const diagnoseLogin = tool({
  name: 'diagnose_login',
  title: 'Find Out Why a Login or a Call Fails',
  description:
    'Finds out why a login with an OAuth client of Genesys Cloud, or a call of the Platform API with its token, fails. Give the client, or the text that was seen (an error page or its address, a JSON error, a log line, a curl with its answer, a HAR), or both. Returns ranked causes with how certain each is and the next step, what is in order, and what nobody could look at. Reads only. Secrets in the text are masked before it is read.',
  input: z.strictObject({
    client: z.optional(CLIENT),
    org: ORG_OF_CLIENT,
    text: z.optional(
      z.string().check(z.maxLength(2_000_000), z.describe('What was seen of the failure, as it is.')),
    ),
    seen: z.optional(
      z.array(Seen).check(z.maxLength(6), z.describe('What a person says they see, where there is no text.')),
    ),
  }),
  effect: 'reads',
  // A look asks an org up to ten things, and a token may ask 300 in a minute.
  mostAMinute: 15,
  // It is masked while it is read, and a HAR that is masked before is none any more.
  unmasked: ['text'],
  run: async ({ client, org, text = '', seen = [] }, work) => {
    if (client === undefined && text.trim() === '' && seen.length === 0)
      return refusal('Say what it is about: give `client`, `text` or `seen`.');
    const about = await subjectOf(work, client, org);
    if (!about.ok) return about.told;
    const { subject, account, said } = about.value;
    const read = readSymptoms(text);
    const told: Told = {
      ...read,
      symptoms: [...read.symptoms, ...seen.map((what) => ({ kind: 'seen', what }) as const)],
    };
    const question = { subject, account, told: toldAbout(subject, told) };
    const facts = await work.desk.facts(question, work.signal);
    const diagnosis = diagnose(subject, question.told, facts, work.desk.now());
    return answer(
      said,
      work.desk.inEnglish(() => doctorReport(diagnosis, 'en')),
    );
  },
});

type About = Pick<CauseQuestion, 'subject' | 'account'> & { readonly said: string | undefined };

/** A client that no org has is a cause, too: of an ID, that is what is looked for. */
async function subjectOf(
  work: ToolWork,
  client: string | undefined,
  inOrg: string | undefined,
): Promise<LookedUp<About>> {
  // What was seen may say itself what it is about, and of nobody's org.
  if (client === undefined && inOrg === undefined)
    return { ok: true, value: { subject: { kind: 'text' }, account: undefined, said: undefined } };
  const meant = await orgsMeant(work, inOrg);
  if (!meant.ok) return meant;
  const { orgs, said } = meant.value;
  const [only, another] = orgs;
  const alone = another === undefined ? only : undefined;
  if (client === undefined)
    return { ok: true, value: { subject: { kind: 'text' }, account: alone?.account, said } };
  const found = await clientMeant(work, client, inOrg);
  if (found.ok) {
    const { org, client: read } = found.value;
    const subject: Subject = {
      kind: 'client',
      clientId: read.id,
      region: org.region,
      practice: org.practice,
    };
    return { ok: true, value: { subject, account: org.account, said } };
  }
  const clientId = readClientId(client);
  if (clientId === undefined || alone === undefined) return found;
  const subject: Subject = { kind: 'client', clientId, region: alone.region, practice: alone.practice };
  return { ok: true, value: { subject, account: alone.account, said } };
}
