import { field } from '../ui/field.js';

/** A password that somebody chooses. */
export function newPasswordField({ name, label, error, autofocus = false }) {
  return field({
    name,
    label,
    type: 'password',
    autocomplete: 'new-password',
    autofocus,
    hint: 'At least 8 characters. A few words together work well.',
    error,
  });
}
