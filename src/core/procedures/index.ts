import type { Context } from './context.ts';
import type { Answers, Draft, ProcedureId } from './draft.ts';
import type { DraftFinding } from './draftFinding.ts';
import { edit } from './edit.ts';
import { asItWas, newInEdit } from './edited.ts';
import { embeddable } from './embeddable.ts';
import { general } from './general.ts';
import type { Plan } from './plan.ts';
import type { Procedure } from './procedure.ts';
import { scim } from './scim.ts';
import { whileAdopting } from './startFrom/adopt.ts';
import type { Step } from './step.ts';

export const procedures: Record<ProcedureId, Procedure> = { general, embeddable, scim, edit };

/** The pages that a procedure needs for these answers, in order. */
export function stepsOf(procedure: ProcedureId, draft: Draft, context: Context): readonly Step[] {
  const answers = answersOf(procedure, draft, context);
  return procedures[procedure].steps.filter(({ when }) => when?.(answers, context) ?? true);
}

/** Whether a procedure may ask for roles and divisions, which are read only then. */
export function asksForRoles(procedure: ProcedureId): boolean {
  return procedures[procedure].steps.some(({ fields }) => fields.includes('roles'));
}

/** Whether a procedure may make a role for its client. */
export function hasNewRole(procedure: ProcedureId): boolean {
  return procedures[procedure].steps.some(({ fields }) => fields.includes('newRole'));
}

/**
 * The answers in force: what the person said to what is asked, the procedure's presets for the rest, and what it leaves no
 * choice in.
 */
export function answersOf(procedure: ProcedureId, draft: Draft, context: Context): Answers {
  const { presets, settle, steps } = procedures[procedure];
  const asked = new Set<string>(steps.flatMap(({ fields }) => fields));
  const said = Object.fromEntries(Object.entries(draft).filter(([question]) => asked.has(question)));
  const answers: Answers = Object.assign(presets(draft, context), said);
  return { ...answers, ...settle?.(answers, context) };
}

/** Everything that is wrong with, or worth knowing about, the answers in force. */
export function check(procedure: ProcedureId, draft: Draft, context: Context): readonly DraftFinding[] {
  const answers = answersOf(procedure, draft, context);
  const findingsOf = (each: Answers) => procedures[procedure].rules.flatMap((rule) => rule(each, context));
  const findings = findingsOf(answers);
  const { edits } = answers;
  if (edits !== undefined) return newInEdit(findings, findingsOf(asItWas(edits, answers)));
  return answers.adopts === null ? findings : findings.flatMap(whileAdopting);
}

/** What Save will do, or undefined while an error stands in its way. */
export function plan(procedure: ProcedureId, draft: Draft, context: Context): Plan | undefined {
  if (check(procedure, draft, context).some(({ severity }) => severity === 'error')) return undefined;
  return procedures[procedure].plan(answersOf(procedure, draft, context), context);
}
