import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';

/** What came of a question. `cannot`: the client cannot ask anybody. */
export type Answer = 'yes' | 'no' | 'unanswered' | 'cannot';

/** A question to the person behind the client: its text, what the box is called that says yes, and what stands beside it. */
export type Question = { readonly text: string; readonly yes: string; readonly meaning: string };

/** Milliseconds that somebody has to answer. */
const PATIENCE = 10 * 60_000;

/**
 * Asks the person behind the client (MCP: elicitation). Whoever answers is the client's choice: no server can tell a person
 * from a client that answers by itself. Never rejects.
 */
export async function askBack(
  server: Pick<Server, 'elicitInput' | 'getClientCapabilities'>,
  { text, yes, meaning }: Question,
  signal: AbortSignal,
): Promise<Answer> {
  if (server.getClientCapabilities()?.elicitation === undefined) return 'cannot';
  try {
    const { action, content } = await server.elicitInput(
      {
        message: text,
        requestedSchema: {
          type: 'object',
          properties: { agreed: { type: 'boolean', title: yes, description: meaning, default: false } },
          required: ['agreed'],
        },
      },
      { signal, timeout: PATIENCE },
    );
    return action === 'accept' && content?.['agreed'] === true ? 'yes' : 'no';
  } catch (error) {
    // A client that names the capability and then knows no such request has not asked anybody either.
    return error instanceof McpError && error.code === ErrorCode.MethodNotFound ? 'cannot' : 'unanswered';
  }
}
