import { createContext, runInContext } from 'node:vm';

/** What a framework.js says when it runs: its configuration as data, and its functions as their source. */
export function evaluateFramework(text: string): { config: { clientIds: Record<string, string> } } {
  const window = { parent: { postMessage() {} }, addEventListener() {} };
  const context = createContext({ window });
  runInContext(text, context);
  const json = runInContext(
    'JSON.stringify(window.Framework, (_, value) => typeof value === "function" ? String(value) : value)',
    context,
  );
  return JSON.parse(json);
}
