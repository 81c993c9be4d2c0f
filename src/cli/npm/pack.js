// Packs the command line as an npm package of its own: genesys-oauth-VERSION.tgz in the folder that this is started from.
// Part of `npm run package`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packProgram } from '../../../npmPackage.js';
import { buildCommandLine } from './build.js';

const here = dirname(fileURLToPath(import.meta.url));
const docs = join(here, '..', '..', '..', 'docs');

await packProgram({
  name: 'genesys-oauth',
  description:
    'Checks the OAuth clients in the files of a Genesys Cloud project: framework.js and genesys-scim.json.',
  program: 'genesys-oauth.cjs',
  documents: [join(here, 'README.md'), join(docs, 'findings.md'), join(docs, 'findings.ja.md')],
  folders: [join(here, 'requests'), join(here, 'skills')],
  build: buildCommandLine,
});
