import * as z from 'zod/mini';
import { SECRET_SHAPE } from '../platform/secretShape.ts';
import { withoutSecrets } from '../privileges/calls/secretsInText.ts';
import { reasonOf } from '../reason.ts';
import { type AgentAnswer, answer, refusal } from './answer.ts';
import type { AgentDesk } from './desk.ts';
import type { SharedReads } from './sharedReads.ts';

/** What a call of a tool works with. */
export type ToolWork = {
  readonly desk: AgentDesk;
  readonly reads: SharedReads;
  /** Aborted when the agent wants the answer no more. */
  readonly signal: AbortSignal;
};

/** `reads`: nothing is other afterwards. `opens`: a page is open that a person may save. `changes`: an org may be. */
export type ToolEffect = 'reads' | 'opens' | 'changes';

type Definition<Input extends z.ZodMiniType> = {
  /** In small letters with underscores, as MCP has it. */
  readonly name: string;
  /** For people, in English. */
  readonly title: string;
  /** For the model: what it does, when to call it, what it never does. */
  readonly description: string;
  readonly input: Input;
  readonly effect: ToolEffect;
  /** Where each call costs the org several requests, or a person their attention: how many calls a minute are carried out. */
  readonly mostAMinute?: number;
  /** Inputs that are read whole, though a secret may be in them, because nothing of them is told. */
  readonly unmasked?: readonly string[];
  run(input: z.infer<Input>, work: ToolWork): Promise<AgentAnswer>;
};

/** A tool, whatever its input is. */
export type AgentTool = Omit<Definition<z.ZodMiniType>, 'run' | 'unmasked'> & {
  /**
   * Does it for whatever an agent gave. Nonsense is answered with what is wrong with it; a secret in the input is masked
   * before anything is done with it, and the answer says so. Never rejects.
   */
  run(given: unknown, work: ToolWork): Promise<AgentAnswer>;
};

/** Makes a tool of what it does. */
export function tool<Input extends z.ZodMiniType>(definition: Definition<Input>): AgentTool {
  const { unmasked = [], run, ...others } = definition;
  return {
    ...others,
    run: async (given, work) => {
      const { value, hadSecret } = masked(given ?? {}, unmasked);
      const input = definition.input.safeParse(value);
      if (!input.success)
        return refusal(
          `The input of ${definition.name} is not right:\n${withoutAnySecret(z.prettifyError(input.error))}`,
        );
      // What a mask made of an address or a name is nothing to register.
      if (hadSecret && definition.effect !== 'reads') return refusal('Nothing was done.', SECRET_IN_INPUT);
      const told = await run(input.data, work).catch((thrown: unknown) =>
        refusal(`This did not work: ${withoutSecrets(reasonOf(thrown))}`),
      );
      const { isError, text } = hadSecret ? withWarning(told) : told;
      return { isError, text: withoutAnySecret(text) };
    },
  };
}

/** The JSON schema of a tool's input, for manifests and protocols. */
export function inputSchemaOf({ input }: Pick<AgentTool, 'input'>): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' });
  return schema;
}

/** What is said where a secret was in the input. */
export const SECRET_IN_INPUT =
  'Something in the input was taken for a secret or a token. It was masked and not used. Never put one into the input of a tool; if it was real, tell the person to rotate it.';

function withWarning(told: AgentAnswer): AgentAnswer {
  return told.isError ? refusal(told.text, SECRET_IN_INPUT) : answer(told.text, SECRET_IN_INPUT);
}

/** Whatever else was overlooked. */
function withoutAnySecret(text: string): string {
  return text.replace(SECRET_SHAPE, '…');
}

/** The same value with every secret in its texts masked. */
function masked(value: unknown, unmasked: readonly string[]): { value: unknown; hadSecret: boolean } {
  let hadSecret = false;
  const mask = (each: unknown, isWhole: boolean): unknown => {
    if (typeof each === 'string') {
      const shown = withoutSecrets(each);
      if (shown === each || isWhole) return each;
      hadSecret = true;
      return shown;
    }
    if (Array.isArray(each)) return each.map((member) => mask(member, isWhole));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, member]) => [name, mask(member, isWhole)]));
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { value: mask(value, false), hadSecret };
  const members = Object.entries(value).map(([name, member]) => [
    name,
    mask(member, unmasked.includes(name)),
  ]);
  return { value: Object.fromEntries(members), hadSecret };
}
