package org.aludel.orm.element;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.instrument.ElementAccess;
import org.aludel.instrument.EntityAccess;
import org.aludel.schema.Column;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Elements of an embeddable class, each attribute of which has a column. Thread-safe. */
public final class EmbeddedForm implements ElementForm {
  private final Class<?> entity;
  private final String attribute;
  private final List<String> paths;
  private final List<Column> columns;
  private final List<ValueCodec<Object>> codecs;

  /** Looked up at the first element, so that a mapping needs no generated code. */
  private volatile @Nullable ElementAccess<Object> access;

  /**
   * The form of one collection.
   *
   * @param entity the topmost class that has the attribute
   * @param paths of the attributes of an element
   * @param columns one for each path
   */
  public EmbeddedForm(Class<?> entity, String attribute, List<String> paths, List<Column> columns) {
    this.entity = entity;
    this.attribute = attribute;
    this.paths = List.copyOf(paths);
    this.columns = List.copyOf(columns);
    this.codecs = columns.stream().map(SingleForm::codec).toList();
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public @Nullable Object part(Object element, int part) {
    return access().get(element, part);
  }

  @Override
  public @Nullable Object make(@Nullable Object[] parts) {
    return access().make(parts);
  }

  @Override
  public Object copy(Object element) {
    @Nullable Object[] parts = parts(element);
    boolean other = !access().isImmutable();
    for (int part = 0; part < parts.length; part++) {
      Object value = parts[part];
      Object copied = value == null ? null : codecs.get(part).copy(value);
      other |= copied != value;
      parts[part] = copied;
    }
    Object made = other ? make(parts) : element;
    return made == null ? element : made;
  }

  @Override
  public boolean same(Object left, Object right) {
    for (int part = 0; part < codecs.size(); part++) {
      if (!isSame(part, part(left, part), part(right, part))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(int part, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    return left.equals(right) || codecs.get(part).same(left, right);
  }

  @Override
  public Object key(Object element) {
    return Arrays.asList(parts(element));
  }

  @Override
  public boolean isExact(Object element) {
    for (Object value : parts(element)) {
      if (value != null && !SingleForm.isExactValue(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isNothing(Object element) {
    for (Object value : parts(element)) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object[] parts(Object element) {
    @Nullable Object[] parts = new @Nullable Object[codecs.size()];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = part(element, part);
    }
    return parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmbeddedForm form
        && form.entity == entity
        && form.attribute.equals(attribute)
        && form.columns.equals(columns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entity, attribute);
  }

  @SuppressWarnings("unchecked") // the attribute holds objects of the class of its elements
  private ElementAccess<Object> access() {
    ElementAccess<Object> known = access;
    if (known == null) {
      known = (ElementAccess<Object>) EntityAccess.of(entity).elements(attribute);
      known.requireParts(entity, paths);
      access = known;
    }
    return known;
  }
}
