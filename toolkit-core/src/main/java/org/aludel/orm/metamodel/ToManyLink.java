package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.FromItem;
import org.aludel.sql.JoinKey;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How the objects behind an attribute are told from others, by the names that annotations give. */
public sealed interface ToManyLink {
  /** The condition under which rows of both sides belong together. */
  Predicate joined(FromItem owner, FromItem other);

  /** What a class says of its rows and of those of another, each under a name; null for its own. */
  @FunctionalInterface
  interface Rule {
    /** The condition under which they belong together. */
    Predicate between(@Nullable String owner, @Nullable String other);
  }

  /**
   * By a condition that the class gives. Its values stand in the text: a statement may ask for it
   * several times, and must get the same.
   *
   * @param attribute as messages quote it
   */
  record Condition(String attribute, Rule rule) implements ToManyLink {
    /** The condition of rows under these names. */
    public Predicate between(@Nullable String owner, @Nullable String other) {
      return ConstantValues.in(rule.between(owner, other), attribute);
    }

    @Override
    public Predicate joined(FromItem owner, FromItem other) {
      return between(owner.key().alias(), other.key().alias());
    }
  }

  /** By a foreign key of the elements that leads back. */
  record Key(JoinKey key) implements ToManyLink {
    @Override
    public Predicate joined(FromItem owner, FromItem other) {
      return equal(other, key.columns(), owner, key.targetColumns());
    }
  }

  /**
   * By the rows of a table between both.
   *
   * @param near its columns with the key of the owner
   * @param nearTargets the columns of that key
   * @param far its columns with the key of the element
   * @param farTargets the columns of that key
   */
  record Through(
      TableName table,
      List<String> near,
      List<String> nearTargets,
      List<String> far,
      List<String> farTargets)
      implements ToManyLink {
    @Override
    public Predicate joined(FromItem owner, FromItem other) {
      NamedTable between = new NamedTable(table, null, List.of(), List.of());
      return Sql.exists(
          Sql.select(Sql.literal(1))
              .from(between)
              .where(
                  equal(between, near, owner, nearTargets),
                  equal(between, far, other, farTargets)));
    }
  }

  /** The type plays no part in a comparison of two columns. */
  private static Predicate equal(
      FromItem left, List<String> columns, FromItem right, List<String> others) {
    List<Predicate> parts = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      parts.add(
          new Predicate.Comparison(
              left.c(columns.get(index), SqlTypes.TEXT),
              Predicate.Operator.EQUAL,
              right.c(others.get(index), SqlTypes.TEXT)));
    }
    return Sql.and(parts.toArray(Predicate[]::new));
  }
}
