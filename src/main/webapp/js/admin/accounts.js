import { sessionPage } from '../account/sessions.js';
import { call } from '../api.js';

const PAGE = 50;

/** Accounts whose name begins like `query`, a page at a time. */
export async function findAccounts(query, cursor) {
  const { users, next } = await call('GET', `api/admin/users?${parameters({ query, cursor, limit: PAGE })}`);
  return { items: users, next };
}

export function accountOf(id) {
  return call('GET', `api/admin/users/${id}`);
}

/** `change`: another `role`, or whether the account is `disabled`. */
export function changeAccount(id, change) {
  return call('PATCH', `api/admin/users/${id}`, change);
}

/** Where somebody is signed in, a page at a time. */
export function sessionsOf(id, cursor) {
  return sessionPage(`api/admin/users/${id}/sessions`, cursor);
}

export function endSessions(id) {
  return call('DELETE', `api/admin/users/${id}/sessions`);
}

/** A link by which somebody chooses a new password: `{link, expiresAt}`, told this once. */
export function passwordLink(id) {
  return linkTo('new-password', `api/admin/users/${id}/password-link`);
}

/** A link by which one person signs up: `{link, expiresAt}`, told this once. */
export function invitation() {
  return linkTo('sign-up', 'api/admin/invitations');
}

/** What was done, the newest first, a page at a time. */
export async function auditTrail({ action, user }, cursor) {
  const { entries, next } = await call('GET', `api/admin/audit?${parameters({ action, user, cursor, limit: PAGE })}`);
  return { items: entries, next };
}

/** The address of the trail, of one kind or about one person. */
export function auditHref(filter) {
  const asked = String(parameters(filter));
  return asked ? `admin/audit?${asked}` : 'admin/audit';
}

/** Only those that say something. */
export function parameters(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}

// What stands behind # is sent to no server, and so to no log.
async function linkTo(page, path) {
  const { secret, expiresAt } = await call('POST', path);
  return { link: new URL(`${page}#${secret}`, document.baseURI).href, expiresAt };
}
