import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere, type Npm, unpackPackage } from './downloads.ts';

const watchdog = `
exports.start = () => {};
exports.exit = (code) => process.exit(code);
`;

/**
 * VS Code's server loads two modules that a C++ compiler would have to build. A fresh machine may have none, so
 * these few lines stand in for them: the log writer (every level from info on, to the file it names), and the
 * watchdog, which ends an extension host whose server died (the extension host also looks for itself, every second).
 */
const replacements = {
  '@vscode/spdlog': `
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
class Logger {
  constructor(kind, name, file) { this.file = file; mkdirSync(dirname(file), { recursive: true }); }
  write(level, message) { appendFileSync(this.file, new Date().toISOString() + ' [' + level + '] ' + message + '\\n'); }
  trace() {}
  debug() {}
  info(message) { this.write('info', message); }
  warn(message) { this.write('warning', message); }
  error(message) { this.write('error', message); }
  critical(message) { this.write('critical', message); }
  getLevel() { return 2; }
  setLevel() {}
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`,
  '@vscode/native-watchdog': watchdog,
  'native-watchdog': watchdog,
};

/** Puts the stand-ins into the node_modules of VS Code's server; a version has those of its time. */
export async function replaceNativeModules(vscodeFolder: string): Promise<void> {
  for (const [name, text] of Object.entries(replacements)) {
    const module = join(vscodeFolder, 'node_modules', name);
    if (await isThere(module)) await writeFile(join(module, 'index.js'), text);
  }
}

/** The program that searches files comes with VS Code, or, up to 1.12x, by a script that was left out. */
export async function addRipgrep(vscodeFolder: string, npm: Npm): Promise<void> {
  const module = join(vscodeFolder, 'node_modules', '@vscode', 'ripgrep');
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  if (!(await isThere(module)) || (await isThere(join(module, 'bin', program)))) return;
  const unpacked = join(vscodeFolder, 'ripgrep');
  await mkdir(unpacked);
  await unpackPackage(`@vscode/ripgrep-${process.platform}-${process.arch}@1`, unpacked, npm);
  await cp(join(unpacked, 'bin'), join(module, 'bin'), { recursive: true });
  await rm(unpacked, { recursive: true });
}
