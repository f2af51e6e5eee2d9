import { request } from '../api.js';

const PATIENCE_MS = 3_000;
const UNKNOWN = { registration: 'OPEN', setUp: false };
let asked;

/**
 * Who may sign up, and whether the server still waits for its first administrator. Asked once, or `again`. Without
 * an answer it is as if everyone may, so that nobody stands before a door that is open: the server decides anyway.
 */
export function door({ again = false } = {}) {
  if (again || !asked) {
    asked = Promise.race([ask(), silence()]);
  }
  return asked;
}

async function ask() {
  try {
    return (await request('GET', 'api/server')) ?? UNKNOWN;
  } catch {
    asked = undefined; // the next page asks again
    return UNKNOWN;
  }
}

function silence() {
  return new Promise((answer) => setTimeout(answer, PATIENCE_MS, UNKNOWN));
}
