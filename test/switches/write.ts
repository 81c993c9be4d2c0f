import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { SWITCHES_DOCUMENT, switchesDocument } from './document.ts';

await writeFile(join(repoFolder, SWITCHES_DOCUMENT), switchesDocument());
