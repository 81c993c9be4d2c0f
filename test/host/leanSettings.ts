/** Leaves out what VS Code draws, and looks for, in each editor and beside it, and no test is about. */
export const LEAN_SETTINGS = {
  'editor.bracketPairColorization.enabled': false,
  'editor.colorDecorators': false,
  'editor.cursorBlinking': 'solid',
  'editor.folding': false,
  'editor.guides.indentation': false,
  'editor.links': false,
  'editor.matchBrackets': 'never',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'editor.unicodeHighlight.invisibleCharacters': false,
  // No extension here runs in the page.
  'extensions.webWorker': false,
  // Otherwise, all that runs on this computer is looked through every few seconds for ports to forward.
  'remote.autoForwardPorts': false,
  'workbench.localHistory.enabled': false,
};
