package dev.parley.user;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses what belongs to {@link LocalAccounts} where there are none. */
@Provider
@LocalAccounts
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class LocalAccountsFilter implements ContainerRequestFilter {
  private static final ProblemType SINGLE_SIGN_ON =
      new ProblemType(403, "single_sign_on", "People sign in elsewhere");

  @Inject Settings settings;

  @Override
  public void filter(ContainerRequestContext exchange) {
    if (settings.provider().isPresent()) {
      throw new ProblemException(
          SINGLE_SIGN_ON, "Accounts, names and passwords are those of your company's sign-on.");
    }
  }
}
