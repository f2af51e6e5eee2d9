import { request } from '../api.js';

const PATIENCE_MS = 3_000;
let known = { registration: 'OPEN', setUp: false };
let asked;

/**
 * Who may come in and how: by an account of their own, which they may make or not, or by a `signOn` elsewhere; and
 * whether the server still waits for its first administrator. Asked once, or `again`. Without an answer it is as it
 * was, and at first as if everyone may, so that nobody stands before a door that is open: the server decides anyway.
 */
export function door({ again = false } = {}) {
  if (again || !asked) {
    asked = Promise.race([ask(), silence()]);
  }
  return asked;
}

/** Where everybody's account is instead of here, `{name, decidesRoles}`, if the door has told of such a place. */
export function signOn() {
  return known.signOn;
}

async function ask() {
  try {
    known = (await request('GET', 'api/server')) ?? known;
    asked = Promise.resolve(known); // too late for who has asked, but not for the next page
  } catch {
    asked = undefined; // the next page asks again
  }
  return known;
}

function silence() {
  return new Promise((answer) => setTimeout(() => answer(known), PATIENCE_MS));
}
