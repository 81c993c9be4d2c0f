import * as z from 'zod/mini';
import { compareRecords } from '../../clients/difference.ts';
import { clientEffects, prepareChange } from '../../operations/changeClient.ts';
import type { Draft, EditedClient } from '../../procedures/draft.ts';
import { draftFindingText } from '../../procedures/draftFinding.ts';
import { answersOfClient } from '../../procedures/edited.ts';
import { check } from '../../procedures/index.ts';
import { withMaskedTexts } from '../../report/maskedTexts.ts';
import { refusedChangeText } from '../../texts/clientChanges.ts';
import { differenceLines } from '../../texts/clientFields.ts';
import { inOneText } from '../../texts/sentences.ts';
import { contextIn } from '../../wizard/orgExcerpt.ts';
import { type AgentAnswer, answer, errorText, refusal, rows } from '../answer.ts';
import { changesOf, WishedChanges } from '../change/wishedChanges.ts';
import type { AgentOrg, WishedChange } from '../desk.ts';
import { CLIENT, ORG_OF_CLIENT } from '../inputs.ts';
import { clientMeant, orgLine } from '../lookUp.ts';
import { type ToolWork, tool } from '../tool.ts';

/** A change of a client that exists, which a person agrees to. */
export const changeClient = tool({
  name: 'change_client',
  title: 'Change an OAuth Client',
  description:
    'Changes an existing OAuth client of Genesys Cloud: adds or replaces redirect URIs, adds or takes away scopes, sets its name, description or token duration, activates or deactivates it, moves it from the implicit grant to PKCE. The person is shown what would change and must agree; without that nothing is changed. Read-only orgs refuse it. It never deletes a client and never rotates or shows a secret.',
  input: z.strictObject({ client: CLIENT, org: ORG_OF_CLIENT, changes: WishedChanges }),
  effect: 'changes',
  mostAMinute: 10,
  run: async ({ client: wanted, org: inOrg, changes: wished }, work) => {
    const found = await clientMeant(work, wanted, inOrg);
    if (!found.ok) return found.told;
    const { client, org, said } = found.value;
    if (org.readOnly !== undefined)
      return refusal(said, `Nothing was changed: ${org.orgName} is read-only for agents. ${org.readOnly}`);
    const prepared = await prepare(work, org, client.id, wished);
    if (!prepared.ok)
      return { ...prepared.told, text: [said, prepared.told.text].filter(Boolean).join('\n\n') };
    const { wish, lines } = prepared;
    const outcome = await work.desk.change(wish, work.signal);
    work.reads.forget(org.account);
    const named = `the client ${client.id} in ${org.orgName}`;
    switch (outcome.kind) {
      case 'changed':
        return answer(said, `The person agreed, and ${named} was changed:`, lines);
      case 'unchanged':
        return answer(said, `Nothing was changed: ${named} is already as it should be.`);
      case 'declined':
        return refusal(
          said,
          `Nothing was changed: the person declined, or closed the question. Do not ask again unless they want it.`,
        );
      case 'unanswered':
        return refusal(said, 'Nothing was changed: nobody answered the question in time.');
      case 'not-asked':
        return refusal(said, `Nothing was changed: ${outcome.reason}`);
      case 'failed':
        return refusal(said, await whatStands(work, wish, outcome.why));
    }
  },
});

type Prepared =
  | { readonly ok: true; readonly wish: WishedChange; readonly lines: string }
  | { readonly ok: false; readonly told: AgentAnswer };

/** What would change, if it is right by every rule that the wizard has for a change of a client. */
async function prepare(
  work: ToolWork,
  org: AgentOrg,
  clientId: string,
  wished: z.infer<typeof WishedChanges>,
): Promise<Prepared> {
  const { desk, signal } = work;
  const not = (told: AgentAnswer): Prepared => ({ ok: false, told });
  const effects = clientEffects(async (call) => await desk.call(org.account, call), clientId);
  const record = await effects.read(signal);
  if (!record.ok)
    return not(
      refusal(
        `Nothing was changed: the client could not be read. ${desk.inEnglish(() => errorText(record.error))}`,
      ),
    );
  const changes = changesOf(wished, record.value);
  const prepared = await prepareChange({ ...effects, read: async () => record }, changes, signal);
  switch (prepared.kind) {
    case 'unchanged':
      return not(answer('Nothing was changed: the client is already as it should be.'));
    case 'refused': {
      const { what, why, next } = desk.inEnglish(() => refusedChangeText(prepared.record, prepared.refusal));
      return not(refusal(inOneText([what, why, next])));
    }
    case 'failed':
      return not(refusal(`Nothing was changed. ${desk.inEnglish(() => errorText(prepared.error))}`));
    case 'ready': {
      const { preview } = prepared;
      const errors = await errorsIn(work, org, preview);
      if (!errors.ok) return not(errors.told);
      const lines = desk.inEnglish(() => differenceLines(maskedDifferences(preview)).join('\n'));
      return { ok: true, wish: { org, clientId, changes, preview }, lines };
    }
  }
}

/** No secret that somebody wrote into a description or an address is told. */
function maskedDifferences({ before, body }: WishedChange['preview']) {
  const plain = (client: typeof body) =>
    withMaskedTexts({ ...client, description: textOf(client['description']) });
  return compareRecords(plain(before), plain(body));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What the rules of a change find wrong, as on the pages of the wizard; what was so before is no fault of it. */
async function errorsIn(
  { desk, reads }: ToolWork,
  org: AgentOrg,
  { before, body }: WishedChange['preview'],
): Promise<{ readonly ok: true } | { readonly ok: false; readonly told: AgentAnswer }> {
  const loaded = await reads.org(org);
  if (!loaded.ok)
    return {
      ok: false,
      told: refusal(
        `Nothing was changed: ${org.orgName} could not be read. ${desk.inEnglish(() => errorText(loaded.error))}`,
      ),
    };
  const edits: EditedClient = {
    orgId: loaded.value.id,
    orgName: loaded.value.name,
    region: org.region,
    practice: org.practice,
    record: before,
  };
  const { grantType, ...answers } = answersOfClient({ ...edits, record: { ...body, id: before.id } });
  const draft: Draft = { edits, ...answers, ...(grantType !== undefined && { grantType }) };
  const context = contextIn(loaded.value, { procedure: 'edit', draft }, { now: desk.now() });
  const findings = check('edit', draft, context);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return { ok: true };
  const told = desk.inEnglish(() =>
    errors.map((finding) => ({
      code: finding.code,
      about: finding.place,
      text: draftFindingText(finding, 'en'),
    })),
  );
  return {
    ok: false,
    told: refusal(
      'Nothing was changed: this is not right by the rules for clients. Put it right and call again.',
      rows(told),
    ),
  };
}

/** After a change that did not end well, what the client is now. */
async function whatStands(
  { desk }: ToolWork,
  { org, clientId, preview }: WishedChange,
  why: string | undefined,
): Promise<string> {
  const { read } = clientEffects(async (call) => await desk.call(org.account, call), clientId);
  const now = await read();
  const failed =
    why === undefined
      ? 'The person agreed, but the change did not end well; they were told why.'
      : `The person agreed, but the change did not end well: ${why}`;
  if (!now.ok)
    return `${failed} The client could not be read afterwards, so whether it was changed is not known.`;
  const isAsBefore = compareRecords(preview.before, now.value).length === 0;
  return isAsBefore
    ? `${failed} The client is as it was before. An org that was slow may still carry it out: look at the client by show_client before you ask again.`
    : `${failed} The client is not as it was before: look at it by show_client.\n${orgLine(org)}`;
}
