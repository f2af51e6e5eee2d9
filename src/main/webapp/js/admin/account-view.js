import { ActView } from '../ui/act-view.js';
import { changeAccount } from './accounts.js';

/** A part of a person's page that changes the account. */
export class AccountView extends ActView {
  #account;

  set account(account) {
    this.#account = account;
    this.update();
  }

  get account() {
    return this.#account;
  }

  async change(change) {
    const account = await changeAccount(this.#account.id, change);
    this.dispatchEvent(new CustomEvent('account-changed', { bubbles: true, detail: account }));
  }
}
