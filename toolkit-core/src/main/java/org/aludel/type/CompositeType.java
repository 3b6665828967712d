package org.aludel.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Declares how a class stands for a composite type of the database, field by field in the type's
 * order. Immutable. Keep the result in a constant.
 *
 * <pre>{@code
 * record Address(String street, @Nullable Integer zip) {}
 *
 * static final SqlType<Address> ADDRESS =
 *     CompositeType.of("address", Address.class)
 *         .field(SqlTypes.TEXT, Address::street)
 *         .field(SqlTypes.INTEGER, Address::zip)
 *         .as(values -> new Address((String) values[0], (Integer) values[1]));
 * }</pre>
 *
 * <p>Without such a declaration {@link SqlTypes#named} reads composites as the server's text.
 */
public final class CompositeType<J> {
  /** One field of the type. */
  record Field<J, F>(SqlType<F> type, Function<J, @Nullable F> getter) {
    @Nullable String text(J value) {
      F field = getter.apply(value);
      return field == null ? null : type.codec().text(field);
    }
  }

  /** Makes a value of the fields in order, null where they are NULL. */
  @FunctionalInterface
  public interface Constructor<J> {
    J create(@Nullable Object[] fields);
  }

  private final String name;
  private final Class<J> javaType;
  private final List<Field<J, ?>> fields;

  private CompositeType(String name, Class<J> javaType, List<Field<J, ?>> fields) {
    this.name = name;
    this.javaType = javaType;
    this.fields = fields;
  }

  /** A declaration without fields yet. */
  public static <J> CompositeType<J> of(String ddlName, Class<J> javaType) {
    return new CompositeType<>(ddlName, javaType, List.of());
  }

  /**
   * With one more field.
   *
   * @throws org.aludel.error.MappingException REFUSED_TYPE for a type with SQL round each value
   */
  public <F> CompositeType<J> field(SqlType<F> type, Function<J, @Nullable F> getter) {
    List<Field<J, ?>> all = new ArrayList<>(fields);
    all.add(new Field<>(TypeRules.requirePlain(type, "a composite"), getter));
    return new CompositeType<>(name, javaType, List.copyOf(all));
  }

  /** The type, whose values are made by a constructor. */
  public SqlType<J> as(Constructor<J> constructor) {
    return new SqlType<>(name, javaType, new CompositeCodec<>(name, fields, constructor));
  }
}
