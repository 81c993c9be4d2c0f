import Papa from 'papaparse';
import type { CsvLine } from './csv.ts';

/**
 * What a spreadsheet takes for a formula: these signs, also in the width of Japanese letters, at the beginning or behind what
 * nobody sees; and a tab or a line's end, which some programs leave out.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Writes a line of a CSV file. An apostrophe stands before what would be a formula. */
export const csvLine: CsvLine = (values) => `${Papa.unparse([[...values]], { escapeFormulae: FORMULA })}\r\n`;
