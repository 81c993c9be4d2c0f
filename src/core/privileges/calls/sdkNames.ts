import type { OperationIndex } from '../findOperations.ts';

/** Words that can be the name of an operation in an SDK; what does not look like one need not be looked up. */
const LIKE_A_NAME = /^(?:get|post|put|patch|delete|head)(?:_[a-z]|[A-Z])/i;

/** Whether a word is formed like the name of an operation in an SDK. */
export function isLikeAName(word: string): boolean {
  return LIKE_A_NAME.test(word);
}

/** The name of an operation, spelled as in JavaScript, of what an SDK calls it; undefined where none is called so. */
export function operationName(word: string, operations: OperationIndex): string | undefined {
  return isLikeAName(word) ? operations.byName(word)[0]?.name : undefined;
}
