// The README and the changelog as people read them in a store and in VS Code: there each stands alone, so pictures and links
// to files of this repository would lead nowhere.
//
// What is only for those who have the repository stands between these two comments.
const ONLY_HERE = /<!-- only in the repository -->\n[\s\S]*?<!-- everywhere -->\n\n?/g;
const PICTURES = /<picture>[\s\S]*?<\/picture>\n\n?|^!\[[^\]]*\]\([^)]*\)\n\n?/gm;
const LINK_TO_A_FILE = /\[([^\]]+)\]\((?![a-z]+:|#)[^)]*\)/g;

/**
 * A page without pictures, with the words of links to files, and without what is only for the repository.
 *
 * @param {string} page Markdown
 * @returns {string}
 */
export function packedPage(page) {
  return page.replace(ONLY_HERE, '').replace(PICTURES, '').replace(LINK_TO_A_FILE, '$1');
}
