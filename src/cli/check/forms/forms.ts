import type { Format } from '../checkRequest.ts';
import type { Form } from './form.ts';

/** What writes a format; only that is loaded. */
export async function formOf(format: Format): Promise<Form> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).textForm;
    case 'json':
      return (await import('./json.ts')).jsonForm;
    case 'sarif':
      return (await import('./sarif.ts')).sarifForm;
    case 'github':
      return (await import('./github.ts')).githubForm;
    case 'junit':
      return (await import('./junit.ts')).junitForm;
  }
}
