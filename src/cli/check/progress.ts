import * as l10n from '@vscode/l10n';
import type { Output } from '../io.ts';

/** Says how far a run is. */
export type Progress = { step(): void; end(): void };

/** Milliseconds before the first word, and between two. */
const QUIET = 500;

/** So many are done before anybody looks. */
const FEW = 50;

const NONE: Progress = { step: () => undefined, end: () => undefined };

/** In a terminal, one line that is written over and is gone in the end; nothing elsewhere, or where it would only flicker. */
export function progressOn(output: Output, all: number): Progress {
  if (all < FEW || !output.isTerminal) return NONE;
  let done = 0;
  let said = performance.now();
  let isShown = false;
  return {
    step: () => {
      done += 1;
      if (performance.now() - said < QUIET) return;
      said = performance.now();
      isShown = true;
      output.write(`\r${l10n.t('{0} of {1} files', done, all)}`);
    },
    end: () => {
      if (isShown) output.write('\r\u001b[K');
    },
  };
}
