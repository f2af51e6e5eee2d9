import { field } from '../ui/field.js';

/** The name of an account, which the form begins with. */
export function usernameField({ error }) {
  return field({
    name: 'username',
    label: 'Username',
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: 'false',
    autofocus: true,
    error,
  });
}
