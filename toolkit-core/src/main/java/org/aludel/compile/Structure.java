package org.aludel.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Bind;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A statement taken apart into what its SQL text depends on and the values that it does not depend
 * on. Two statements with equal keys have the same text; their values correspond by position.
 */
public final class Structure {
  /** Tokens for which there is room at first: a query of a few conditions. */
  private static final int USUAL_TOKENS = 128;

  private final List<Object> tokens = new ArrayList<>(USUAL_TOKENS);
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
    return new Key(tokens.toArray());
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

  /**
   * The same with what one row of a batch gives its parameters.
   *
   * @throws CompileException with {@code MISSING_PARAMETER} as above, {@code UNKNOWN_PARAMETER} for
   *     a name that the statement does not have, {@code WRONG_VALUE} for a value of another class
   */
  public List<@Nullable Object> values(Map<String, ? extends @Nullable Object> given) {
    requireKnown(given.keySet());
    List<@Nullable Object> values = new ArrayList<>(binds.size());
    for (Bind<?> bind : binds) {
      Bind.Parameter<?> parameter = bind.parameter();
      values.add(
          parameter != null && given.containsKey(parameter.name())
              ? bind.checked(given.get(parameter.name()))
              : value(bind));
    }
    return values;
  }

  private void requireKnown(Set<String> given) {
    for (String name : given) {
      if (!names.containsKey(name)) {
        throw Bind.unknown(name, new TreeSet<>(names.keySet()));
      }
    }
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
    private final Object[] tokens;
    private final int hash;

    private Key(Object[] tokens) {
      this.tokens = tokens;
      this.hash = hash(tokens);
    }

    /**
     * Types by their names: the whole of a type, its codec and variants, is looked at only where
     * two keys are compared, and there mostly the same object stands on both sides.
     */
    private static int hash(Object[] tokens) {
      int hash = 1;
      for (Object token : tokens) {
        int own = token instanceof SqlType<?> type ? type.name().hashCode() : token.hashCode();
        hash = 31 * hash + own;
      }
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.hash == hash && sameTokens(key.tokens);
    }

    private boolean sameTokens(Object[] others) {
      if (tokens.length != others.length) {
        return false;
      }
      for (int i = 0; i < tokens.length; i++) {
        if (tokens[i] != others[i] && !tokens[i].equals(others[i])) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
