import { stringLiteral } from './quotes.ts';

/** The lines that a developer pastes into `clientIds` of framework.js (procedure rule E7), one a region. */
export function readyLines(regions: readonly string[], clientId: string): readonly string[] {
  return regions.map((region) => `${stringLiteral(region)}: ${stringLiteral(clientId)},`);
}
