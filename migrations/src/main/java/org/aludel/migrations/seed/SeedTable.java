package org.aludel.migrations.seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.Row;

/**
 * What the server knows of a table that gets rows.
 *
 * @param quoted its name for SQL
 * @param types of its columns, for casts
 * @param keys the columns of its primary key, then of each unique constraint and index
 * @param references quoted names of the tables that it refers to
 */
record SeedTable(
    String quoted, Map<String, String> types, List<List<String>> keys, Set<String> references) {
  /** Without lengths: an explicit cast to varchar(3) would cut, where the column refuses. */
  private static final String COLUMNS =
      """
      SELECT a.attname::text, pg_catalog.format_type(a.atttypid, -1)
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum\
      """;

  /** Only what ON CONFLICT can use: whole columns of every row, checked at once. */
  private static final String KEYS =
      """
      SELECT (SELECT pg_catalog.array_agg(a.attname::text ORDER BY k.n)
        FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY k (attnum, n)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE k.n <= i.indnkeyatts)
      FROM pg_catalog.pg_index i
      WHERE i.indrelid = pg_catalog.to_regclass(?) AND i.indisunique AND i.indisvalid
        AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
      ORDER BY NOT i.indisprimary, i.indexrelid::pg_catalog.regclass::text\
      """;

  private static final String REFERENCES =
      """
      SELECT DISTINCT pg_catalog.format('%I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_constraint f
      JOIN pg_catalog.pg_class c ON c.oid = f.confrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE f.contype = 'f' AND f.conrelid = pg_catalog.to_regclass(?)\
      """;

  /** The table of a name in a schema; empty where there is none. */
  static Optional<SeedTable> of(Connection connection, String schema, String name) {
    int dot = name.indexOf('.');
    QualifiedName qualified =
        dot < 0
            ? new QualifiedName(schema, name)
            : new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
    String quoted =
        connection
            .execute(
                "SELECT pg_catalog.format('%I.%I', ?::text, ?::text)",
                qualified.schema(), qualified.name())
            .scalar(String.class);
    Map<String, String> types = new LinkedHashMap<>();
    for (Row row : connection.execute(COLUMNS, quoted)) {
      types.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
    }
    if (quoted == null || types.isEmpty()) {
      return Optional.empty();
    }
    Set<String> references = new LinkedHashSet<>();
    for (Row row : connection.execute(REFERENCES, quoted)) {
      references.add(String.valueOf(row.get(0)));
    }
    references.remove(quoted);
    return Optional.of(new SeedTable(quoted, types, keys(connection, quoted), references));
  }

  private static List<List<String>> keys(Connection connection, String quoted) {
    List<List<String>> keys = new ArrayList<>();
    for (Row row : connection.execute(KEYS, quoted)) {
      Object columns = row.get(0);
      if (columns instanceof Object[] array) {
        keys.add(Arrays.stream(array).map(String::valueOf).toList());
      } else if (columns instanceof List<?> list) {
        keys.add(list.stream().map(String::valueOf).toList());
      }
    }
    return keys;
  }

  /** The first key whose columns are all among some. */
  Optional<List<String>> keyAmong(List<String> columns) {
    return keys.stream().filter(columns::containsAll).findFirst();
  }
}
