import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type Tool,
  type ToolAnnotations,
} from '@modelcontextprotocol/sdk/types.js';
import { type AgentTool, inputSchemaOf, type ToolEffect } from '../../core/agents/tool.ts';
import type { ToolCalls } from '../../core/agents/toolCalls.ts';
import { tools } from '../../core/agents/tools.ts';
import { version } from '../version.ts';

/** What a client shows its model of this server as a whole. */
const INSTRUCTIONS =
  'OAuth clients of Genesys Cloud. Never invent a scope, a permission, an endpoint or a Client ID: find_needs tells which there are. Call check_file after each edit of a framework.js or genesys-scim.json. Nothing here shows a secret; none may be put into an input.';

/** The MCP server; what its tools do, `calls` does. It speaks as soon as it is connected to a transport. */
export function mcpServer(calls: Pick<ToolCalls, 'call'>): Server {
  const server = new Server(
    { name: 'genesys-oauth', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: tools.map(toolOf) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const { isError, text } = await calls.call(params.name, params.arguments, signal);
    return { content: [{ type: 'text', text }], isError };
  });
  return server;
}

function toolOf(tool: AgentTool): Tool {
  const { name, title, description, effect } = tool;
  const inputSchema = { ...inputSchemaOf(tool), type: 'object' as const };
  return { name, title, description, inputSchema, annotations: hintsOf(effect) };
}

/** For the client, which may ask a person before it calls. What `opens` a page elsewhere only tells the plan here. */
function hintsOf(effect: ToolEffect): ToolAnnotations {
  switch (effect) {
    case 'reads':
    case 'opens':
      return { readOnlyHint: true, openWorldHint: true };
    case 'changes':
      return { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true };
  }
}
