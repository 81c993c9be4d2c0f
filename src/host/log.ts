import * as vscode from 'vscode';
import type { Exchange } from '../core/platform/request.ts';

/** The one log of the extension. Nothing secret is ever handed to it: no bodies, no tokens, no headers. */
export type Log = vscode.LogOutputChannel;

export function createLog(): Log {
  return vscode.window.createOutputChannel('Genesys OAuth', { log: true });
}

/** Writes one line for a finished request. */
export function logExchange(log: Log, exchange: Exchange): void {
  const { method, path, status, correlationId, milliseconds, odd } = exchange;
  const outcome = status === undefined ? 'no answer' : `HTTP ${status}`;
  const correlation = correlationId === undefined ? '' : ` (ININ-Correlation-Id ${correlationId})`;
  log.info(`${method} ${path}: ${outcome} in ${milliseconds} ms${correlation}`);
  if (odd.length > 0)
    log.warn(`${method} ${path}: left out of the answer, as not expected: ${odd.join(', ')}`);
}
