import { MessageLog } from '../message/message-log.js';

const MOST_UNREAD = 99; // the server counts no further either

/** One room as the page knows it. Each part is replaced only by a newer one. */
export class Room {
  log = new MessageLog();
  members = new Map(); // user id -> {user, role, rev, left}
  membersLoaded = false;
  quoted = new Map(); // seq -> message that another one answers; null while it is asked for
  loaded = false; // the newest page is here
  unread = 0;
  readSeq = 0;
  lastSeq = 0;
  rev = 0; // the newest change that has been seen
  #headRev = -1;

  constructor(id) {
    this.id = id;
  }

  /** Takes a whole room object, in which the server has already counted what is unread. */
  adopt(head, rev) {
    this.describe(head, rev);
    this.rev = Math.max(this.rev, rev);
    this.role = head.role;
    this.lastSeq = Math.max(this.lastSeq, head.lastSeq ?? 0);
    this.readSeq = Math.max(this.readSeq, head.readSeq ?? 0);
    this.unread = this.readSeq > (head.readSeq ?? 0) ? this.#countUnread() : (head.unread ?? 0);
  }

  describe(head, rev) {
    if (rev < this.#headRev) {
      return;
    }
    this.#headRev = rev;
    this.name = head.name ?? 'Direct messages';
    this.kind = head.kind;
    this.description = head.description ?? '';
    this.createdAt = head.createdAt;
    this.archived = head.archived ?? false;
    if (this.archived) {
      this.unread = 0; // it asks for nobody's attention
    }
  }

  get isPrivate() {
    return this.kind !== 'PUBLIC';
  }

  /** Replaces all that is held by the newest page. */
  reset(messages) {
    this.log.clear();
    this.log.put(messages);
    this.quoted.clear();
    this.lastSeq = messages.at(-1)?.seq ?? 0;
    this.loaded = true;
    this.members.clear();
    this.membersLoaded = false;
  }

  /** Takes one message as it is now, from whoever told. */
  heard(message, myId) {
    const isNew = message.seq > this.lastSeq;
    this.rev = Math.max(this.rev, message.rev);
    this.log.put([message]);
    if (this.quoted.has(message.seq)) {
      this.keepQuoted(message);
    }
    if (!isNew) {
      return;
    }
    this.lastSeq = message.seq;
    if (message.by.id === myId) {
      this.read(message.seq); // posting moves one's own marker
    } else {
      this.unread = this.#countUnread();
    }
  }

  /** A message if it is known, null while it is asked for. */
  messageAt(seq) {
    return this.log.get(seq) ?? this.quoted.get(seq);
  }

  keepQuoted(message) {
    if (message.rev > (this.quoted.get(message.seq)?.rev ?? 0)) {
      this.quoted.set(message.seq, message);
    }
  }

  read(seq) {
    if (seq > this.readSeq) {
      this.readSeq = seq;
      this.unread = this.#countUnread();
    }
  }

  #countUnread() {
    return this.archived ? 0 : Math.min(MOST_UNREAD, Math.max(0, this.lastSeq - this.readSeq));
  }

  /** Takes what is known of some members; `rev` tells how new that is. */
  meet(members, rev) {
    this.rev = Math.max(this.rev, rev);
    for (const member of members) {
      const held = this.members.get(member.user.id);
      if (!held || rev >= held.rev) {
        this.members.set(member.user.id, { ...member, rev });
      }
    }
  }

  get present() {
    return [...this.members.values()].filter((member) => !member.left);
  }

  rename(user) {
    const member = this.members.get(user.id);
    if (member) {
      this.members.set(user.id, { ...member, user: { ...member.user, ...user } });
    }
    this.log.rename(user);
  }
}
