package dev.parley.admin;

import dev.parley.user.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts by id.
 *
 * @param next the cursor of the next page; null where this is the last
 */
public record AccountPage(List<Account> users, @Nullable String next) {}
