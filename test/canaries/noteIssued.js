// Loaded first into every process of a served VS Code: lets its extension host note every secret that an org gives out to it.
import { appendFileSync } from 'node:fs';
import { ISSUED_FILE, watchIssued } from './issued.js';

const file = process.env[ISSUED_FILE];
const isExtensionHost = process.argv.some((argument) => argument.includes('--type=extensionHost'));
if (file !== undefined && isExtensionHost) watchIssued((secret) => appendFileSync(file, `${secret}\n`));
