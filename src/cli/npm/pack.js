// Packs the command line as an npm package of its own: genesys-oauth-VERSION.tgz in the folder that this is started from.
// Part of `npm run package`.
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPracticeOrg, packProgram } from '../../../npmPackage.js';
import { buildCommandLine } from './build.js';

const here = dirname(fileURLToPath(import.meta.url));
const docs = join(here, '..', '..', '..', 'docs');
/** In each language. */
const findings = (await readdir(docs)).filter((name) => /^findings(?:\..+)?\.md$/.test(name));
const translations = (await readdir(here)).filter((name) => /^README\..+\.md$/.test(name));

await packProgram({
  name: 'genesys-oauth',
  description:
    'Checks the OAuth clients of Genesys Cloud: in framework.js and genesys-scim.json, and in the organizations themselves.',
  program: 'genesys-oauth.cjs',
  documents: [
    join(here, 'README.md'),
    ...translations.map((name) => join(here, name)),
    ...findings.map((name) => join(docs, name)),
  ],
  folders: [join(here, 'requests'), join(here, 'skills')],
  build: buildCommandLine,
  // `--practice` starts it. An ES module, whatever the package says of the others.
  beside: { file: 'practice-org.mjs', build: async (file) => await buildPracticeOrg(file, { minify: true }) },
});
