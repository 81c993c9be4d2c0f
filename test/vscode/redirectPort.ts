import { createServer } from 'node:http';
import * as vscode from 'vscode';

/** Chooses the port that a browser comes back to; undefined lets any be taken. */
export async function setRedirectPort(port: number | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('genesysOAuth');
  await settings.update('redirectPort', port, vscode.ConfigurationTarget.Global);
}

/** A port of this computer that nobody uses. */
export async function freePort(): Promise<number> {
  let port = 0;
  await listening(0, async (taken) => {
    port = taken;
  });
  return port;
}

/** Does this while somebody else uses the port. */
export async function occupied(port: number, work: () => Promise<void>): Promise<void> {
  await listening(port, async () => await work());
}

async function listening(port: number, work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  try {
    await work(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
