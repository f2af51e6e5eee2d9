package dev.parley.user;

/**
 * A password that is good enough.
 *
 * @param text see {@link PasswordPolicy}
 */
public record NewPassword(String text) {
  /**
   * The password that someone chooses. Estimating it takes milliseconds: call it outside of
   * transactions.
   *
   * @param field the field of the input that it came in
   * @param names what an attacker would try first: the user's own names
   * @throws dev.parley.platform.InvalidInputException with the reason, if it will not do
   */
  public static NewPassword of(String field, String text, String... names) {
    PasswordPolicy.check(field, text, names);
    return new NewPassword(text);
  }

  /** What to store of it. Takes long: call it in the {@link PasswordLane}. */
  public String hashed() {
    return Passwords.hash(text);
  }

  @Override
  public String toString() {
    return "NewPassword[]"; // a password must not reach a log
  }
}
