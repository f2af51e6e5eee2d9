package dev.parley.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of members, by user id.
 *
 * @param next what to pass as {@code cursor} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberPage(List<MemberView> members, @Nullable String next) {}
