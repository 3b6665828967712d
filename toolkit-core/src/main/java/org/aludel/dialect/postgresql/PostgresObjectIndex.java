package org.aludel.dialect.postgresql;

import java.util.HashMap;
import java.util.Map;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Which object a catalogue's number stands for, among those that are read. Several numbers may
 * stand for one: a table is also its row type and the array type of that.
 */
final class PostgresObjectIndex {
  /** Numbers of the catalogues themselves. Source: PostgreSQL's pg_class.h and its neighbours. */
  static final long CLASS = 1259;

  static final long TYPE = 1247;
  static final long CONSTRAINT = 2606;
  static final long EXPRESSION = 2604;
  static final long NAMESPACE = 2615;

  private record Key(long catalogue, long oid) {}

  private record ColumnKey(long relation, int number) {}

  private final Map<Key, ObjectReference> objects = new HashMap<>();
  private final Map<ColumnKey, ObjectReference> columns = new HashMap<>();

  void add(long catalogue, long oid, ObjectReference object) {
    objects.put(new Key(catalogue, oid), object);
  }

  /** A type and its array type; 0 where there is none. */
  void addType(long oid, long arrayOid, ObjectReference object) {
    for (long type : new long[] {oid, arrayOid}) {
      if (type != 0) {
        add(TYPE, type, object);
      }
    }
  }

  void addColumn(long relation, int number, String column) {
    QualifiedName owner = owner(relation);
    if (owner != null) {
      columns.put(new ColumnKey(relation, number), ObjectReference.column(owner, column));
    }
  }

  private @Nullable QualifiedName owner(long relation) {
    ObjectReference object = find(CLASS, relation);
    return object == null ? null : object.name();
  }

  @Nullable ObjectReference find(long catalogue, long oid) {
    return objects.get(new Key(catalogue, oid));
  }

  /** The column of that number; the object itself for 0. */
  @Nullable ObjectReference find(long catalogue, long oid, int number) {
    return number == 0 || catalogue != CLASS
        ? find(catalogue, oid)
        : columns.get(new ColumnKey(oid, number));
  }
}
