/** The languages in which the org speaks. */
export type Language = 'en' | 'ja';

/**
 * The language that an Accept-Language header prefers among ours; English when it prefers none of them.
 * Takes the header as it came; weights (`;q=`) count, order decides between equal weights.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const wish = wishes.find(({ language }) => language === 'ja' || language === 'en');
  return wish?.language === 'ja' ? 'ja' : 'en';
}
