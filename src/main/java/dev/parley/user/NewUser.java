package dev.parley.user;

/**
 * Someone who is to have an account, with a password that is hashed already.
 *
 * @param passwordHash a PHC string
 */
public record NewUser(Username username, DisplayName displayName, String passwordHash) {
  @Override
  public String toString() {
    return "NewUser[username=" + username + "]"; // a hash must not reach a log
  }
}
