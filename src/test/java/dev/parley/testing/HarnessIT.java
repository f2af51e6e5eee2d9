package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@ParleyTest
class HarnessIT {
  @Test
  void theServerIsUp(Api nobody) {
    nobody.get("/api/health/ready").expect(200);
  }

  @Test
  void whoIsUnknownIsToldSo(Api nobody) {
    nobody.get("/api/users/me").expectProblem(401, "unauthorized");
  }

  @Test
  void theStartPrintsNothingToWorryAbout(ParleyServer server) {
    assertThat(server.startLog())
        .containsAnyOf("Parley is ready", "WFLYSRV0025")
        .doesNotContain("\tat ", "SEVERE", "ERROR");
  }
}
