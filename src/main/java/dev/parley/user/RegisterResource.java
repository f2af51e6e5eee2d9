package dev.parley.user;

import dev.parley.platform.Client;
import dev.parley.platform.Settings;
import dev.parley.platform.Try;
import dev.parley.platform.TryLimit;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Signing up. */
@Path("register")
@ApplicationScoped
@PermitAll
@LocalAccounts
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
  @Inject SignUpService door;
  @Inject PasswordLane lane;
  @Inject Settings settings;
  @Inject Clock clock;
  private TryLimit limit;

  @PostConstruct
  void limit() {
    limit = new TryLimit(settings.limits().register(), Duration.ofHours(1), clock);
  }

  @POST
  public CompletionStage<Response> register(SignUp wish, @Context HttpServletRequest request) {
    String network = Client.of(request, settings).network();
    limit.check(network);
    return lane.run(() -> created(register(wish, network)));
  }

  private UserView register(SignUp wish, String network) {
    try (Try turn = limit.begin(network)) {
      UserView user = door.signUp(wish, network);
      turn.spend();
      return user;
    }
  }

  private static Response created(UserView user) {
    return Response.status(Response.Status.CREATED)
        .entity(new Registered("Welcome, " + user.displayName() + ".", user))
        .build();
  }
}
