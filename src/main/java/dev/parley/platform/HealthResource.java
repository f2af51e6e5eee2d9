package dev.parley.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether this node is up, and whether it serves. */
@Path("health")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  @Inject Installation installation;
  @Inject BusHealth bus;

  /** What a probe reads: {@code UP}. */
  public record Health(String status) {}

  /**
   * What a probe reads of a node that serves.
   *
   * @param bus how it hears of the other nodes; whatever it is, the node serves
   */
  public record Readiness(String status, BusHealth.State bus) {}

  @GET
  @Path("live")
  public Health live() {
    return new Health("UP");
  }

  /** Answers 503 where the database does not answer. */
  @GET
  @Path("ready")
  public Readiness ready() {
    try {
      installation.epoch();
    } catch (RuntimeException e) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "The database does not answer.").retryAfter(1_000));
    }
    return new Readiness("UP", bus.bus());
  }
}
