import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** The one source of ids and secrets for what is created while the org runs. */
export type Random = {
  uuid(): string;
  /** An unguessable string of letters, digits, `-` and `_`: a client secret, a code or a token. */
  secret(): string;
};

/** Ids and secrets from the operating system's generator. */
export const systemRandom: Random = {
  uuid: randomUUID,
  secret: () => randomBytes(48).toString('base64url'),
};

/** The UUID that always belongs to `name`: what the org is born with keeps its id over resets and restarts. */
export function seedId(name: string): string {
  const hex = fingerprint(`practice org ${name}`);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** SHA-256 of a secret in hex: the org remembers only this, so a state file gives no secret away. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
