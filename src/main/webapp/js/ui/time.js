// In the reader's own language and time zone.
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const SHORT_DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const DAY_AND_YEAR = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

export const clock = (at) => CLOCK.format(new Date(at));
/** The time as short as it gets, for where the full one stands beside it: without AM or PM. */
export const shortClock = (at) =>
  CLOCK.formatToParts(new Date(at))
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim();
export const fullTime = (at) => FULL.format(new Date(at));
export const moment = (at) => MOMENT.format(new Date(at));
export const date = (at) => DATE.format(new Date(at));
export const shortDate = (at) => SHORT_DATE.format(new Date(at));

/** How long ago, such as "5 minutes ago"; the date where that is a week or more. */
export function ago(at, now = Date.now()) {
  const passed = Math.max(0, now - new Date(at));
  if (passed < HOUR_MS) {
    return RELATIVE.format(-Math.round(passed / MINUTE_MS), 'minute');
  }
  if (passed < DAY_MS) {
    return RELATIVE.format(-Math.round(passed / HOUR_MS), 'hour');
  }
  return passed < WEEK_MS ? RELATIVE.format(-Math.round(passed / DAY_MS), 'day') : date(at);
}

export function sameDay(a, b) {
  return midnight(a) === midnight(b);
}

/** "Today", "Yesterday", or the day. */
export function dayName(at, now = new Date()) {
  const daysAgo = Math.round((midnight(now) - midnight(at)) / DAY_MS); // a day may have 23 or 25 hours
  if (daysAgo === 0 || daysAgo === 1) {
    return capitalised(RELATIVE.format(-daysAgo, 'day'));
  }
  const sameYear = new Date(at).getFullYear() === now.getFullYear();
  return capitalised((sameYear ? DAY : DAY_AND_YEAR).format(new Date(at)));
}

function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}

function capitalised(text) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
