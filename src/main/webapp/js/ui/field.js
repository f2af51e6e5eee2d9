import { html, nothing } from '../lit.js';
import { sentence } from './sentence.js';

/** A labelled input with its hint and what is wrong with it. Further attributes of the input come in `input`. */
export function field({ name, label, type = 'text', hint, error, required = true, ...input }) {
  const id = `field-${name}`;
  const notes = [hint && !error && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        name=${name}
        value=${input.value ?? nothing}
        type=${type}
        ?required=${required}
        ?autofocus=${input.autofocus}
        dir=${type === 'text' ? 'auto' : nothing}
        autocomplete=${input.autocomplete ?? 'off'}
        autocapitalize=${input.autocapitalize ?? nothing}
        spellcheck=${input.spellcheck ?? nothing}
        maxlength=${input.maxlength ?? nothing}
        placeholder=${input.placeholder ?? nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${notes || nothing}
      />
      ${hint && !error ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="error" id="${id}-error">${sentence(label, error)}</p>` : nothing}
    </div>
  `;
}
