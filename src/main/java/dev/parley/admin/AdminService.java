package dev.parley.admin;

import dev.parley.audit.AuditAction;
import dev.parley.audit.AuditCursor;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditLine;
import dev.parley.audit.AuditTrail;
import dev.parley.platform.PageRequest;
import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import dev.parley.session.SessionList;
import dev.parley.session.SessionService;
import dev.parley.user.Account;
import dev.parley.user.AccountService;
import dev.parley.user.DecidedByProviderException;
import dev.parley.user.IssuedLink;
import dev.parley.user.LinkKind;
import dev.parley.user.OneTimeLinks;
import dev.parley.user.Person;
import dev.parley.user.Role;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What administrators do to accounts: each act with its line in the trail, or neither. */
@Stateless
public class AdminService {
  /** The user's current session, where it is not theirs that asks. */
  private static final long NONE = 0;

  @Inject AccountService accounts;
  @Inject SessionService sessions;
  @Inject OneTimeLinks links;
  @Inject UserService users;
  @Inject AuditTrail audit;
  @Inject Settings settings;

  /**
   * Changes an account; what is so already is not done again. Who is shut out loses all sessions.
   *
   * @throws dev.parley.platform.NotFoundException if there is none
   * @throws dev.parley.user.LastAdminException if no active administrator would be left
   * @throws DecidedByProviderException if roles follow from groups at the identity provider
   */
  public Account change(Admin admin, long userId, AccountChange change) {
    Account account = accounts.get(userId);
    if (change.role() != null) {
      requireOwnRoles();
      if (change.role() != account.role()) {
        changeRole(admin, userId, change.role());
      }
    }
    if (change.disabled() != null && change.disabled() != (account.disabledAt() != null)) {
      changeAccess(admin, userId, change.disabled());
    }
    return accounts.get(userId);
  }

  private void requireOwnRoles() {
    if (settings.provider().filter(ProviderSettings::decidesRoles).isPresent()) {
      throw new DecidedByProviderException();
    }
  }

  private void changeRole(Admin admin, long userId, Role role) {
    if (accounts.become(userId, role)) {
      audit.note(admin.act(AuditAction.ROLE_CHANGED, userId, role.name().toLowerCase(Locale.ROOT)));
    }
  }

  private void changeAccess(Admin admin, long userId, boolean disabled) {
    if (disabled && accounts.disable(userId)) {
      sessions.endAll(userId);
      links.forget(LinkKind.PASSWORD, userId);
      audit.note(admin.act(AuditAction.USER_DISABLED, userId, ""));
    } else if (!disabled && accounts.enable(userId)) {
      audit.note(admin.act(AuditAction.USER_ENABLED, userId, ""));
    }
  }

  /**
   * Where someone is signed in.
   *
   * @throws dev.parley.platform.NotFoundException if there is no such user
   */
  public SessionList sessions(long userId, PageRequest page) {
    accounts.get(userId);
    return sessions.of(userId, NONE, page);
  }

  /**
   * Ends all sessions of someone.
   *
   * @throws dev.parley.platform.NotFoundException if there is no such user
   */
  public void endSessions(Admin admin, long userId) {
    int ended = sessions.endAll(userId);
    if (ended > 0) {
      audit.note(admin.act(AuditAction.SESSIONS_ENDED, userId, Integer.toString(ended)));
    }
  }

  /**
   * Makes a link by which someone chooses a new password.
   *
   * @throws dev.parley.platform.NotFoundException if there is no such user
   */
  public IssuedLink passwordLink(Admin admin, long userId) {
    accounts.get(userId);
    audit.note(admin.act(AuditAction.PASSWORD_LINK_MADE, userId, ""));
    return links.issue(LinkKind.PASSWORD, userId, admin.id());
  }

  /** Makes a link by which one person signs up. */
  public IssuedLink invitation(Admin admin) {
    audit.note(admin.act(AuditAction.INVITATION_MADE, null, ""));
    return links.issue(LinkKind.INVITATION, null, admin.id());
  }

  /** Reads the trail. */
  public AuditPage trail(
      @Nullable AuditAction action,
      @Nullable Long userId,
      @Nullable AuditCursor before,
      int limit) {
    List<AuditLine> found = audit.lines(new AuditFilter(action, userId, before, limit + 1));
    List<AuditLine> lines = found.subList(0, Math.min(limit, found.size()));
    Map<Long, Person> people =
        users.people(lines.stream().flatMap(AdminService::concerned).distinct().toList());
    String next = null;
    if (found.size() > limit) {
      AuditLine last = lines.get(limit - 1);
      next = new AuditCursor(last.at(), last.id()).text();
    }
    return new AuditPage(lines.stream().map(line -> view(line, people)).toList(), next);
  }

  private static Stream<Long> concerned(AuditLine line) {
    return Stream.of(line.act().actorId(), line.act().subjectId()).filter(Objects::nonNull);
  }

  private static AuditView view(AuditLine line, Map<Long, Person> people) {
    return new AuditView(
        line.id(),
        line.at(),
        line.act().action(),
        person(line.act().actorId(), people),
        person(line.act().subjectId(), people),
        line.act().network(),
        line.act().detail());
  }

  private static @Nullable Person person(@Nullable Long id, Map<Long, Person> people) {
    return id == null ? null : people.getOrDefault(id, Person.nameless(id));
  }
}
