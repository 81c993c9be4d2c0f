import type { Context } from './context.ts';
import type { Answers, Draft, ProcedureId } from './draft.ts';
import { embeddable } from './embeddable.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';
import type { Step } from './step.ts';

export const procedures: Record<ProcedureId, Procedure> = { embeddable };

/** The pages that a procedure needs in this situation, in order. */
export function stepsOf(procedure: ProcedureId, { destination }: Context): readonly Step[] {
  return procedures[procedure].steps.filter(
    ({ onlyFor }) => (onlyFor ?? destination.kind) === destination.kind,
  );
}

/** The answers in force: what the person said, and the procedure's presets for the rest. */
export function answersOf(procedure: ProcedureId, draft: Draft, context: Context): Answers {
  return Object.assign(procedures[procedure].presets(draft, context), draft);
}

/** Everything that is wrong with, or worth knowing about, the answers in force. */
export function check(procedure: ProcedureId, draft: Draft, context: Context): readonly Problem[] {
  const answers = answersOf(procedure, draft, context);
  return procedures[procedure].rules.flatMap((rule) => rule(answers, context));
}

/** What Save will do, or undefined while an error stands in its way. */
export function plan(procedure: ProcedureId, draft: Draft, context: Context): Plan | undefined {
  if (check(procedure, draft, context).some(({ severity }) => severity === 'error')) return undefined;
  return procedures[procedure].plan(answersOf(procedure, draft, context), context);
}
