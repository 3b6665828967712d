package org.aludel.orm.metamodel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.error.TypeCode;
import org.aludel.instrument.Attribute;
import org.aludel.instrument.EntityAccess;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of objects that references are compared with. Thread-safe: the access is found on
 * first use, perhaps twice.
 */
final class TargetKey<T> {
  private final Class<T> type;
  private final Supplier<EntityAccess<T>> source;
  private volatile @Nullable EntityAccess<T> access;

  TargetKey(Class<T> type, Supplier<EntityAccess<T>> source) {
    this.type = type;
    this.source = source;
  }

  /** The values of the id attributes in the order of the reference's columns. */
  List<Object> of(@Nullable T object, ToOne<?, T> reference) {
    if (object == null) {
      throw new CompileException(
          Problem.of(SqlCode.NULL_COMPARISON, "cannot compare \"" + reference + "\" with null")
              .found("a comparison that is never true in SQL")
              .fix("isNull() or isNotNull()"));
    }
    List<Object> values = new ArrayList<>();
    for (KeyColumn<?> key : reference.keyColumns()) {
      Object value = access().get(object, slot(key.id()));
      if (value == null) {
        throw keyless(reference, key);
      }
      values.add(value);
    }
    return values;
  }

  private EntityAccess<T> access() {
    EntityAccess<T> known = access;
    if (known == null) {
      known = source.get();
      access = known;
    }
    return known;
  }

  private int slot(String id) {
    List<String> names = access().attributes().stream().map(Attribute::name).toList();
    return names.indexOf(id);
  }

  private CompileException keyless(ToOne<?, T> reference, KeyColumn<?> key) {
    return new CompileException(
        Problem.of(TypeCode.WRONG_VALUE, "cannot read the key for \"" + reference + "\"")
            .found("an object of " + type.getName() + " whose \"" + key.id() + "\" is null")
            .expected("an object that is stored already")
            .fix("flush the session first, or use the key: " + key));
  }
}
