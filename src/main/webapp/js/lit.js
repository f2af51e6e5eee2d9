// The only script that names the library and its version; index.html loads it ahead.
export { html, svg, nothing, render } from '../webjars/lit-html/3.3.1/lit-html.js';
export { keyed } from '../webjars/lit-html/3.3.1/directives/keyed.js';
export { repeat } from '../webjars/lit-html/3.3.1/directives/repeat.js';
