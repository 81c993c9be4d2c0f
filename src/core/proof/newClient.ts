/** Milliseconds before each try: a login host may take a moment to know a new client. */
export const TRIES_AFTER = [0, 1000, 3000];
