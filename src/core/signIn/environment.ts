import * as z from 'zod/mini';

/**
 * Where VS Code runs, as far as signing in depends on it. `remote`: a window of a desktop VS Code whose extensions run
 * elsewhere (SSH, WSL, a container, Codespaces opened on the desktop); VS Code tunnels a loopback address from there
 * to here. `web`: VS Code itself is in a browser, and its extensions run somewhere else, without such a tunnel.
 */
export const Environment = z.object({
  place: z.enum(['desktop', 'remote', 'web']),
  /** VS Code can open addresses in a browser of this computer. */
  browser: z.boolean(),
});
export type Environment = z.infer<typeof Environment>;

/**
 * How a browser login finds its way back. `loopback`: the browser reaches a port that we listen on. `paste`: it does
 * not, so the person pastes the address that the browser ended on.
 *
 * vscode:// addresses are no third way: nothing says that Genesys Cloud accepts one as a redirect URI (Genesys facts
 * 6.2), and wherever VS Code could receive one, loopback works as well. Nor does the keyring decide: a sign-in that it
 * refuses is good for the window.
 */
export function returnOf({ place, browser }: Environment): 'loopback' | 'paste' {
  return browser && place !== 'web' ? 'loopback' : 'paste';
}
