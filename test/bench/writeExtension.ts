import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes an extension of one file into a folder, for VS Code to load from there. */
export async function writeExtension(
  folder: string,
  manifest: { name: string; displayName: string; activationEvents?: string[]; contributes?: unknown },
  code: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const whole = {
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './main.cjs',
    ...manifest,
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(whole));
  await writeFile(join(folder, 'main.cjs'), code);
}
