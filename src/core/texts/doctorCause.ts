import type { Words } from '../findings/entry.ts';

/** What is said of a cause. The values are those that its rule gives (core/doctor/causes). */
export type CauseWords = {
  /** What is looked at, in a few words: of what was not looked at. */
  readonly name: () => string;
  /** What is wrong, in one sentence. */
  readonly title: (words: Words) => string;
  /** Why that keeps people out, and what is not known about it; beside the finding, where the cause is one. */
  readonly why: (words: Words) => string;
  /** That it is in order, in a few words; left out where no rule ever says so. */
  readonly inOrder?: (words: Words) => string;
};
