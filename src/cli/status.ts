import { visible } from '../core/texts/visible.ts';
import type { Output } from './io.ts';

/** Says what is being done. */
export type Status = { say(text: string): void; end(): void };

const NONE: Status = { say: () => undefined, end: () => undefined };

/** In a terminal, one line that is written over and is gone in the end; nothing elsewhere. */
export function statusOn(output: Output): Status {
  if (!output.isTerminal) return NONE;
  return {
    say: (text) => output.write(`\r\u001b[K${visible(text)}`),
    end: () => output.write('\r\u001b[K'),
  };
}
