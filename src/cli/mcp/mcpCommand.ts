import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { type Asked, has, notBoth, notWithout, refuseMoreWords } from '../commandLine.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { orgChoice } from '../orgs/signIns.ts';
import { askBack } from './askBack.ts';
import { mcpToolCalls } from './desk.ts';
import { HeldOrgs } from './heldOrgs.ts';
import { speakerOf } from './languages.ts';
import { mcpServer } from './server.ts';

/**
 * `genesys-oauth mcp`: serves the tools for AI agents until the client ends the connection, or somebody interrupts it. Standard
 * output has nothing but the protocol.
 */
export async function mcpCommand({ io, words, language }: Asked): Promise<ExitCode> {
  refuseMoreWords(words);
  const choice = orgChoice(words);
  const allowsChanges = has(words, 'allow-changes');
  if (allowsChanges && has(words, 'read-only')) throw notBoth('--allow-changes', '--read-only');
  if (allowsChanges && choice.words.length === 0 && !choice.practice)
    throw notWithout('--allow-changes', '--orgs');
  const inTheirs = speakerOf(language);
  const { input, output } = io.protocolStreams();
  const interruption = io.interruption();
  const ended = new AbortController();
  // A status would come between the lines of the protocol's log.
  const quiet = { ...io, stderr: { ...io.stderr, isTerminal: false } };
  const orgs = new HeldOrgs(quiet, choice, allowsChanges, ended.signal);
  const calls = mcpToolCalls({
    ...{ io, orgs, language, inTheirs, ended: ended.signal },
    ask: async (question, signal) => await askBack(server, question, signal),
  });
  const server = mcpServer(calls);
  const closed = untilClosed(input, output, interruption);
  try {
    await server.connect(new StdioServerTransport(input, output));
    await closed;
    return interruption.aborted ? EXIT.interrupted : EXIT.fine;
  } finally {
    await server.close();
    ended.abort();
    await orgs.end();
  }
}

/** The SDK notices neither the end of its input nor that nobody reads its output any more, which is no reason to crash. */
async function untilClosed(input: Readable, output: Writable, interruption: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) input.once(event, () => resolve());
    for (const event of ['close', 'error']) output.on(event, () => resolve());
    interruption.addEventListener('abort', () => resolve(), { once: true });
    if (interruption.aborted || input.readableEnded || input.destroyed) resolve();
  });
}
