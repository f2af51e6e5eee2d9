package dev.parley.user;

import jakarta.validation.constraints.NotNull;

/**
 * What someone sends to change how others see them.
 *
 * @param displayName see {@link DisplayName}
 */
public record ProfileChange(@NotNull String displayName) {}
