package dev.parley.session;

import dev.parley.audit.Audits;
import dev.parley.platform.AccountLimits;
import dev.parley.platform.ClusterSettings;
import dev.parley.platform.ClusterSettings.Driver;
import dev.parley.platform.IdsOf;
import dev.parley.platform.Installation;
import dev.parley.platform.Proxies;
import dev.parley.platform.Settings;
import dev.parley.platform.SignUps;
import dev.parley.testing.RecordedEvents;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import dev.parley.user.NewUser;
import dev.parley.user.Registration;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import dev.parley.user.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The services of this package on a database without a server, and Ana who uses them. */
final class Sessions implements AutoCloseable {
  static final Duration TOKEN = Duration.ofMinutes(15);
  static final Duration SESSION = Duration.ofDays(30);

  final TestClock clock = new TestClock();
  final TestDatabase database = new TestDatabase();
  final RecordedEvents<SessionsEnded> ended = new RecordedEvents<>();
  final TokenIssuer issuer = new TokenIssuer();
  final SessionService sessions = new SessionService();
  final RefreshService refreshing = new RefreshService();
  final TicketService tickets = new TicketService();
  final SweepService sweep = new SweepService();
  final UserService users = Users.service(database, clock);
  final UserView ana;

  Sessions(Path data) {
    Settings settings = settings(data);
    issuer.settings = settings;
    issuer.clock = clock;
    issuer.loadKey();
    sessions.entities = database.entities();
    sessions.ids = IdsOf.database(database);
    sessions.revs = Users.revs(database);
    sessions.installation = new KnownInstallation();
    sessions.tokens = issuer;
    sessions.ended = ended;
    sessions.settings = settings;
    sessions.clock = clock;
    refreshing.entities = database.entities();
    refreshing.sessions = sessions;
    refreshing.users = users;
    refreshing.installation = new KnownInstallation();
    refreshing.settings = settings;
    refreshing.clock = clock;
    refreshing.audit = Audits.trail(database, clock);
    tickets.entities = database.entities();
    tickets.sessions = sessions;
    tickets.settings = settings;
    tickets.clock = clock;
    sweep.entities = database.entities();
    sweep.clock = clock;
    ana = register("ana");
  }

  static Settings settings(Path data) {
    return new Settings(
        data,
        data.resolve("token-key.jwk"),
        TOKEN,
        SESSION,
        SignUps.OPEN,
        new Proxies(List.of()),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        new ClusterSettings(
            Driver.LOCAL, List.of(), Optional.empty(), Optional.empty(), Optional.empty()),
        Duration.ZERO,
        new Settings.Limits(
            10,
            20,
            5,
            20,
            10_000,
            new AccountLimits(10, 10, 120, 1_000, 5_000, 2_000, 100, 200, 3)));
  }

  UserView register(String username) {
    NewUser newcomer = Registration.of(username, "correct horse battery staple", null).hashed();
    return database.inTransaction(() -> users.register(newcomer));
  }

  Grant open() {
    return database.inTransaction(() -> sessions.open(ana, "a test"));
  }

  Optional<Grant> refresh(RefreshToken token) {
    return database.inTransaction(() -> refreshing.refresh(token, "192.0.2.1"));
  }

  boolean end(long sessionId) {
    return database.inTransaction(() -> sessions.end(ana.id(), sessionId));
  }

  @Override
  public void close() {
    database.close();
  }

  private static final class KnownInstallation extends Installation {
    @Override
    public String refreshKey() {
      return "the installation's";
    }
  }
}
