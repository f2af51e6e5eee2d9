import { KeptTexts } from './kept-texts.js';

const texts = new KeptTexts('draft');

/** What was begun in each room. */
export const drafts = {
  of(room) {
    return texts.of(`${room}`) ?? '';
  },

  keep(room, text) {
    texts.keep(`${room}`, text || undefined);
  },

  /** The draft, also of before a reload or of a closed tab. */
  async find(room) {
    await texts.takeOver((key) => key === `${room}`);
    return this.of(room);
  },

  clear() {
    texts.clear();
  },
};
