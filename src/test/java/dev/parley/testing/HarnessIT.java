package dev.parley.testing;

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
}
