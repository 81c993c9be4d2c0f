import type { ExportFormat } from '../src/core/export/exportAs.ts';

/** What a form of the request is called; product names are the same in every language. */
export function exportName(format: ExportFormat): string {
  switch (format) {
    case 'curl':
      return 'curl';
    case 'genesys-cli':
      return 'Genesys CLI';
    case 'terraform':
      return 'Terraform';
    case 'json':
      return 'JSON';
  }
}
