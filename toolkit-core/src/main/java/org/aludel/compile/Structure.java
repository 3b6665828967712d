package org.aludel.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement taken apart into what its SQL text depends on and the values that it does not depend
 * on. Two statements with equal keys have the same text; their values correspond by position.
 */
public final class Structure {
  private final List<Object> tokens = new ArrayList<>();
  private final IdentityHashMap<Bind<?>, Integer> ordinals = new IdentityHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final List<Bind<?>> binds = new ArrayList<>();

  private Structure() {}

  /**
   * Takes a statement apart.
   *
   * @throws org.aludel.error.CompileException when it cannot be compiled for a reason that already
   *     shows here, such as an ambiguous join
   */
  public static Structure of(Statement<?> statement) {
    Structure structure = new Structure();
    statement.accept(new StructureWriter(structure));
    return structure;
  }

  /** What the text depends on; holds no value. */
  public Key key() {
    return new Key(List.copyOf(tokens));
  }

  /**
   * The values of the bind nodes by ordinal, with nulls; not to be changed.
   *
   * @throws CompileException with {@code MISSING_PARAMETER} for one that is yet to be given
   */
  public List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>(binds.size());
    for (Bind<?> bind : binds) {
      values.add(value(bind));
    }
    return values;
  }

  private static <T> @Nullable T value(Bind<T> bind) {
    Bind.Parameter<T> parameter = bind.parameter();
    if (parameter == null || parameter.given()) {
      return bind.value();
    }
    Supplier<? extends @Nullable T> otherwise = parameter.otherwise();
    if (otherwise == null) {
      throw new CompileException(
          Problem.of(
                  SqlCode.MISSING_PARAMETER,
                  "cannot run a statement without parameter \"" + parameter.name() + "\"")
              .found("no value for it")
              .expected("a value of " + bind.type().javaType().getName())
              .fix("statement.with(\"" + parameter.name() + "\", value)"));
    }
    return otherwise.get();
  }

  /** The 0-based index of a bind node among those of the statement. */
  int ordinal(Bind<?> bind) {
    Integer ordinal = known(bind);
    if (ordinal == null) {
      throw new IllegalStateException("a bind that is no part of the statement");
    }
    return ordinal;
  }

  /** Parameters of one name are one value, wherever they stand. */
  private @Nullable Integer known(Bind<?> bind) {
    Bind.Parameter<?> parameter = bind.parameter();
    return parameter == null ? ordinals.get(bind) : names.get(parameter.name());
  }

  void token(Object token) {
    tokens.add(token);
  }

  /**
   * Notes a bind. A node that occurs again is told by its ordinal: in another statement two nodes
   * may stand there, with two values.
   */
  void bind(Bind<?> bind) {
    Integer ordinal = known(bind);
    if (ordinal == null) {
      ordinal = binds.size();
      Bind.Parameter<?> parameter = bind.parameter();
      if (parameter == null) {
        ordinals.put(bind, ordinal);
      } else {
        names.put(parameter.name(), ordinal);
      }
      binds.add(bind);
    }
    tokens.add(ordinal);
    tokens.add(bind.type());
  }

  /** What makes two statements the same text. */
  public static final class Key {
    private final List<Object> tokens;
    private final int hash;

    private Key(List<Object> tokens) {
      this.tokens = tokens;
      this.hash = tokens.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.hash == hash && key.tokens.equals(tokens);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
