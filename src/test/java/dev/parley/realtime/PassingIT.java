package dev.parley.realtime;

import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is of the moment: typing, read markers, names; and the right to stay. */
@ParleyTest
class PassingIT {
  private final Person ana;
  private final Person bo;
  private final Person cy;
  private long room;

  PassingIT(People people) {
    this.ana = people.ana();
    this.bo = people.bo();
    this.cy = people.cy();
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
    bo.joins(room);
  }

  @Test
  void theOthersInTheRoomHearWhoIsTyping() {
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online()) {
      bos.send("typing", Map.of("room", room));
      JsonNode frame = anas.awaitEvent("typing");
      assertThat(frame.path("room").asLong()).isEqualTo(room);
      assertThat(frame.path("user").asLong()).isEqualTo(bo.id());
      bos.ask("read", Map.of("room", room, "seq", 0));
      assertThat(bos.frames()).noneMatch(f -> f.path("ev").asText().equals("typing"));
    }
  }

  @Test
  void oneASecondGoesOut() {
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online()) {
      for (int i = 0; i < 50; i++) {
        bos.send("typing", Map.of("room", room));
      }
      anas.awaitEvent("typing");
      bo.says(room, "said after typing");
      anas.awaitMessage(room, "said after typing");
      assertThat(anas.frames())
          .filteredOn(f -> f.path("ev").asText().equals("typing"))
          .hasSizeBetween(1, 3);
    }
  }

  @Test
  void anOutsiderTypesToNobody() {
    try (ChatSocket anas = ana.online();
        ChatSocket cys = cy.online()) {
      assertThat(cys.askAndFail("typing", Map.of("room", room)).path("code").asText())
          .isEqualTo("not_found");
      bo.says(room, "meanwhile");
      anas.awaitMessage(room, "meanwhile");
      assertThat(anas.frames()).noneMatch(f -> f.path("ev").asText().equals("typing"));
    }
  }

  @Test
  void inASmallRoomTheOthersHearWhoHasRead() {
    ana.says(room, "read this");
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online()) {
      bos.ask("read", Map.of("room", room, "seq", 1));
      JsonNode frame = anas.awaitEvent("read");
      assertThat(frame.path("user").asLong()).isEqualTo(bo.id());
      assertThat(frame.path("seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void everyoneHearsANewName() {
    try (ChatSocket anas = ana.online()) {
      bo.api().patch("/api/users/me", Map.of("displayName", "Bo of the garden")).expect(200);
      JsonNode frame = anas.awaitEvent("user");
      assertThat(frame.at("/user/id").asLong()).isEqualTo(bo.id());
      assertThat(frame.at("/user/name").asText()).isEqualTo("Bo of the garden");
      bo.api().patch("/api/users/me", Map.of("displayName", bo.username())).expect(200);
    }
  }

  @Test
  void aTicketOfOnesOwnRenewsTheRightToStay() {
    try (ChatSocket bos = bo.online()) {
      assertThat(bos.ask("auth", Map.of("ticket", ticket(bo))).isObject()).isTrue();
      assertThat(bos.askAndFail("auth", Map.of("ticket", ticket(ana))).path("status").asInt())
          .isEqualTo(401);
      assertThat(bos.askAndFail("auth", Map.of("ticket", "made up")).path("status").asInt())
          .isEqualTo(401);
      assertThat(ana.api().get(room(room)).expect(200).json().path("id").asLong()).isEqualTo(room);
      assertThat(bos.isOpen()).isTrue();
    }
  }

  private static String ticket(Person who) {
    return who.api().post("/api/realtime/tickets").expect(200).json().path("ticket").asText();
  }
}
