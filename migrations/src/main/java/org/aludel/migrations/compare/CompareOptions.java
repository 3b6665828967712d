package org.aludel.migrations.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.extension.ComparisonAdditions;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.QualifiedName;

/**
 * What a comparison is told.
 *
 * @param quoter writes names into expressions after a rename
 * @param defaultSchema the schema whose objects go without a schema, such as {@code public}
 * @param schemas the schemas of the database that count, with those of the model; empty for all
 * @param exclusions what is left out on both sides
 * @param bookkeeping tables of ours and of Liquibase, always left out
 * @param renames hints, each acting only while the old name exists and the new one does not
 * @param drops the rule for what may be dropped
 * @param additions what users add to the comparison
 */
public record CompareOptions(
    IdentifierQuoter quoter,
    String defaultSchema,
    Set<String> schemas,
    Exclusions exclusions,
    Set<QualifiedName> bookkeeping,
    List<RenameHint> renames,
    Drops drops,
    ComparisonAdditions additions) {
  public CompareOptions {
    schemas = Set.copyOf(schemas);
    bookkeeping = Set.copyOf(bookkeeping);
    renames = List.copyOf(renames);
  }

  /** Everything counts, nothing is renamed, drops are pending. */
  public static CompareOptions of(IdentifierQuoter quoter, String defaultSchema) {
    return new CompareOptions(
        quoter,
        defaultSchema,
        Set.of(),
        Exclusions.none(),
        Set.of(),
        List.of(),
        Drops.pending(),
        ComparisonAdditions.none());
  }

  public CompareOptions withSchemas(Set<String> value) {
    return new CompareOptions(
        quoter, defaultSchema, value, exclusions, bookkeeping, renames, drops, additions);
  }

  public CompareOptions withExclusions(Exclusions value) {
    return new CompareOptions(
        quoter, defaultSchema, schemas, value, bookkeeping, renames, drops, additions);
  }

  public CompareOptions withBookkeeping(Set<QualifiedName> value) {
    return new CompareOptions(
        quoter, defaultSchema, schemas, exclusions, value, renames, drops, additions);
  }

  public CompareOptions withRenames(List<RenameHint> value) {
    return new CompareOptions(
        quoter, defaultSchema, schemas, exclusions, bookkeeping, value, drops, additions);
  }

  public CompareOptions withDrops(Drops value) {
    return new CompareOptions(
        quoter, defaultSchema, schemas, exclusions, bookkeeping, renames, value, additions);
  }

  public CompareOptions withAdditions(ComparisonAdditions value) {
    return new CompareOptions(
        quoter, defaultSchema, schemas, exclusions, bookkeeping, renames, drops, value);
  }

  /**
   * The rule for what may be dropped.
   *
   * @param released names that are dropped whatever the policy: {@code user_account}, {@code
   *     user_account.nick}
   * @param ownership what may be dropped at all
   */
  public record Drops(DropPolicy policy, Set<String> released, Ownership ownership) {
    public Drops {
      released = Set.copyOf(new TreeSet<>(released));
    }

    /** The same once the renames among the operations are done. */
    public Drops after(List<Operation> operations, IdentifierQuoter quoter) {
      return new Drops(policy, released, ownership.after(operations, quoter));
    }

    /** All is held back, and all counts as ours. */
    public static Drops pending() {
      return new Drops(DropPolicy.PENDING, Set.of(), Ownership.everything());
    }

    /** All is dropped, whoever made it. */
    public static Drops allowed() {
      return new Drops(DropPolicy.EXACT, Set.of(), Ownership.everything());
    }
  }
}
