import type { Access } from './context.ts';

/** The name of a division as far as the org told, or its ID. */
export function divisionName(id: string, { divisions }: Access): string {
  const known =
    divisions.kind === 'known' ? divisions.value.find((division) => division.id === id) : undefined;
  return known?.name ?? id;
}
