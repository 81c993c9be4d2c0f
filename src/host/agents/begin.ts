import { ToolCalls } from '../../core/agents/toolCalls.ts';
import { hostDesk } from './desk.ts';

/** Begins to answer agents. Loaded when one first calls a tool. */
export function beginToolCalls(...given: Parameters<typeof hostDesk>): ToolCalls {
  return new ToolCalls(hostDesk(...given));
}
