package dev.parley.message;

import dev.parley.user.Person;
import dev.parley.user.UserService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows stored messages as everyone in the room sees them: with names and reactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MessageViews {
  private static final int MAX_GAP = 50; // messages whose reactions are read for nothing

  @PersistenceContext EntityManager entities;
  @Inject UserService users;

  /** The views of some messages of one room, in the same order. */
  public List<MessageView> of(long roomId, List<Message> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    Set<Long> authors = messages.stream().map(Message::authorId).collect(Collectors.toSet());
    Map<Long, Person> people = users.people(authors);
    Map<Long, List<ReactionView>> reactions = reactions(roomId, messages);
    return messages.stream()
        .map(
            message ->
                message.view(
                    people.getOrDefault(message.authorId(), Person.nameless(message.authorId())),
                    reactions.getOrDefault(message.seq(), List.of())))
        .toList();
  }

  /**
   * The view of a message to which nobody has reacted.
   *
   * @param name its author's, where the author is known
   */
  static MessageView plain(Message message, @Nullable String name) {
    long author = message.authorId();
    return message.view(
        name == null ? Person.nameless(author) : new Person(author, name), List.of());
  }

  /** The view of one message, with its reactions read anew. */
  public MessageView of(long roomId, Message message) {
    return of(message, reactions(roomId, message.seq()));
  }

  /** The view of one message with these reactions, in whatever order they are. */
  public MessageView of(Message message, List<Reaction> reactions) {
    long author = message.authorId();
    Map<Long, Person> people = users.people(Set.of(author));
    return message.view(
        people.getOrDefault(author, Person.nameless(author)),
        grouped(reactions.stream().sorted(Reaction.ORDER).toList()));
  }

  /**
   * The reactions to one message, in a list of the caller's own. Whoever changes something reads
   * them before that: see {@link MessageChanges}.
   */
  public List<Reaction> reactions(long roomId, long seq) {
    return new ArrayList<>(stored(roomId, new Span.Range(seq, seq)));
  }

  private Map<Long, List<ReactionView>> reactions(long roomId, List<Message> messages) {
    var byMessage = new HashMap<Long, List<Reaction>>();
    for (Reaction reaction : stored(roomId, messages)) {
      byMessage.computeIfAbsent(reaction.seq(), seq -> new ArrayList<>()).add(reaction);
    }
    var views = new HashMap<Long, List<ReactionView>>();
    byMessage.forEach((seq, reactions) -> views.put(seq, grouped(reactions)));
    return views;
  }

  private static List<ReactionView> grouped(List<Reaction> reactions) {
    var byEmoji = new LinkedHashMap<String, List<Long>>();
    for (Reaction reaction : reactions) {
      byEmoji.computeIfAbsent(reaction.emoji(), emoji -> new ArrayList<>()).add(reaction.userId());
    }
    return byEmoji.entrySet().stream()
        .map(entry -> new ReactionView(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /**
   * Ranges are asked for, because Derby scans for a list of numbers; several, because much may lie
   * between the messages of a page of changes.
   */
  private List<Reaction> stored(long roomId, List<Message> messages) {
    return Span.Range.around(messages.stream().map(Message::seq).toList(), MAX_GAP).stream()
        .flatMap(range -> stored(roomId, range).stream())
        .toList();
  }

  private List<Reaction> stored(long roomId, Span.Range range) {
    return entities
        .createQuery(
            "select r from Reaction r where r.roomId = :room and r.seq between :first and :last"
                + " order by r.createdAt, r.userId",
            Reaction.class)
        .setParameter("room", roomId)
        .setParameter("first", range.first())
        .setParameter("last", range.last())
        .getResultList();
  }
}
