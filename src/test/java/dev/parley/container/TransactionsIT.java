package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Draft;
import dev.parley.message.MessageService;
import dev.parley.message.Outcome;
import dev.parley.message.Outcome.Posted;
import dev.parley.platform.NotFoundException;
import dev.parley.room.NewRoom;
import dev.parley.room.RoomCounters;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomService;
import dev.parley.room.RoomView;
import dev.parley.session.SessionService;
import dev.parley.user.Registration;
import dev.parley.user.UserService;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds inside the server only: transactions, who is told after them, and who is let in. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
  private static final long UNDER_WAY = 500; // ms until another transaction waits or is over

  @Deployment
  static WebArchive war() {
    return BuiltWar.with(TransactionsIT.class, Heard.class, BuiltWar.class);
  }

  @Inject UserService users;
  @Inject RoomService rooms;
  @Inject RoomQueries queries;
  @Inject MessageService messages;
  @Inject RoomCounters counters;
  @Inject SessionService sessions;
  @Inject Heard heard;
  @Resource UserTransaction transaction;
  @Resource ManagedExecutorService executor;

  private long ana;

  @BeforeEach
  void registerAna() {
    ana = register();
  }

  @Test
  void whatIsRolledBackWasNeverThere() throws Exception {
    transaction.begin();
    RoomView room = makeRoom();
    transaction.rollback();
    assertThatThrownBy(() -> queries.visible(ana, room.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void nobodyIsToldOfWhatIsRolledBack() throws Exception {
    RoomView room = makeRoom();
    long before = heard.rev(room.id());
    transaction.begin();
    post(room);
    transaction.rollback();
    assertThat(heard.rev(room.id())).isEqualTo(before);
    assertThat(queries.visible(ana, room.id()).lastSeq()).isZero();
  }

  @Test
  void whatIsCommittedIsToldAfterwards() throws Exception {
    RoomView room = makeRoom();
    long before = heard.rev(room.id());
    transaction.begin();
    post(room);
    assertThat(heard.rev(room.id())).isEqualTo(before);
    transaction.commit();
    assertThat(heard.rev(room.id())).isEqualTo(before + 1);
    assertThat(queries.visible(ana, room.id()).lastSeq()).isEqualTo(1);
  }

  @Test
  void aSessionIsGoodUntilItsEndIsCommitted() throws Exception {
    long session = sessions.open(users.find(ana).orElseThrow(), "a test").sessionId();
    transaction.begin();
    sessions.end(ana, session);
    transaction.rollback();
    assertThat(sessions.live(session)).isPresent();
    assertThat(heard.hasEnded(session)).isFalse();
    sessions.end(ana, session);
    assertThat(sessions.live(session)).isEmpty();
    assertThat(heard.hasEnded(session)).isTrue();
  }

  @Test
  void whoeverHasNoVerifiedTokenIsNobody() {
    Principal ofAnotherKind = () -> Long.toString(ana);
    assertThat(sessions.admit(null)).isEmpty();
    assertThat(sessions.admit(ofAnotherKind)).isEmpty();
  }

  @Test
  void aRoomsLogIsWrittenInATransactionOnly() {
    RoomView room = makeRoom();
    assertThatThrownBy(() -> counters.lock(room.id(), 1))
        .isInstanceOf(EJBTransactionRequiredException.class);
    assertThat(queries.visible(ana, room.id()).lastRev()).isEqualTo(room.lastRev());
  }

  /** Each joins a room and writes to their own: all rooms are locked before anyone joins one. */
  @Test
  void whoeverJoinsInOneBatchDoesNotWaitForWhoeverJoinsInAnother() throws Exception {
    long bo = register();
    long cleo = register();
    RoomView first = makeRoom(cleo);
    RoomView second = makeRoom(cleo);
    RoomView anas = makeRoom(ana);
    RoomView bos = makeRoom(bo);
    transaction.begin();
    messages.postAll(List.of(draft(second, bo)));
    Future<List<Outcome>> other =
        executor.submit(() -> messages.postAll(List.of(draft(first, ana), draft(bos, bo))));
    Thread.sleep(UNDER_WAY);
    messages.postAll(List.of(draft(anas, ana)));
    transaction.commit();
    assertThat(other.get()).hasSize(2).hasOnlyElementsOfType(Posted.class);
  }

  private long register() {
    var someone = Registration.of("person" + unique(), "correct horse " + unique(), null);
    return users.register(someone.hashed()).id();
  }

  private RoomView makeRoom() {
    return makeRoom(ana);
  }

  private RoomView makeRoom(long owner) {
    return rooms.create(owner, new NewRoom("room " + unique(), null, null, List.of()));
  }

  private void post(RoomView room) {
    messages.postAll(List.of(draft(room, ana)));
  }

  private static Draft draft(RoomView room, long author) {
    return new Draft(room.id(), author, unique(), "hello", null);
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
