package org.aludel.migrations.loss;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.engine.Connection;
import org.aludel.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * How values get into a copy and out of it. Values of types that are not the server's own stand in
 * it as text: the revision that is undone may drop the type, and a copy that used it would hold it
 * up.
 */
final class KeptColumns {
  private static final String OF_TABLE =
      """
      SELECT a.attname, t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY a.attnum\
      """;

  private static final String OF_BOTH =
      """
      SELECT a.attname, CASE WHEN k.atttypid = 'pg_catalog.text'::pg_catalog.regtype
          AND t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace
        THEN pg_catalog.format_type(a.atttypid, a.atttypmod) END,
        pg_catalog.pg_get_serial_sequence(?, a.attname)
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      JOIN pg_catalog.pg_attribute k ON k.attrelid = pg_catalog.to_regclass(?)
        AND k.attname = a.attname AND k.attnum > 0 AND NOT k.attisdropped
      WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = ''
      ORDER BY a.attnum\
      """;

  private final Connection connection;
  private final IdentifierQuoter quoter;

  KeptColumns(Connection connection) {
    this.connection = connection;
    this.quoter = connection.dialect().quoter();
  }

  /** What is selected for a copy: all columns of a table, or those of some names. */
  String kept(String table, boolean whole, List<String> wanted) {
    List<String> items = new ArrayList<>();
    for (Row row : connection.execute(OF_TABLE, table)) {
      String name = String.valueOf(row.get(0));
      if (whole || wanted.contains(name)) {
        String column = quoter.quote(name);
        items.add(
            Boolean.TRUE.equals(row.get(1)) ? column + "::pg_catalog.text AS " + column : column);
      }
    }
    return String.join(", ", items);
  }

  /** The columns that a table and a copy have both, in order; the copy is called {@code k}. */
  List<Given> givenBack(String table, String copy) {
    List<Given> all = new ArrayList<>();
    for (Row row : connection.execute(OF_BOTH, table, copy, table)) {
      String name = quoter.quote(String.valueOf(row.get(0)));
      String cast = row.get(1) == null ? "" : "::" + row.get(1);
      all.add(new Given(name, "k." + name + cast, (String) row.get(2)));
    }
    return all;
  }

  /**
   * A column that gets its values back.
   *
   * @param name quoted
   * @param value of the copy, as the table's type
   * @param sequence that gives its next values, as a quoted name; null without one
   */
  record Given(String name, String value, @Nullable String sequence) {}
}
