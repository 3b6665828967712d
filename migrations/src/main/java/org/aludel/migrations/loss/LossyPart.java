package org.aludel.migrations.loss;

import java.util.List;
import java.util.Optional;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;

/**
 * A column, or all of a table, as the database has it now.
 *
 * @param name as the revision says it: {@code user_account.email}, {@code invoice.*}
 * @param table quoted, with its schema
 * @param column its name, or {@code *}
 * @param key the columns of the primary key, in order; empty without one
 * @param hidden whether policies may hide rows from the role that asks
 */
public record LossyPart(
    String name, String table, String column, List<String> key, boolean hidden) {
  public static final String ALL = "*";

  private static final String TABLE =
      """
      SELECT pg_catalog.format('%I.%I', n.nspname, c.relname),
        pg_catalog.array_to_string(ARRAY(
          SELECT a.attname FROM pg_catalog.pg_index i
          CROSS JOIN LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY AS k(number, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
          WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place), E'\\x1f'),
        pg_catalog.row_security_active(c.oid)
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p')
        AND (? = '*' OR EXISTS (SELECT FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = c.oid AND a.attname = ? AND NOT a.attisdropped
            AND a.attnum > 0 AND a.attgenerated = ''))\
      """;

  public LossyPart {
    key = List.copyOf(key);
  }

  /** The part of that name; empty while the database has none. */
  static Optional<LossyPart> find(Connection connection, String name, String defaultSchema) {
    int last = name.lastIndexOf('.');
    if (last < 1) {
      return Optional.empty();
    }
    String table = name.substring(0, last);
    String column = name.substring(last + 1);
    int dot = table.indexOf('.');
    Optional<LossyPart> plain = read(connection, name, new Place(defaultSchema, table, column));
    return plain.isPresent() || dot < 1
        ? plain
        : read(
            connection, name, new Place(table.substring(0, dot), table.substring(dot + 1), column));
  }

  private record Place(String schema, String table, String column) {}

  private static Optional<LossyPart> read(Connection connection, String name, Place place) {
    for (Row row :
        connection.execute(TABLE, place.schema(), place.table(), place.column(), place.column())) {
      String key = String.valueOf(row.get(1));
      return Optional.of(
          new LossyPart(
              name,
              String.valueOf(row.get(0)),
              place.column(),
              key.isEmpty() ? List.of() : List.of(key.split("\u001f")),
              Boolean.TRUE.equals(row.get(2))));
    }
    return Optional.empty();
  }

  /** Whether it is all of its table. */
  public boolean isWhole() {
    return column.equals(ALL);
  }

  /** The rows that hold something. */
  public String rows(IdentifierQuoter quoter) {
    return table + (isWhole() ? "" : " WHERE " + quoter.quote(column) + " IS NOT NULL");
  }
}
