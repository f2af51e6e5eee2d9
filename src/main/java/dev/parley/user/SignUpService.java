package dev.parley.user;

import dev.parley.platform.AgainAfterDeadlock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Signing up. Hashes, outside of transactions: call it in the {@link PasswordLane}. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class SignUpService {
  @Inject RegistrationService registrations;
  @Inject UserService users;

  /**
   * Makes an account. What can be refused is refused before the work of hashing.
   *
   * @param network where the request comes from
   * @throws RegistrationClosedException if this is not open to everyone, and no invitation is shown
   * @throws UsernameTakenException if someone has this name, or one that looks like it
   * @throws dev.parley.platform.InvalidInputException if a name, the password or an invitation will
   *     not do
   */
  public UserView signUp(SignUp wish, String network) {
    registrations.requireWelcome(wish.shown());
    Registration registration = wish.registration();
    users.requireFree(registration.username());
    return registrations.add(registration.hashed(), wish.shown(), network);
  }
}
