/**
 * A JWT, or the random letters and digits that Genesys Cloud makes its secrets (43 characters) and its tokens (more) of.
 * An ID is shorter, and a hash has only one case.
 */
export const SECRET_SHAPE =
  /(?<![\w-])(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{40,})(?![\w-])/g;
