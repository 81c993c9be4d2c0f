import { columnsOf } from '../../core/texts/columns.ts';

/** The texts of a row of a list to choose from. */
export type RowTexts = { readonly label: string; readonly description?: string; readonly detail?: string };

/**
 * Columns that VS Code shows of a row at its usual width: of the first line, with label and description, and of the second,
 * whose letters are smaller. Whatever is behind them is cut off.
 */
export const LINE_COLUMNS = 75;
export const DETAIL_COLUMNS = 85;

/**
 * The texts of a row as there is room for them: a description that does not fit beside its label stands at the head of the
 * detail, and of a detail only whole sentences are left. A label, and a sentence, are as long as whoever wrote them made them.
 */
export function laidOut<Row extends RowTexts>(row: Row): Row {
  const { label, description = '', detail = '' } = row;
  const isBeside = columnsOf(`${label} ${description}`) <= LINE_COLUMNS;
  const below = isBeside ? detail : [description, detail].filter((part) => part !== '').join(' · ');
  return {
    ...row,
    ...(!isBeside && { description: undefined }),
    ...(below !== '' && { detail: wholeSentences(below) }),
  };
}

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** As many sentences of a text as fit, and at least the first. */
function wholeSentences(text: string): string {
  if (columnsOf(text) <= DETAIL_COLUMNS) return text;
  let shown = '';
  for (const { segment } of SENTENCES.segment(text)) {
    if (shown !== '' && columnsOf((shown + segment).trimEnd()) > DETAIL_COLUMNS) break;
    shown += segment;
  }
  return shown.trimEnd();
}
