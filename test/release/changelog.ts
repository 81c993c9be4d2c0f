/**
 * Returns what a changelog in the format of Keep a Changelog says of one version, without its heading; undefined
 * when it has no section of that version, or an empty one.
 */
export function changesOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => headingOf(text) === version);
  const changes = section?.slice(section.indexOf('\n')).trim();
  return changes === '' ? undefined : changes;
}

/** The version in a heading such as `[1.2.0] - 2030-01-31` or `1.2.0`. */
function headingOf(section: string): string | undefined {
  return /^\[?([^\]\s]+)/.exec(section)?.[1];
}
