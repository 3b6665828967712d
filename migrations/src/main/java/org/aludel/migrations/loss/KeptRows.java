package org.aludel.migrations.loss;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.migrations.contention.SharedObject;

/**
 * Copies of rows in a schema of their own, a table for each part of a revision: a column with the
 * key of its table, or whole rows. Not thread-safe.
 */
final class KeptRows {
  private static final String SCHEMA = "aludel_kept";

  /** As the server cuts names. */
  private static final int NAME_BYTES = 63;

  private static final int HASH_DIGITS = 8;

  private final Connection connection;
  private final IdentifierQuoter quoter;
  private final KeptColumns columns;

  KeptRows(Connection connection) {
    this.connection = connection;
    this.columns = new KeptColumns(connection);
    this.quoter = connection.dialect().quoter();
  }

  /** Whether nothing was ever kept in this database. */
  boolean isEmpty() {
    String sql = "SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = '" + SCHEMA + "'";
    Long found = connection.execute(sql).scalar(Long.class);
    return found == null || found == 0;
  }

  /** Copies what a part holds; nobody changes the rows any more until the transaction ends. */
  String keep(String revision, LossyPart part) {
    SharedObject.make(connection, "CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
    connection.update("LOCK TABLE " + part.table() + " IN ACCESS EXCLUSIVE MODE");
    String copy = free(revision, part);
    boolean whole = part.isWhole() || part.key().isEmpty();
    List<String> wanted = new ArrayList<>(part.key());
    wanted.add(part.column());
    connection.update(
        "CREATE TABLE "
            + copy
            + " AS SELECT "
            + columns.kept(part.table(), whole, wanted)
            + " FROM "
            + part.rows(quoter));
    connection.update(
        "COMMENT ON TABLE " + copy + " IS " + SqlLiteral.text(origin(revision, part)));
    return copy;
  }

  /** What a copy is known by again: tenants have tables of the same name, and names are cut. */
  private static String origin(String revision, LossyPart part) {
    return part.name() + " of " + part.table() + " as revision " + revision + " left it";
  }

  /** Brings back what it can; tables may need each other, so what fails is tried again. */
  void restore(String revision, List<LossyPart> parts, Consumer<String> told) {
    List<LossyPart> open = new ArrayList<>();
    for (LossyPart part : parts) {
      if (last(revision, part).isPresent()) {
        open.add(part);
      }
    }
    List<String> refusals = new ArrayList<>();
    int before;
    do {
      before = open.size();
      refusals.clear();
      open.removeIf(part -> restored(revision, part, told, refusals));
    } while (!open.isEmpty() && open.size() < before);
    refusals.forEach(told);
  }

  private boolean restored(
      String revision, LossyPart part, Consumer<String> told, List<String> refusals) {
    String copy = SCHEMA + "." + quoter.quote(last(revision, part).orElseThrow());
    if (!part.isWhole() && part.key().isEmpty()) {
      refusals.add(part.name() + " stays in " + copy + ": its table has no primary key");
      return false;
    }
    connection.update("SAVEPOINT aludel_kept");
    try {
      long rows = part.isWhole() ? inserted(copy, part) : updated(copy, part);
      connection.update("RELEASE SAVEPOINT aludel_kept");
      told.accept("gave back " + rows + " rows of " + part.name());
      return true;
    } catch (DatabaseException refused) {
      connection.update("ROLLBACK TO SAVEPOINT aludel_kept");
      refusals.add(
          "could not give back "
              + part.name()
              + ", it stays in "
              + copy
              + ": SQLSTATE "
              + refused.sqlState());
      return false;
    }
  }

  private long updated(String copy, LossyPart part) {
    Map<String, String> values =
        columns.givenBack(part.table(), copy).stream()
            .collect(Collectors.toMap(KeptColumns.Given::name, KeptColumns.Given::value));
    String match =
        part.key().stream()
            .map(quoter::quote)
            .map(key -> "t." + key + " = " + values.get(key))
            .collect(Collectors.joining(" AND "));
    String column = quoter.quote(part.column());
    long rows =
        connection.update(
            "UPDATE "
                + part.table()
                + " AS t SET "
                + column
                + " = "
                + values.get(column)
                + " FROM "
                + copy
                + " AS k WHERE "
                + match);
    connection.update(
        "DELETE FROM " + copy + " AS k USING " + part.table() + " AS t WHERE " + match);
    Long left = connection.execute("SELECT count(*) FROM " + copy).scalar(Long.class);
    if (left != null && left == 0) {
      connection.update("DROP TABLE " + copy);
    }
    return rows;
  }

  private long inserted(String copy, LossyPart part) {
    List<KeptColumns.Given> given = columns.givenBack(part.table(), copy);
    long rows =
        connection.update(
            "INSERT INTO "
                + part.table()
                + " ("
                + listed(given, KeptColumns.Given::name)
                + ") OVERRIDING SYSTEM VALUE SELECT "
                + listed(given, KeptColumns.Given::value)
                + " FROM "
                + copy
                + " AS k");
    for (KeptColumns.Given each : given) {
      if (each.sequence() != null) {
        setSequence(part.table(), each.name(), each.sequence());
      }
    }
    connection.update("DROP TABLE " + copy);
    return rows;
  }

  /** Lets a sequence go on behind the greatest value of its column. */
  private void setSequence(String table, String column, String sequence) {
    String last = "pg_catalog.setval(" + SqlLiteral.text(sequence) + "::pg_catalog.regclass, max(";
    connection
        .execute(
            "SELECT "
                + last
                + column
                + ")) FROM "
                + table
                + " HAVING max("
                + column
                + ") IS NOT NULL")
        .close();
  }

  private static String listed(
      List<KeptColumns.Given> given, Function<KeptColumns.Given, String> part) {
    return given.stream().map(part).collect(Collectors.joining(", "));
  }

  private String free(String revision, LossyPart part) {
    int number = 1;
    while (exists(name(revision, part, number))) {
      number++;
    }
    return SCHEMA + "." + quoter.quote(name(revision, part, number));
  }

  /** The copy that was made last of this part, and of no other table with that name. */
  private Optional<String> last(String revision, LossyPart part) {
    return connection
        .execute(
            "SELECT c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                + " ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'r'"
                + " AND pg_catalog.obj_description(c.oid, 'pg_class') = ? ORDER BY c.oid DESC"
                + " LIMIT 1",
            SCHEMA,
            origin(revision, part))
        .first()
        .map(row -> String.valueOf(row.get(0)));
  }

  private boolean exists(String name) {
    Long found =
        connection
            .execute(
                "SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?",
                SCHEMA,
                name)
            .scalar(Long.class);
    return found != null && found > 0;
  }

  private static String name(String revision, LossyPart part, int number) {
    String name =
        revision
            + "_"
            + part.name().replace(".*", "").replace('.', '_')
            + (number == 1 ? "" : "_" + number);
    if (name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES) {
      return name;
    }
    String end = "_" + hash(part.name()) + "_" + number;
    String cut = name;
    while ((cut + end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return cut + end;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }
}
