/** A redirect URI up to its port, the port if it names one, and the rest. */
const PARTS = /^(http:\/\/(?:\[[^\]]*\]|[^/?#:]*))(?::(\d+))?([/?#].*)?$/i;

/** The port that a redirect URI of this computer names; 0 for none. */
export function portNamedBy(redirectUri: string): number {
  return Number(PARTS.exec(redirectUri)?.[2] ?? 0);
}

/**
 * The redirect URI, letter by letter as it was registered, at the port that the browser reaches: any port is accepted
 * where none was named (Genesys facts 6.2). Undefined where another one was.
 */
export function atPort(registered: string, port: number): string | undefined {
  const [, before, own, rest = ''] = PARTS.exec(registered) ?? [];
  if (own !== undefined) return Number(own) === port ? registered : undefined;
  return before === undefined ? undefined : `${before}:${port}${rest}`;
}
