package org.aludel.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.compile.SqlLiteral;
import org.aludel.dialect.FailedStatement;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** Which objects are there, in one query for all. */
final class PostgresExistence {
  private static final String QUERY =
      """
      SELECT w.number FROM (VALUES %s) w(number, catalogue, kinds, schema, name, part)
        LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = coalesce(w.schema, current_schema())
      WHERE CASE w.catalogue
        WHEN 'schema' THEN EXISTS (
          SELECT FROM pg_catalog.pg_namespace s WHERE s.nspname = w.name)
        WHEN 'extension' THEN EXISTS (
          SELECT FROM pg_catalog.pg_extension e WHERE e.extname = w.name)
        WHEN 'type' THEN EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.typnamespace = n.oid
          AND t.typname = w.name AND t.typtype::text = w.kinds)
        WHEN 'column' THEN EXISTS (SELECT FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
          WHERE c.relnamespace = n.oid AND c.relname = w.name AND a.attname = w.part
            AND a.attnum > 0 AND NOT a.attisdropped)
        WHEN 'constraint' THEN EXISTS (SELECT FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid
          WHERE c.relnamespace = n.oid AND c.relname = w.name AND k.conname = w.part)
        ELSE EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid
          AND c.relname = w.name AND strpos(w.kinds, c.relkind::text) > 0) END""";

  /**
   * Where a kind is listed, and its letter there. Source: PostgreSQL 18, pg_class.relkind and
   * pg_type.typtype.
   */
  private static final Map<ObjectKind, String> CATALOGUES =
      Map.ofEntries(
          Map.entry(ObjectKind.SCHEMA, "'schema', ''"),
          Map.entry(ObjectKind.EXTENSION, "'extension', ''"),
          Map.entry(ObjectKind.ENUM, "'type', 'e'"),
          Map.entry(ObjectKind.DOMAIN, "'type', 'd'"),
          Map.entry(ObjectKind.RANGE_TYPE, "'type', 'r'"),
          Map.entry(ObjectKind.COMPOSITE_TYPE, "'relation', 'c'"),
          Map.entry(ObjectKind.SEQUENCE, "'relation', 'S'"),
          Map.entry(ObjectKind.TABLE, "'relation', 'rp'"),
          Map.entry(ObjectKind.INDEX, "'relation', 'iI'"),
          Map.entry(ObjectKind.VIEW, "'relation', 'v'"),
          Map.entry(ObjectKind.MATERIALIZED_VIEW, "'relation', 'm'"),
          Map.entry(ObjectKind.COLUMN, "'column', ''"),
          Map.entry(ObjectKind.CONSTRAINT, "'constraint', ''"));

  private PostgresExistence() {}

  static Set<ObjectReference> of(Connection connection, Collection<ObjectReference> wanted) {
    Set<ObjectReference> found = new HashSet<>();
    if (wanted.isEmpty()) {
      return found;
    }
    List<ObjectReference> objects = List.copyOf(wanted);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      rows.add(row(i, objects.get(i)));
    }
    String sql = QUERY.formatted(String.join(", ", rows));
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet numbers = statement.executeQuery(sql)) {
        while (numbers.next()) {
          found.add(objects.get(numbers.getInt(1)));
        }
      }
    } catch (SQLException e) {
      throw PostgresErrors.translate(e, FailedStatement.of(sql));
    }
    return found;
  }

  private static String row(int number, ObjectReference object) {
    QualifiedName name = object.name();
    String schema = name.schema() == null ? "NULL::text" : SqlLiteral.text(name.schema());
    return "(%d, %s, %s, %s, %s)"
        .formatted(
            number,
            catalogue(object),
            schema,
            SqlLiteral.text(name.name()),
            SqlLiteral.text(object.part()));
  }

  private static String catalogue(ObjectReference object) {
    String found = CATALOGUES.get(object.kind());
    if (found == null) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_OBJECT, "cannot look up whether \"" + object + "\" exists")
              .found("an object that a name alone does not tell from others")
              .expected(
                  "a schema, extension, type, sequence, table, index, view, column or constraint")
              .fix("reflect, and look it up in the MetaData"));
    }
    return found;
  }
}
