import { BASE } from '../base.js';

let wanted = '';

/** Keeps the page that the address bar names, for when somebody has signed in. */
export function wantThisPage() {
  wanted = location.pathname.slice(BASE.length) + location.search;
}

/** The page that somebody wanted who has to sign in first, as a path below the base; empty for none. */
export function wantedPage() {
  return wanted;
}

export function forgetWantedPage() {
  wanted = '';
}
