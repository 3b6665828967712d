package org.aludel.migrations.operation;

import java.util.List;
import java.util.Set;

/**
 * Changes of type that leave every stored value as it is. Source: PostgreSQL 18, ALTER TABLE,
 * notes.
 */
public final class TypeWidening {
  /** Free when only the number in parentheses grows or goes. */
  private static final Set<String> WIDENING =
      Set.of("varchar", "varbit", "time", "timetz", "timestamp", "timestamptz", "interval");

  /** Stored alike, so that only the name of the type changes. */
  private static final Set<String> RELABELLING =
      Set.of("varchar>text", "citext>text", "text>citext", "cidr>inet");

  private TypeWidening() {}

  /** Whether no row is written anew, by the names of the types. */
  public static boolean isFree(String from, String to) {
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
}
