/** The path at which Parley is deployed; what is kept in the browser is kept for that. */
export const BASE = new URL(document.baseURI).pathname;
