package org.aludel.type;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One-dimensional arrays as lists; an element may be null. */
record ArrayCodec<J>(SqlType<J> element) implements ValueCodec<List<J>> {
  @Override
  public int jdbcType() {
    return Types.ARRAY;
  }

  @Override
  public void bind(PreparedStatement statement, int index, List<J> value) throws SQLException {
    Array array = statement.getConnection().createArrayOf(elementName(), elements(value));
    try {
      statement.setArray(index, array);
    } finally {
      array.free();
    }
  }

  /** In a list of types "char" means the server's own type of one byte. Source: PostgreSQL §8.3. */
  private String elementName() {
    String name = element.baseName();
    return name.equals("char") ? "bpchar" : name;
  }

  /** An array of the elements' own class where pgjdbc has a binary form for it. */
  private @Nullable Object[] elements(List<J> value) {
    @Nullable Object[] elements = emptyElements(value.size());
    for (int i = 0; i < elements.length; i++) {
      J one = value.get(i);
      elements[i] = one == null ? null : element.codec().element(one);
    }
    return elements;
  }

  private @Nullable Object[] emptyElements(int size) {
    Class<J> javaType = element.javaType();
    if (javaType == Long.class) {
      return new @Nullable Long[size];
    }
    if (javaType == Integer.class) {
      return new @Nullable Integer[size];
    }
    return javaType == String.class ? new @Nullable String[size] : new @Nullable Object[size];
  }

  @Override
  public @Nullable List<J> read(ResultSet row, int index) throws SQLException {
    Array array = row.getArray(index);
    if (array == null) {
      return null;
    }
    List<@Nullable J> values = new ArrayList<>();
    // The second column of the array's own result is the element. Source: java.sql.Array.
    try (ResultSet elements = array.getResultSet()) {
      while (elements.next()) {
        values.add(element.codec().read(elements, 2));
      }
    } finally {
      array.free();
    }
    @SuppressWarnings("NullAway") // an array of SQL may hold NULL, a list of J then holds null
    List<J> list = Collections.unmodifiableList(values);
    return list;
  }

  @Override
  public boolean same(List<J> left, List<J> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      J one = left.get(i);
      J other = right.get(i);
      if (!sameElement(one, other)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameElement(@Nullable J one, @Nullable J other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return element.codec().same(one, other);
  }

  @Override
  public List<J> copy(List<J> value) {
    List<J> copy = new ArrayList<>(value.size());
    for (J one : value) {
      copy.add(one == null ? one : element.codec().copy(one));
    }
    return copy;
  }
}
