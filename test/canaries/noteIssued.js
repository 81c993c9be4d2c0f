// Loaded first into every process of a served VS Code: lets its extension host note every secret that an org gives out to it.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, ISSUED_FILE, watchIssued } from './issued.js';

const folder = process.env[DATA_FOLDER];
const isExtensionHost = process.argv.some((argument) => argument.includes('--type=extensionHost'));
if (folder !== undefined && isExtensionHost)
  watchIssued((secret) => appendFileSync(join(folder, ISSUED_FILE), `${secret}\n`));
