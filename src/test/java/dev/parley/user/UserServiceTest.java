package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.NotFoundException;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserServiceTest {
  private final TestClock clock = new TestClock();
  private TestDatabase database;
  private UserService users;
  private UserRevs revs;

  @BeforeEach
  void open() {
    database = new TestDatabase();
    users = Users.service(database, clock);
    revs = Users.revs(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theDisplayNameIsTheUsernameWhereNoneIsGiven() {
    UserView ana = register("ana");
    assertThat(ana.displayName()).isEqualTo("ana");
    assertThat(ana.createdAt()).isEqualTo(clock.instant());
    assertThat(users.find(ana.id())).contains(ana);
  }

  @Test
  void aNameThatLooksLikeATakenOneIsTaken() {
    register("Alice");
    assertThatExceptionOfType(UsernameTakenException.class).isThrownBy(() -> register("AIice"));
  }

  @Test
  void aNameThatIsTheUsersAlreadyChangesNothing() {
    UserView ana = register("ana");
    assertThat(database.inTransaction(() -> users.rename(ana.id(), DisplayName.of("ana"))))
        .isEqualTo(ana);
    assertThat(revs.of(ana.id())).isZero();
    database.inTransaction(() -> users.rename(ana.id(), DisplayName.of("Ana")));
    assertThat(revs.of(ana.id())).isEqualTo(1);
  }

  @Test
  void peopleAreFoundByIdInAnyNumber() {
    UserView ana = register("ana");
    UserView bo = register("bo");
    var ids = LongStream.rangeClosed(1, 500).boxed().toList();
    assertThat(users.people(ids))
        .isEqualTo(
            Map.of(ana.id(), new Person(ana.id(), "ana"), bo.id(), new Person(bo.id(), "bo")));
    assertThat(users.active(ids)).containsExactlyInAnyOrder(ana.id(), bo.id());
    assertThat(users.people(List.of())).isEmpty();
  }

  @Test
  void theDirectoryFindsTheBeginningOfEitherNameLiterally() {
    UserView ana = register("ana");
    database.inTransaction(() -> users.rename(ana.id(), DisplayName.of("Ruiz_100%")));
    register("bo");
    assertThat(users.directory("AN", 50)).extracting(DirectoryEntry::id).containsExactly(ana.id());
    assertThat(users.directory("ruiz_", 50)).hasSize(1);
    assertThat(users.directory("ruiz%", 50)).isEmpty();
    assertThat(users.directory("%", 50)).isEmpty();
    assertThat(users.directory("_o", 50)).isEmpty();
    assertThat(users.directory("", 1)).hasSize(1);
  }

  @Test
  void theDirectoryFindsANameInAnyForm() {
    UserView ana = register("ana");
    database.inTransaction(() -> users.rename(ana.id(), DisplayName.of("Zoë Strauß")));
    for (String query : List.of("ZOË STRAUSS", "zoe\u0308\u00A0str", "ｚｏë")) {
      assertThat(users.directory(query, 50)).as(query).hasSize(1);
    }
    assertThat(users.directory("zoe str", 50)).isEmpty();
  }

  @Test
  void revsAdvanceOneByOneForEachOfThose() {
    long ana = register("ana").id();
    long bo = register("bo").id();
    assertThat(database.inTransaction(() -> revs.advance(ana))).isEqualTo(1);
    assertThat(database.inTransaction(() -> revs.advance(List.of(bo, ana, 999L))))
        .isEqualTo(Map.of(ana, 2L, bo, 1L));
    assertThat(revs.of(ana)).isEqualTo(2);
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> revs.of(999));
  }

  private UserView register(String username) {
    NewUser newcomer = Registration.of(username, "correct horse battery staple", null).hashed();
    return database.inTransaction(() -> users.register(newcomer));
  }
}
