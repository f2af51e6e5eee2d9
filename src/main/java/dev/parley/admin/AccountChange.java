package dev.parley.admin;

import dev.parley.user.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes of an account.
 *
 * @param role another role; null to leave it
 * @param disabled whether the user is shut out; null to leave it
 */
public record AccountChange(@Nullable Role role, @Nullable Boolean disabled) {}
