package org.aludel.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Construct} is written, by database. Immutable; keep it in a constant of the
 * construct.
 *
 * @param <C> the construct
 */
public final class ConstructSql<C extends Construct<?>> {
  private final @Nullable Spelling<C> common;
  private final Map<String, Spelling<C>> spellings;

  private ConstructSql(@Nullable Spelling<C> common, Map<String, Spelling<C>> spellings) {
    this.common = common;
    this.spellings = Map.copyOf(spellings);
  }

  /** Writes a construct. */
  @FunctionalInterface
  public interface Spelling<C> {
    void write(C construct, ConstructWriter out);
  }

  /** Written the same everywhere, unless {@link #on} says otherwise. */
  public static <C extends Construct<?>> ConstructSql<C> common(Spelling<C> spelling) {
    return new ConstructSql<>(spelling, Map.of());
  }

  /** Known to one database, and refused by all that {@link #on} does not name. */
  public static <C extends Construct<?>> ConstructSql<C> only(
      String dialect, Spelling<C> spelling) {
    return new ConstructSql<>(null, Map.of(dialect, spelling));
  }

  /** The same with a spelling for one more database. */
  public ConstructSql<C> on(String dialect, Spelling<C> spelling) {
    Map<String, Spelling<C>> more = new LinkedHashMap<>(spellings);
    more.put(dialect, spelling);
    return new ConstructSql<>(common, more);
  }

  /**
   * Writes a construct for the database of the writer.
   *
   * @throws CompileException with {@code UNSUPPORTED_STATEMENT} where it has no spelling there
   */
  public void write(C construct, ConstructWriter out) {
    Spelling<C> own = spellings.get(out.dialect());
    Spelling<C> spelling = own == null ? common : own;
    if (spelling == null) {
      throw new CompileException(
          Problem.of(
                  SqlCode.UNSUPPORTED_STATEMENT,
                  "cannot write \"" + construct.getClass().getSimpleName() + "\"")
              .found("the database \"" + out.dialect() + "\"")
              .expected("one of " + spellings.keySet().stream().sorted().toList())
              .fix("add a spelling: ConstructSql.on(\"" + out.dialect() + "\", …)"));
    }
    spelling.write(construct, out);
  }
}
