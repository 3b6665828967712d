package org.aludel.type;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.error.TypeCode;
import org.aludel.type.text.ArrayText;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as lists, further dimensions as lists of lists; an element may be null. Lists that are
 * read are new and belong to the caller.
 *
 * @param leaf the type of the elements proper
 * @param dimensions how many levels of lists; {@link #ANY} where the value decides
 */
record ArrayCodec<L, E>(SqlType<L> leaf, int dimensions) implements ValueCodec<List<E>> {
  static final int ANY = 0;

  /** Where the lower bound of the first dimension stands in the binary form. */
  private static final int BOUND_OFFSET = 16;

  private static final int DIMENSION_BYTES = 8;

  /** Types that every driver can name. */
  private static final Set<String> DRIVER_TYPES =
      Set.of(
          "bigint",
          "integer",
          "smallint",
          "double precision",
          "real",
          "boolean",
          "bytea",
          "varchar",
          "text",
          "uuid",
          "numeric",
          "date",
          "timestamp",
          "timestamptz");

  @Override
  public int jdbcType() {
    return Types.ARRAY;
  }

  /** As an array of the driver's where it has a binary form for the elements, else as text. */
  @Override
  public void bind(PreparedStatement statement, int index, List<E> value) throws SQLException {
    @Nullable Object[] elements = dimensions == 1 ? driverElements(value.size()) : null;
    if (elements == null) {
      statement.setObject(index, text(value), Types.OTHER);
      return;
    }
    fill(elements, value);
    Array array = statement.getConnection().createArrayOf(leaf.baseName(), elements);
    try {
      statement.setArray(index, array);
    } finally {
      array.free();
    }
  }

  private void fill(@Nullable Object[] elements, List<E> value) {
    boolean text = elements instanceof String[];
    for (int at = 0; at < elements.length; at++) {
      E one = value.get(at);
      if (one != null) {
        elements[at] = text ? leaf.codec().text(leaf(one)) : leaf.codec().element(leaf(one));
      }
    }
  }

  /** Null for types that the server must infer, such as those that users made. */
  private @Nullable Object @Nullable [] driverElements(int size) {
    if (!DRIVER_TYPES.contains(leaf.baseName())) {
      return null;
    }
    Class<L> javaType = leaf.javaType();
    if (javaType == Long.class) {
      return new @Nullable Long[size];
    }
    if (javaType == Integer.class) {
      return new @Nullable Integer[size];
    }
    return javaType == byte[].class ? new byte @Nullable [size][] : new @Nullable String[size];
  }

  @Override
  public @Nullable List<E> read(ResultSet row, int index) throws SQLException {
    byte[] raw = row.getBytes(index);
    if (raw == null) {
      return null;
    }
    // Text begins with a bracket, the binary form with the high byte of a small number.
    if (raw.length == 0 || raw[0] != 0) {
      return parse(new String(raw, StandardCharsets.UTF_8));
    }
    requirePlainBounds(ByteBuffer.wrap(raw));
    return parse(Objects.requireNonNull(row.getString(index)));
  }

  /** The driver forgets the bounds when it turns the binary form into text. */
  private void requirePlainBounds(ByteBuffer binary) {
    int count = binary.getInt(0);
    for (int at = 0; at < count; at++) {
      if (binary.getInt(BOUND_OFFSET + at * DIMENSION_BYTES) != 1) {
        throw shifted();
      }
    }
  }

  @Override
  public String text(List<E> value) {
    return ArrayText.write(value, leaf.codec().delimiter(), one -> leaf.codec().text(leaf(one)));
  }

  @Override
  public List<E> parse(String text) {
    ArrayText.Parsed parsed =
        ArrayText.parse(text, leaf.codec().delimiter(), one -> leaf.codec().parse(one));
    if (parsed.shifted()) {
      throw shifted();
    }
    if (dimensions != ANY && parsed.dimensions() != 0 && parsed.dimensions() != dimensions) {
      throw refused(
          TypeCode.WRONG_VALUE,
          "an array of " + parsed.dimensions() + " dimensions",
          "one of " + dimensions,
          "say SqlTypes.array(…) once for each dimension");
    }
    @SuppressWarnings("unchecked") // leaves are of the leaf's class, and the levels were counted
    List<E> list = (List<E>) (List<?>) parsed.items();
    return list;
  }

  @Override
  public @Nullable SqlType<?> inner() {
    return dimensions <= 1 ? leaf : null;
  }

  private MappingException shifted() {
    return refused(
        TypeCode.NOT_REPRESENTABLE,
        "an array whose first index is not 1",
        "indexes from 1, as a list has no others",
        "read it as text: CAST(… AS text)");
  }

  private MappingException refused(TypeCode code, String found, String expected, String fix) {
    return new MappingException(
        Problem.of(code, "cannot read a value of type \"" + leaf.name() + "[]\"")
            .found(found)
            .expected(expected)
            .fix(fix));
  }

  @Override
  public boolean same(List<E> left, List<E> right) {
    return sameItems(left, right);
  }

  private boolean sameItems(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int at = 0; at < left.size(); at++) {
      if (!sameItem(left.get(at), right.get(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameItem(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    if (one instanceof List<?> inner && other instanceof List<?> otherInner) {
      return sameItems(inner, otherInner);
    }
    return leaf.codec().same(leaf(one), leaf(other));
  }

  @Override
  public List<E> copy(List<E> value) {
    @SuppressWarnings("unchecked") // a copy has the classes of what was copied
    List<E> copy = (List<E>) (List<?>) copyItems(value);
    return copy;
  }

  private List<@Nullable Object> copyItems(List<?> items) {
    List<@Nullable Object> copy = new ArrayList<>(items.size());
    for (Object item : items) {
      if (item instanceof List<?> inner) {
        copy.add(copyItems(inner));
      } else {
        copy.add(item == null ? null : leaf.codec().copy(leaf(item)));
      }
    }
    return copy;
  }

  @SuppressWarnings("unchecked") // whoever fills the lists took the type for their elements
  private L leaf(Object item) {
    return (L) item;
  }
}
