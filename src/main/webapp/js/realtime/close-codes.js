/** What a close code of `parley.v1` asks of the client: `reconnect`, `renew` the token first, or `stop`. */
const ACTIONS = new Map([
  [4401, 'renew'],
  [4403, 'stop'],
  [4409, 'stop'],
  [1003, 'stop'],
  [1007, 'stop'],
  [1008, 'stop'],
  [1009, 'stop'],
]);

const REASONS = new Map([
  [4403, 'This server does not let this page or account connect.'],
  [4409, 'Parley is open in too many windows. Close some and try again.'],
]);

export function actionFor(code) {
  return ACTIONS.get(code) ?? 'reconnect'; // 1006, 1012, 4408, 4413, 4429, …
}

export function reasonFor(code) {
  return REASONS.get(code) ?? 'This page and the server do not understand each other. Reload the page.';
}
