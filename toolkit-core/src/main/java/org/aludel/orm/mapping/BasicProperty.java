package org.aludel.orm.mapping;

import org.aludel.schema.Column;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * An attribute in a column of the entity's own table. Immutable.
 *
 * @param name the attribute
 * @param slot its number in the generated access
 * @param javaType the field's class, primitive classes included
 * @param column where it is stored; its type holds the codec
 * @param insertable whether INSERT writes it
 * @param updatable whether UPDATE writes it; false for ids and server-made values
 * @param generation who makes the value
 * @param sequence only for {@link Generation#SEQUENCE}
 * @param deferral the group of an attribute that is read on its first use, empty for none; null for
 *     one that is read with the row
 */
public record BasicProperty(
    String name,
    int slot,
    Class<?> javaType,
    Column column,
    boolean insertable,
    boolean updatable,
    Generation generation,
    @Nullable IdSequence sequence,
    @Nullable String deferral)
    implements Property {

  /** Whether it is an expression of the statement that reads it, which no table stores. */
  public boolean isExpression() {
    return generation.byStatement();
  }

  /** Whether it is null but where a statement gives its expression. */
  public boolean isQueryExpression() {
    return generation == Generation.QUERY;
  }

  /** What says that there is no value yet: null, or the zero of a primitive. */
  public @Nullable Object none() {
    if (javaType == long.class) {
      return 0L;
    }
    if (javaType == int.class) {
      return 0;
    }
    return javaType == short.class ? (Object) (short) 0 : null;
  }

  /** How values cross JDBC; takes what {@code EntityAccess.get} gives for {@link #slot()}. */
  public ValueCodec<Object> codec() {
    @SuppressWarnings("unchecked") // the mapping chose the column's type for this attribute's class
    ValueCodec<Object> codec = (ValueCodec<Object>) column.type().codec();
    return codec;
  }
}
