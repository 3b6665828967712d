package org.aludel.migrations.authoring;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a new revision; what nobody says is made. Immutable.
 *
 * <pre>{@code
 * NewRevision.of("trim names").on("billing@head").dependingOn(List.of("1975ea83b712"))
 * }</pre>
 *
 * @param message the title, or null for one made of what the revision does
 * @param id or null for a random one
 * @param head the revision that it follows: an id or a unique beginning, {@code head}, {@code
 *     label@head}, or {@code base} for a new line of history
 * @param splice whether it may follow a revision that another one follows already
 * @param branches labels of the branch that it begins
 * @param dependsOn revisions of other branches that must be applied before it
 * @param directory which of the directories gets the file; null for that of the revision it follows
 */
public record NewRevision(
    @Nullable String message,
    @Nullable String id,
    String head,
    boolean splice,
    List<String> branches,
    List<String> dependsOn,
    @Nullable Path directory) {
  public NewRevision {
    branches = List.copyOf(branches);
    dependsOn = List.copyOf(dependsOn);
  }

  /** A revision behind the only head. */
  public static NewRevision of(@Nullable String message) {
    return new NewRevision(message, null, "head", false, List.of(), List.of(), null);
  }

  /** The same with another title. */
  public NewRevision entitled(@Nullable String value) {
    return new NewRevision(value, id, head, splice, branches, dependsOn, directory);
  }

  /** The same with a given id. */
  public NewRevision named(@Nullable String value) {
    return new NewRevision(message, value, head, splice, branches, dependsOn, directory);
  }

  /** The same behind another revision. */
  public NewRevision on(String value) {
    return new NewRevision(message, id, value, splice, branches, dependsOn, directory);
  }

  /** The same, which may branch off where another revision follows already. */
  public NewRevision splicing(boolean value) {
    return new NewRevision(message, id, head, value, branches, dependsOn, directory);
  }

  /** The same with labels for its branch. */
  public NewRevision labelled(List<String> value) {
    return new NewRevision(message, id, head, splice, value, dependsOn, directory);
  }

  /** The same, applied only behind revisions of other branches. */
  public NewRevision dependingOn(List<String> value) {
    return new NewRevision(message, id, head, splice, branches, value, directory);
  }

  /** The same in a given one of the directories. */
  public NewRevision into(@Nullable Path value) {
    return new NewRevision(message, id, head, splice, branches, dependsOn, value);
  }

  /** The message without blanks around it, or what stands in for it. */
  public String titleOr(String substitute) {
    return message == null || message.isBlank() ? substitute : message.strip();
  }
}
