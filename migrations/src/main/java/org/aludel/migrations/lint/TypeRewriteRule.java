package org.aludel.migrations.lint;

import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TypeFamily;
import org.aludel.schema.Computed;

/**
 * Most changes of type rewrite the table, and so does a column whose values come to be stored.
 * Source: PostgreSQL 18, ALTER TABLE, notes.
 */
final class TypeRewriteRule implements LintRule {
  /** Free when only the number in parentheses grows or goes. */
  private static final Set<String> WIDENING =
      Set.of("varchar", "varbit", "time", "timetz", "timestamp", "timestamptz", "interval");

  /** Stored alike, so that only the name of the type changes. */
  private static final Set<String> RELABELLING =
      Set.of("varchar>text", "citext>text", "text>citext", "cidr>inet");

  /** Widening that leaves every stored value as it is. */
  static boolean isFree(String from, String to) {
    String source = TypeFamily.base(from);
    String target = TypeFamily.base(to);
    List<Integer> old = TypeFamily.modifier(from);
    List<Integer> wanted = TypeFamily.modifier(to);
    if (!source.equals(target)) {
      return RELABELLING.contains(source + ">" + target)
          || (source.equals("text") && target.equals("varchar") && wanted.isEmpty());
    }
    if (old.equals(wanted)) {
      return true;
    }
    return target.equals("numeric")
        ? widensNumeric(old, wanted)
        : WIDENING.contains(target) && widens(old, wanted);
  }

  private static boolean widens(List<Integer> old, List<Integer> wanted) {
    return wanted.isEmpty() || (!old.isEmpty() && wanted.get(0) >= old.get(0));
  }

  private static boolean widensNumeric(List<Integer> old, List<Integer> wanted) {
    return wanted.isEmpty()
        || (old.size() == 2
            && wanted.size() == 2
            && wanted.get(0) >= old.get(0)
            && wanted.get(1).equals(old.get(1)));
  }

  @Override
  public String code() {
    return "A16";
  }

  @Override
  public String harm() {
    return "rewrites the table and its indexes under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add a new column, write both, fill it in batches, then swap the names";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    if (operation instanceof ColumnOperation.ChangeComputed change) {
      Computed wanted = change.to().computed();
      boolean writes = wanted == null ? change.copies() : wanted.stored();
      return writes && scope.mayHoldRows(change.table());
    }
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && !isFree(change.from().type().name(), change.to().type().name());
  }
}
