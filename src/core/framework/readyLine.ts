import { stringLiteral } from './quotes.ts';

/** The line that a developer pastes into `clientIds` of framework.js (procedure rule E7), without line end. */
export function readyLine(region: string, clientId: string): string {
  return `${stringLiteral(region)}: ${stringLiteral(clientId)},`;
}
