/** The answer of somebody who wants to go back to the question before. */
export const BACK: unique symbol = Symbol('back');
export type Back = typeof BACK;

/**
 * Which of several questions one is, from 1 on, and how many there are, once that is known. Back stands at all but the
 * first; one question alone has no number.
 */
export type Step = { readonly number: number; readonly total: number | undefined };

/** The first of so many questions, of which the first `before` were asked already; undefined while nobody knows how many. */
export function firstOf(total: number | undefined, before = 0): Step {
  return { number: before + 1, total };
}

/**
 * Asks a question, and then whatever follows from its answer, which gets the step after this one. Who goes back from
 * there is asked again, with their last answer at hand. What is `known` is not asked, and takes no step. Undefined when
 * the person called it off anywhere; Back when they went back from the question itself.
 */
export async function thenAsk<Answer, Result>(
  step: Step,
  known: Answer | undefined,
  ask: (step: Step, last: Answer | undefined) => Promise<Answer | Back | undefined>,
  follow: (answer: Answer, next: Step) => Promise<Result | Back | undefined>,
): Promise<Result | Back | undefined> {
  if (known !== undefined) return await follow(known, step);
  const next = { ...step, number: step.number + 1 };
  let last: Answer | undefined;
  for (;;) {
    const answer = await ask(step, last);
    if (answer === undefined) return undefined;
    if (answer === BACK) return BACK;
    last = answer;
    const result = await follow(answer, next);
    if (result !== BACK) return result;
  }
}

/** The same for whoever began with the first question, where nothing is before it. */
export function withoutBack<Answer>(answer: Answer | Back | undefined): Answer | undefined {
  return answer === BACK ? undefined : answer;
}
