package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.NotFoundException;
import dev.parley.platform.PageRequest;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
  private final TestClock clock = new TestClock();
  private final TestDatabase database = new TestDatabase();
  private final UserService users = Users.service(database, clock);
  private final AccountService accounts = new AccountService();
  private long ana;
  private long bo;

  @BeforeEach
  void open() {
    accounts.entities = database.entities();
    accounts.revs = Users.revs(database);
    accounts.clock = clock;
    ana = register("ana");
    bo = register("bo");
    run(() -> accounts.become(ana, Role.ADMIN));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theLastAdministratorStays() {
    assertThatThrownBy(() -> run(() -> accounts.become(ana, Role.USER)))
        .isInstanceOf(LastAdminException.class);
    assertThatThrownBy(() -> run(() -> accounts.disable(ana)))
        .isInstanceOf(LastAdminException.class);
    assertThat(accounts.get(ana).role()).isEqualTo(Role.ADMIN);
    assertThat(accounts.get(ana).disabledAt()).isNull();
  }

  @Test
  void whoIsShutOutIsNoOtherAdministrator() {
    run(() -> accounts.become(bo, Role.ADMIN));
    run(() -> accounts.disable(bo));
    assertThatThrownBy(() -> run(() -> accounts.disable(ana)))
        .isInstanceOf(LastAdminException.class);
    run(() -> accounts.enable(bo));
    assertThat(run(() -> accounts.become(ana, Role.USER))).isTrue();
  }

  @Test
  void whatIsSoAlreadyIsNotDoneAgain() {
    assertThat(run(() -> accounts.become(bo, Role.USER))).isFalse();
    assertThat(run(() -> accounts.enable(bo))).isFalse();
    assertThat(run(() -> accounts.disable(bo))).isTrue();
    assertThat(run(() -> accounts.disable(bo))).isFalse();
  }

  @Test
  void whoIsNotThereIsNotChanged() {
    assertThatThrownBy(() -> run(() -> accounts.disable(99))).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> run(() -> accounts.become(99, Role.ADMIN)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void accountsAreFoundByTheBeginningOfAName() {
    assertThat(names("")).containsExactly("ana", "bo");
    assertThat(names("AN")).containsExactly("ana");
    assertThat(names("%")).isEmpty();
  }

  private List<String> names(String query) {
    return accounts.list(query, PageRequest.of(null, null)).stream()
        .map(Account::username)
        .toList();
  }

  private long register(String username) {
    NewUser newcomer = Registration.of(username, "correct horse battery staple", null).hashed();
    return run(() -> users.register(newcomer)).id();
  }

  private <T> T run(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
