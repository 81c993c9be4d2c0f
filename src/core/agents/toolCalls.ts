import { nearestWords } from '../named.ts';
import { type AgentAnswer, refusal } from './answer.ts';
import type { AgentDesk } from './desk.ts';
import { SharedReads } from './sharedReads.ts';
import type { AgentTool } from './tool.ts';
import { tools } from './tools.ts';

/** Calls that work at the same time; the others wait for their turn. */
const AT_ONCE = 6;

/** Calls that may wait. An agent that asks for more goes round in a circle. */
const MOST_WAITING = 500;

const MINUTE = 60_000;

/** Carries out the calls of tools, however many an agent makes at once, so that no org is asked more than it answers. */
export class ToolCalls {
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  /** When calls of a tool were begun, in milliseconds since 1970, those of the last minute. */
  private readonly begun = new Map<string, readonly number[]>();

  /** `reads`: where the desk itself reads by them, too. */
  constructor(
    private readonly desk: AgentDesk,
    private readonly reads = new SharedReads(desk),
  ) {}

  /** Calls a tool by its name with what the agent gave. Never rejects. */
  async call(name: string, given: unknown, signal: AbortSignal): Promise<AgentAnswer> {
    const tool = tools.find((each) => each.name === name);
    if (tool === undefined) {
      const near = nearestWords(
        name,
        tools.map((each) => each.name),
      );
      return refusal(
        `There is no tool ${name}.`,
        near.length === 0 ? undefined : `Did you mean ${near.join(' or ')}?`,
      );
    }
    if (signal.aborted) return CANCELLED;
    const tooMany = this.tooMany(tool);
    if (tooMany !== undefined) return tooMany;
    const running = this.inTurn(tool, given, signal);
    // Whether something was changed, only the end of the call tells.
    return tool.effect === 'changes' ? await running : await Promise.race([running, cancelled(signal)]);
  }

  private async inTurn(tool: AgentTool, given: unknown, signal: AbortSignal): Promise<AgentAnswer> {
    if (this.working >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING)
        return refusal('Too many calls are waiting already. Wait for their answers before you call again.');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.working += 1;
    try {
      return signal.aborted
        ? CANCELLED
        : await tool.run(given, { desk: this.desk, reads: this.reads, signal });
    } finally {
      // Whoever waits takes the place over.
      const next = this.waiting.shift();
      if (next === undefined) this.working -= 1;
      else next();
    }
  }

  /** Counts the call, unless there were too many of it. */
  private tooMany({ name, mostAMinute }: AgentTool): AgentAnswer | undefined {
    if (mostAMinute === undefined) return undefined;
    const now = this.desk.now().getTime();
    const recent = (this.begun.get(name) ?? []).filter((moment) => now - moment < MINUTE);
    const [first = now] = recent;
    this.begun.set(name, recent.length < mostAMinute ? [...recent, now] : recent);
    if (recent.length < mostAMinute) return undefined;
    const seconds = Math.ceil((first + MINUTE - now) / 1000);
    return refusal(
      `${name} was called ${mostAMinute} times within a minute, and no more are carried out, so that the org's limits hold. Call again in ${seconds} seconds.`,
    );
  }
}

const CANCELLED = refusal('The call was cancelled. Nothing was changed.');

async function cancelled(signal: AbortSignal): Promise<AgentAnswer> {
  return await new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(CANCELLED), { once: true });
  });
}
