package dev.parley.room;

import dev.parley.platform.PageRequest;
import java.util.Optional;

/**
 * Which rooms are asked for.
 *
 * @param query part of the name, in any case, width or form; empty for all
 * @param joined only those I am in, or only those I am not in; absent for both
 * @param page rooms come by id
 */
public record RoomFilter(String query, Optional<Boolean> joined, PageRequest page) {}
