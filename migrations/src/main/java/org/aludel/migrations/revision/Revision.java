package org.aludel.migrations.revision;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One revision: where it stands in the graph and what it does.
 *
 * @param id letters, digits and underscores, at most 64; 12 hexadecimal digits in what we write
 * @param down the revisions it follows: none for a base, two or more for a merge
 * @param branches labels that it gives to its branch
 * @param dependsOn revisions of other branches that must be applied before it
 * @param message one line for people
 * @param created orders revisions that the graph leaves free
 * @param lossy {@code table.column} names whose rows a downgrade would lose
 * @param irreversible why it cannot be undone, or null
 * @param atomic whether its steps that stand side by side in a transaction share one; false where
 *     each commits by itself, so that no lock is held longer than its step
 * @param logicalFilePath the ledger's FILENAME
 * @param changeSets in the order of an upgrade
 * @param source {@code file:line:column} for messages, or empty when it comes from no file
 * @param digest of the file's text behind its first comments, or null when it comes from no file or
 *     is no longer what that says
 */
public record Revision(
    String id,
    List<String> down,
    List<String> branches,
    List<String> dependsOn,
    String message,
    Instant created,
    List<String> lossy,
    @Nullable String irreversible,
    boolean atomic,
    String logicalFilePath,
    List<ChangeSet> changeSets,
    String source,
    @Nullable String digest) {

  public Revision {
    down = List.copyOf(down);
    branches = List.copyOf(branches);
    dependsOn = List.copyOf(dependsOn);
    lossy = List.copyOf(lossy);
    changeSets = List.copyOf(changeSets);
  }

  /** A revision without labels, dependencies and steps that comes from no file. */
  public static Revision of(String id, List<String> down, String message, Instant created) {
    return new Revision(
        id,
        down,
        List.of(),
        List.of(),
        message,
        created,
        List.of(),
        null,
        true,
        "aludel/" + id + ".yaml",
        List.of(),
        "",
        null);
  }

  /** The same revision behind others. */
  public Revision withDown(List<String> replacement) {
    return new Revision(
        id,
        replacement,
        branches,
        dependsOn,
        message,
        created,
        lossy,
        irreversible,
        atomic,
        logicalFilePath,
        changeSets,
        source,
        null);
  }

  /** The same revision with other labels. */
  public Revision withBranches(List<String> replacement) {
    return new Revision(
        id,
        down,
        replacement,
        dependsOn,
        message,
        created,
        lossy,
        irreversible,
        atomic,
        logicalFilePath,
        changeSets,
        source,
        null);
  }

  /** The same revision with other dependencies. */
  public Revision withDependsOn(List<String> replacement) {
    return new Revision(
        id,
        down,
        branches,
        replacement,
        message,
        created,
        lossy,
        irreversible,
        atomic,
        logicalFilePath,
        changeSets,
        source,
        null);
  }

  /** The same revision, saying what a downgrade loses and, if it cannot be undone, why. */
  public Revision withLosses(List<String> columns, @Nullable String reason) {
    return new Revision(
        id,
        down,
        branches,
        dependsOn,
        message,
        created,
        columns,
        reason,
        atomic,
        logicalFilePath,
        changeSets,
        source,
        null);
  }

  /** The same revision, whose steps share a transaction or commit each by itself. */
  public Revision withAtomic(boolean value) {
    return new Revision(
        id,
        down,
        branches,
        dependsOn,
        message,
        created,
        lossy,
        irreversible,
        value,
        logicalFilePath,
        changeSets,
        source,
        null);
  }

  /** The same revision with other steps. */
  public Revision withChangeSets(List<ChangeSet> replacement) {
    return new Revision(
        id,
        down,
        branches,
        dependsOn,
        message,
        created,
        lossy,
        irreversible,
        atomic,
        logicalFilePath,
        replacement,
        source,
        null);
  }

  /** The same revision, read from a place of a file. */
  public Revision withSource(String place) {
    return withFile(place, digest);
  }

  /**
   * The same revision, read from a file.
   *
   * @param textDigest of its text behind its first comments
   */
  public Revision withFile(String place, @Nullable String textDigest) {
    return new Revision(
        id,
        down,
        branches,
        dependsOn,
        message,
        created,
        lossy,
        irreversible,
        atomic,
        logicalFilePath,
        changeSets,
        place,
        textDigest);
  }

  /** The revisions that must be applied before this one: {@link #down}, then {@link #dependsOn}. */
  public Set<String> parents() {
    Set<String> parents = new LinkedHashSet<>(down);
    parents.addAll(dependsOn);
    return parents;
  }

  /** Whether it starts a line of history. */
  public boolean base() {
    return down.isEmpty();
  }

  /** Whether it joins two or more lines of history. */
  public boolean merge() {
    return down.size() > 1;
  }

  /** Whether each step can be undone. */
  public boolean reversible() {
    return irreversible == null && changeSets.stream().allMatch(ChangeSet::reversible);
  }

  /** The id and the message, as lists and messages show it. */
  public String title() {
    return message.isEmpty() ? id : id + " \"" + message + "\"";
  }
}
