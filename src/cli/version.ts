import manifest from '../../package.json' with { type: 'json' };

/** The version of all that this repository makes. */
export const { version } = manifest;
