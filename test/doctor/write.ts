import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { DOCTOR_DOCUMENT, doctorDocument } from './document.ts';

await writeFile(join(repoFolder, DOCTOR_DOCUMENT), doctorDocument());
