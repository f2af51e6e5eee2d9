package dev.parley.admin;

import dev.parley.audit.Act;
import dev.parley.audit.AuditAction;
import org.jspecify.annotations.Nullable;

/**
 * The administrator who acts.
 *
 * @param network where the request comes from
 */
record Admin(long id, String network) {
  Act act(AuditAction action, @Nullable Long subjectId, String detail) {
    return new Act(action, id, subjectId, network, detail);
  }
}
