import { readCommandLine, UsageError } from './commandLine.ts';
import { CauseError } from './practice/bringAbout.ts';
import { SwitchError } from './practice/readSwitches.ts';
import { type PracticeOrg, startPracticeOrg } from './server.ts';
import { StateFileError, UnusableStateError } from './world/stateFile.ts';

/** Runs the practice org until it is told to stop, or (when an editor forked it) until the editor is gone. */
async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  const starting = startPracticeOrg({ ...options, ownsProcess: true, end });
  stopOnDemand(async () => await (await starting).close());
  const { close: _, ...introduction } = await starting;
  process.stdout.write(`${JSON.stringify(introduction)}\n`);
}

/** What was answered is saved, and who moves the state away then must not find it written once more. */
function end(): void {
  process.exit(0);
}

function stopOnDemand(close: PracticeOrg['close']): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => fail(`The practice org could not save its state: ${String(error)}`, 1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  // The editor may have gone before anybody listened.
  if (process.connected === false) stop();
}

function fail(sentence: string, exitCode: number): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(exitCode);
}

function sentenceOf(error: unknown): string | undefined {
  const isForPeople = [UsageError, SwitchError, CauseError, StateFileError].some(
    (kind) => error instanceof kind,
  );
  if (isForPeople && error instanceof Error) return error.message;
  if (!(error instanceof Error && 'code' in error)) return undefined;
  if (error.code === 'EADDRINUSE')
    return 'The port is in use: choose another with --port, or 0 for any free port.';
  if (error.code === 'EACCES')
    return 'The port may not be used by this account: choose one above 1023 with --port.';
  return undefined;
}

main().catch((error: unknown) => {
  const sentence = sentenceOf(error);
  if (sentence === undefined) throw error;
  // Whoever started it can tell this from what passes by itself, and offer to begin anew.
  fail(sentence, error instanceof UnusableStateError ? 3 : 2);
});
