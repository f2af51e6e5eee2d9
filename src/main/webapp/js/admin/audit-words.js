import { html } from '../lit.js';

/** What each kind of entry is called in a list of kinds, and how one of them is told. */
const KINDS = {
  SERVER_SET_UP: {
    name: 'Server set up',
    told: ({ actor }) => html`${actor} became the first administrator`,
  },
  REFRESH_TOKEN_REUSED: {
    name: 'Sessions ended for safety',
    told: ({ subject }) => html`A session of ${subject} was ended, because somebody used a copy of it`,
  },
  PASSWORD_CHANGED: {
    name: 'Passwords changed',
    told: ({ actor }) => html`${actor} changed their password`,
  },
  PASSWORD_LINK_MADE: {
    name: 'Password links made',
    told: ({ actor, subject }) => html`${actor} made a new password link for ${subject}`,
  },
  PASSWORD_RESET: {
    name: 'Passwords chosen by a link',
    told: ({ actor }) => html`${actor} chose a new password by a link`,
  },
  INVITATION_MADE: {
    name: 'Invitations made',
    told: ({ actor }) => html`${actor} made an invitation`,
  },
  INVITATION_USED: {
    name: 'Invitations used',
    told: ({ actor, subject }) => html`${actor} signed up by an invitation from ${subject}`,
  },
  USER_DISABLED: {
    name: 'Accounts disabled',
    told: ({ actor, subject }) => html`${actor} disabled ${subject}`,
  },
  USER_ENABLED: {
    name: 'Accounts enabled',
    told: ({ actor, subject }) => html`${actor} enabled ${subject}`,
  },
  ROLE_CHANGED: {
    name: 'Roles changed',
    told: ({ actor, subject, detail }) => {
      const [role, byGroup] = detail.split(', ');
      const isAdmin = role.toUpperCase() === 'ADMIN';
      return byGroup ? roleByGroup(subject, isAdmin) : roleBy(actor, subject, isAdmin);
    },
  },
  SESSIONS_ENDED: {
    name: 'People signed out',
    told: ({ actor, subject, detail }) =>
      html`${actor} signed ${subject} out everywhere (${detail} ${detail === '1' ? 'device' : 'devices'})`,
  },
  ENDED_BY_PROVIDER: {
    name: 'Sessions ended by single sign-on',
    told: ({ subject }) => html`The identity provider ended a session of ${subject}`,
  },
};

/** Kinds of entries with their names. */
export const kinds = Object.entries(KINDS).map(([kind, { name }]) => [kind, name]);

/** An entry as a sentence. One of a kind that this page does not know yet is told by its name. */
export function told({ action, actor, subject, detail }) {
  const entry = { actor: linkTo(actor), subject: linkTo(subject), detail };
  return KINDS[action]?.told(entry) ?? html`${entry.actor}: ${action} ${subject ? entry.subject : ''}`;
}

function roleBy(actor, subject, isAdmin) {
  return isAdmin
    ? html`${actor} made ${subject} an administrator`
    : html`${actor} took administration away from ${subject}`;
}

function roleByGroup(subject, isAdmin) {
  return isAdmin
    ? html`${subject} became an administrator by a group at the identity provider`
    : html`${subject} is no administrator any more, by the groups at the identity provider`;
}

function linkTo(person) {
  return person
    ? html`<a href="admin/users/${person.id}"><bdi>${person.name || `Person ${person.id}`}</bdi></a>`
    : 'Somebody';
}
