/** The operator's API over the other features: accounts, invitations and the audit trail. */
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
