/** Sentences as one text, where there is no room for paragraphs. Behind a full stop of Japanese no blank follows. */
export function inOneText(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((text, sentence) => `${text}${/(?:^|[。!?])$/.test(text) ? '' : ' '}${sentence}`, '');
}
