package dev.parley.admin;

import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditCursor;
import dev.parley.platform.Ids;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who did what. */
@Path("admin/audit")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject AdminService admins;

  /** Reads the trail, the newest line first. */
  @GET
  public AuditPage trail(
      @QueryParam("action") @Nullable String action,
      @QueryParam("user") @Nullable String user,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return admins.trail(
        action == null ? null : action(action),
        user == null ? null : Ids.query("user", user),
        cursor == null ? null : AuditCursor.parse(cursor),
        PageRequest.limit(limit, PageRequest.DEFAULT_LIMIT));
  }

  private static AuditAction action(String name) {
    return Arrays.stream(AuditAction.values())
        .filter(action -> action.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("action", "unknown", "is not one of them"));
  }
}
