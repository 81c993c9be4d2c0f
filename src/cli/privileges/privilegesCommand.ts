import { basename } from 'node:path';
import * as l10n from '@vscode/l10n';
import { indexOperations } from '../../core/privileges/findOperations.ts';
import { matchCalls } from '../../core/privileges/matchCalls.ts';
import { type CallsAs, needsOf } from '../../core/privileges/needs.ts';
import { NO_CHOICES, readOrgChoices } from '../../core/privileges/orgChoices.ts';
import { takeAway } from '../../core/privileges/takeAway.ts';
import { callNoteText, notReadText } from '../../core/texts/calls.ts';
import { unmatchedTexts } from '../../core/texts/unmatchedCalls.ts';
import { formAsked } from '../answer.ts';
import { lastValue, oneOf, type Run } from '../commandLine.ts';
import { EXIT, tell } from '../io.ts';
import { withOrgsNamed } from '../orgs/orgs.ts';
import { describedApi } from './apiDescription.ts';
import { type Asserted, heldAgainst, readAsserted } from './assertClient.ts';
import { readCallsOf } from './sourceFiles.ts';

const FORMS = ['text', 'json', 'terraform'] as const;

/**
 * `genesys-oauth privileges`: what this code calls, and what a client for it needs. Offline where the description of the API
 * is kept or given; in an org, its roles are looked at, too.
 */
export const privilegesCommand: Run = async (asked) => {
  const { io, words, language } = asked;
  const form = formAsked(asked, FORMS, { person: 'text', others: 'json' });
  const callsAs: CallsAs = oneOf(words, 'as', ['person', 'client']) ?? 'person';
  const file = lastValue(words, 'assert');
  const client = file === undefined ? undefined : readAsserted(io, file);
  return await withOrgsNamed(asked, async ({ orgs }, signal) => {
    const [org] = orgs;
    const described = await describedApi(asked, org?.connection.apiUrl, signal);
    const { description } = described;
    const index = indexOperations(description.operations);
    const found = readCallsOf(io.cwd, words.positionals, { operations: index });
    const matched = matchCalls(found.calls, index);
    const choices =
      callsAs === 'client' && org !== undefined
        ? await readOrgChoices(async (call) => await call(org.connection), signal)
        : NO_CHOICES;
    const needs = needsOf(matched.uses, callsAs, { operations: description.operations, ...choices });
    const remarks = [
      ...described.remarks,
      ...unmatchedTexts(matched),
      ...found.notes.map(callNoteText),
      ...notReadText(found.ignored, found.leftAlone, undefined),
      ...(found.calls.length === 0 ? [l10n.t('No call of the Platform API was found.')] : []),
    ];
    const taken = { application: basename(io.cwd), needs, description, remarks, language };
    const held = client && heldAgainst(client, needs);
    io.stdout.write(
      form === 'json' && held !== undefined
        ? `${JSON.stringify({ asserted: held, ...JSON.parse(takeAway('json', taken)) }, undefined, 2)}\n`
        : takeAway(form === 'text' ? 'markdown' : form, taken),
    );
    tell(io, [...found.faults, ...(held === undefined ? [] : heldTexts(held))]);
    if (found.faults.length > 0) return EXIT.notChecked;
    return held !== undefined && held.lacks.length + held.exceeds.length > 0 ? EXIT.failed : EXIT.fine;
  });
};

function heldTexts({ lacks, exceeds }: Asserted): readonly string[] {
  return [
    ...lacks.map((each) => l10n.t('The client lacks {0}, which this code needs.', each)),
    ...exceeds.map((each) => l10n.t('The client has {0}, which no call that was found needs.', each)),
  ];
}
