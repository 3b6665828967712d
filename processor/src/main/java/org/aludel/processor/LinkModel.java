package org.aludel.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The foreign key behind a relationship, as far as annotations and names tell.
 *
 * @param schema of the target's table, or null for the default schema
 * @param table of the target
 * @param reference the attribute that owns the key, as messages name it
 * @param keys in the order of the id that the key refers to
 * @param association the table between both sides, or null
 * @param condition source text of the condition of rows under the names owner and other, or null
 * @param access full name of the target's access where a mapping class has it, or null
 */
record LinkModel(
    @Nullable String schema,
    String table,
    String reference,
    List<Key> keys,
    @Nullable AssociationModel association,
    @Nullable String condition,
    @Nullable String access) {
  /** The link by a condition. */
  LinkModel(
      @Nullable String schema,
      String table,
      String reference,
      List<Key> keys,
      @Nullable AssociationModel association,
      @Nullable String condition) {
    this(schema, table, reference, keys, association, condition, null);
  }

  /** The link through a table. */
  LinkModel(
      @Nullable String schema,
      String table,
      String reference,
      List<Key> keys,
      @Nullable AssociationModel association) {
    this(schema, table, reference, keys, association, null, null);
  }

  /** The link over one foreign key. */
  LinkModel(@Nullable String schema, String table, String reference, List<Key> keys) {
    this(schema, table, reference, keys, null, null, null);
  }

  /** The same link to a class whose access is elsewhere than beside it. */
  LinkModel to(@Nullable String where) {
    return new LinkModel(schema, table, reference, keys, association, condition, where);
  }

  LinkModel {
    keys = List.copyOf(keys);
  }

  /**
   * One column of the key.
   *
   * @param id the path of the id attribute whose values it holds
   * @param field how the metamodel names the column
   * @param javaType source text of that attribute's class, never primitive
   * @param column of the foreign key
   * @param target the column of the id
   * @param sqlType source text of the SQL type
   * @param insertable whether INSERT writes it through the reference
   * @param updatable whether UPDATE does
   */
  record Key(
      String id,
      String field,
      String javaType,
      String column,
      String target,
      String sqlType,
      boolean insertable,
      boolean updatable) {}

  /** Whether the reference writes its columns at all. */
  boolean written() {
    return keys.stream().allMatch(Key::insertable) || keys.stream().allMatch(Key::updatable);
  }
}
