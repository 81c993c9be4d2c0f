import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requestSchemas } from '../../src/cli/requests/schemas.ts';
import { repoFolder } from '../host/paths.ts';

for (const [name, text] of Object.entries(requestSchemas()))
  await writeFile(join(repoFolder, 'src', 'cli', 'npm', 'requests', name), text);
