import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { writtenFromTools } from './written.ts';

for (const [path, text] of await writtenFromTools()) await writeFile(join(repoFolder, path), text);
