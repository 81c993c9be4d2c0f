import { join } from 'node:path';
import * as z from 'zod/mini';
import { extensionFolder } from './paths.ts';
import { startProcess, stopProcess } from './processes.ts';
import type { Steerable } from './steer.ts';

export type PracticeOrg = Steerable & {
  stop(): Promise<void>;
};

const readySchema = z.object({ baseUrl: z.string(), controlToken: z.string() });

/** Starts the built practice org, bare, on a free port. Throws when it was not built or does not start within 20 s. */
export async function startPracticeOrg(): Promise<PracticeOrg> {
  const org = await startProcess(
    process.execPath,
    [join(extensionFolder, 'dist', 'practiceOrg.js'), '--port', '0', '--size', 'bare'],
    {
      env: process.env,
      isReady: (line) => line.startsWith('{'),
      timeoutSeconds: 20,
    },
  );
  return {
    ...readySchema.parse(JSON.parse(org.readyLine)),
    stop: () => stopProcess(org.child),
  };
}
