import { isAbsolute, sep } from 'node:path';

/** Whether a relative path leads to something in the folder that it begins at. */
export function isBelow(path: string): boolean {
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
