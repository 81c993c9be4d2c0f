// Packs the practice org as an npm package of its own: genesys-practice-org-VERSION.tgz in the folder that this is started
// from. Part of `npm run package`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPracticeOrg, packProgram } from '../../../npmPackage.js';

const here = dirname(fileURLToPath(import.meta.url));

await packProgram({
  name: 'genesys-practice-org',
  description:
    'A simulated Genesys Cloud organization: OAuth clients, roles, divisions, SCIM and its login, on this computer.',
  program: 'practice-org.js',
  documents: [join(here, 'README.md'), join(here, '..', '..', '..', 'docs', 'practice-org.md')],
  build: buildPracticeOrg,
});
