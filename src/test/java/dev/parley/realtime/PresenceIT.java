package dev.parley.realtime;

import static dev.parley.testing.ChatSocket.presence;
import static dev.parley.testing.Paths.member;
import static dev.parley.testing.Paths.members;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is here, as those hear it who share a room. */
@ParleyTest
class PresenceIT {
  private final People people;
  private final Person ana;
  private final Person bo;
  private long room;

  PresenceIT(People people) {
    this.people = people;
    this.ana = people.newcomer();
    this.bo = people.newcomer();
  }

  @BeforeEach
  void shareARoom() {
    room = ana.makesRoom(Map.of("name", "private " + Names.unique(), "kind", "PRIVATE"));
    ana.api().post(members(room), Map.of("userId", bo.id())).expect(201);
  }

  @Test
  void othersHearWhoComesAndGoes() {
    try (ChatSocket anas = ana.online()) {
      ChatSocket bos = bo.online();
      anas.awaitNext("bo is here", presence(bo, "online"));
      bos.close();
      anas.awaitNext("bo has gone", presence(bo, "offline"));
    }
  }

  @Test
  void whoeverComesHearsWhoIsHere() {
    try (ChatSocket bos = bo.online();
        ChatSocket anas = ana.online()) {
      bos.awaitNext("ana is here", presence(ana, "online"));
      anas.awaitNext("bo is here", presence(bo, "online"));
    }
  }

  @Test
  void someoneIsHereWhileOneOfTheirConnectionsLives() {
    ChatSocket first = bo.online();
    try (ChatSocket anas = ana.online();
        ChatSocket second = bo.online()) {
      anas.awaitNext("bo is here", presence(bo, "online"));
      first.close();
      second.ask("read", Map.of("room", room, "seq", 0));
      Person cy = people.newcomer();
      ana.api().post(members(room), Map.of("userId", cy.id())).expect(201);
      ChatSocket cys = cy.online();
      anas.awaitNext("cy is here", presence(cy, "online"));
      cys.cut();
      anas.awaitNext("cy, who came and went after bo's first", presence(cy, "offline"));
      assertThat(anas.frames()).noneMatch(presence(bo, "offline"));
    }
  }

  @Test
  void whoeverIsLetInMeetsThoseWhoAreHere() {
    Person cy = people.newcomer();
    try (ChatSocket anas = ana.online();
        ChatSocket cys = cy.online()) {
      ana.api().post(members(room), Map.of("userId", cy.id())).expect(201);
      anas.awaitNext("cy is here", presence(cy, "online"));
      cys.awaitNext("ana is here", presence(ana, "online"));
    }
  }

  @Test
  void whoeverSharesNoRoomHearsNothing() {
    Person cy = people.newcomer();
    ana.api().delete(member(room, bo)).expect(204);
    try (ChatSocket anas = ana.online();
        ChatSocket cys = cy.online();
        ChatSocket bos = bo.online()) {
      long other = bo.makesRoom();
      cy.joins(other);
      cys.awaitNext("bo is here", presence(bo, "online"));
      bos.awaitNext("cy is here", presence(cy, "online"));
      assertThat(anas.frames()).noneMatch(PresenceIT::isPresence);
      assertThat(bos.frames()).noneMatch(presence(ana, "online"));
    }
  }

  @Test
  void inALargeRoomNobodyIsTold() {
    Person cy = people.newcomer();
    long crowd = cy.makesRoom();
    for (int i = 0; i < 50; i++) {
      people.newcomer().joins(crowd);
    }
    Person di = people.newcomer();
    di.joins(crowd);
    try (ChatSocket cys = cy.online();
        ChatSocket dis = di.online()) {
      long small = cy.makesRoom();
      ana.joins(small);
      try (ChatSocket anas = ana.online()) {
        anas.awaitNext("cy is here", presence(cy, "online"));
        cys.awaitNext("ana is here, who came last", presence(ana, "online"));
      }
      assertThat(cys.frames()).noneMatch(presence(di, "online"));
      assertThat(dis.frames()).noneMatch(PresenceIT::isPresence);
    }
  }

  private static boolean isPresence(JsonNode frame) {
    return frame.path("ev").asText().equals("presence");
  }
}
