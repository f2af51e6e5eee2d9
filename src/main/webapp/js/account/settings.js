// What the settings are made of: nobody needs it before they are opened.
import './password-form.js';
import './profile-form.js';
import './session-list.js';
import './set-up-form.js';
import './settings-page.js'; // the last, for it draws all the others
