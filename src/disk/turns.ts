import { setImmediate } from 'node:timers/promises';

/** Milliseconds for which a long work may keep everything else waiting. */
const TURN = 25;

/** Goes through a long work step by step, and lets everything else have its turn in between. */
export async function* inTurns<Step, Result>(
  work: Iterator<Step, Result>,
): AsyncGenerator<Step, Result, undefined> {
  let began = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    yield step.value;
    if (performance.now() - began < TURN) continue;
    await setImmediate();
    began = performance.now();
  }
}

/** What a long work comes to in the end. */
export async function resultOf<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  const turns = inTurns(work);
  for (let step = await turns.next(); ; step = await turns.next()) if (step.done === true) return step.value;
}
