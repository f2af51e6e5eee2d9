// What administration is made of: nobody else needs it.
import '../ui/confirm-dialog.js';
import './audit-filters.js';
import './audit-trail.js';
import './link-dialog.js';
import './people-list.js';
import './person-access.js';
import './person-picker.js';
import './person-role.js';
import './person-sessions.js';
import './person-page.js';
import './admin-page.js'; // the last, for it draws all the others
