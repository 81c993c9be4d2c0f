import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
  '@vscode/native-watchdog': `
exports.start = () => {};
exports.exit = (code) => process.exit(code);
`,
};

/** Puts the stand-ins into the node_modules of VS Code's server. */
export async function replaceNativeModules(vscodeFolder: string): Promise<void> {
  for (const [name, text] of Object.entries(replacements)) {
    await writeFile(join(vscodeFolder, 'node_modules', name, 'index.js'), text);
  }
}
