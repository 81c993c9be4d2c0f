import { run } from '../host/processes.ts';
import { say } from '../host/say.ts';
import { isThere } from './downloads.ts';

/** Installs packages on Debian and its kin. Returns false where it cannot be done without asking for a password. */
export async function installDebianPackages(packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !(await isThere('/usr/bin/apt-get'))) return false;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutSeconds: 600,
    output: 'keep',
  } as const;
  try {
    await run('apt-get', ['update', '-q'], options);
    await run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
    return true;
  } catch {
    return false;
  }
}
