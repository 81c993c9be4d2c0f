import type { AgentTool } from './tool.ts';
import { changeClient } from './tools/changeClient.ts';
import { checkFile } from './tools/checkFile.ts';
import { diagnoseLogin } from './tools/diagnoseLogin.ts';
import { explainFinding } from './tools/explainFinding.ts';
import { findNeeds } from './tools/findNeeds.ts';
import { listClients } from './tools/listClients.ts';
import { planClient } from './tools/planClient.ts';
import { showClient } from './tools/showClient.ts';

/** Every tool that agents are offered, wherever they run. VS Code's manifest and the MCP server are made from it. */
export const tools: readonly AgentTool[] = [
  checkFile,
  explainFinding,
  listClients,
  showClient,
  diagnoseLogin,
  findNeeds,
  planClient,
  changeClient,
];
