import { resolve } from 'node:path';
import { putFile } from '../disk/atomically.ts';
import { leadsOut } from './leadsOut.ts';
import { diskText } from './reading.ts';

/**
 * Writes a file that a command line names, be there one by now or not, whole or not at all; says why where it does not. `root`:
 * the folder that the command works in, which no link leads out of. Never rejects.
 */
export async function writeNamed(root: string, file: string, text: string): Promise<string | undefined> {
  const place = resolve(root, file);
  try {
    const reason = leadsOut(root, place);
    if (reason !== undefined) return reason;
    await putFile(place, new TextEncoder().encode(text));
    return undefined;
  } catch (error) {
    return diskText(error);
  }
}
