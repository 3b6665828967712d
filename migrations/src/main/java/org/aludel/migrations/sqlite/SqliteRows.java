package org.aludel.migrations.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.migrations.loss.LossyPart;
import org.aludel.migrations.loss.RowKeeper;
import org.aludel.sql.Row;

/**
 * Keeps rows beside the tables, in tables named {@code aludel_kept}, revision and part: there is no
 * other schema. No foreign key refers to them, so nothing that happens to others changes them.
 */
final class SqliteRows implements RowKeeper {
  private static final String PREFIX = "aludel_kept ";
  private static final String SAVEPOINT = "aludel_kept";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  @Override
  public Optional<LossyPart> find(Connection connection, String name, String defaultSchema) {
    int last = name.lastIndexOf('.');
    if (last < 1) {
      return Optional.empty();
    }
    String table = name.substring(0, last);
    String column = name.substring(last + 1);
    boolean there = column.equals(LossyPart.ALL) && !columns(connection, table).isEmpty();
    return there || columns(connection, table).contains(column)
        ? Optional.of(
            new LossyPart(
                name,
                connection.dialect().quoter().quote(table),
                column,
                key(connection, table),
                false))
        : Optional.empty();
  }

  /** Those of a table that hold values; none for what is no table. */
  private static List<String> columns(Connection connection, String table) {
    List<String> names = new ArrayList<>();
    String sql =
        "SELECT c.name FROM sqlite_schema s, pragma_table_xinfo(s.name) c"
            + " WHERE s.type = 'table' AND s.name = ? AND c.hidden = 0 ORDER BY c.cid";
    for (Row row : connection.execute(sql, table)) {
      names.add(String.valueOf(row.get(0)));
    }
    return names;
  }

  private static List<String> key(Connection connection, String table) {
    Map<Long, String> key = new TreeMap<>();
    String sql = "SELECT pk, name FROM pragma_table_xinfo(?) WHERE pk > 0";
    for (Row row : connection.execute(sql, table)) {
      key.put(Long.valueOf(String.valueOf(row.get(0))), String.valueOf(row.get(1)));
    }
    return List.copyOf(key.values());
  }

  @Override
  public boolean nothingKept(Connection connection) {
    return copies(connection, PREFIX).isEmpty();
  }

  /** By the number at the end, oldest first: pages are used again, so they tell nothing. */
  private static List<String> copies(Connection connection, String beginning) {
    List<String> names = new ArrayList<>();
    String sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, ?) = ?"
            + " ORDER BY CAST(substr(name, ?) AS integer), name";
    int length = beginning.length();
    for (Row row : connection.execute(sql, length, beginning, length + 1)) {
      names.add(String.valueOf(row.get(0)));
    }
    return names;
  }

  /** Those of one part: the name of another may go on where this one's ends. */
  private static List<String> copies(Connection connection, String revision, LossyPart part) {
    String beginning = beginning(revision, part);
    return copies(connection, beginning).stream()
        .filter(each -> NUMBER.matcher(each.substring(beginning.length())).matches())
        .toList();
  }

  private static String beginning(String revision, LossyPart part) {
    return PREFIX + revision + " " + part.name() + " ";
  }

  @Override
  public String keep(Connection connection, String revision, LossyPart part) {
    IdentifierQuoter quoter = connection.dialect().quoter();
    String beginning = beginning(revision, part);
    List<String> before = copies(connection, revision, part);
    int number = 1;
    if (!before.isEmpty()) {
      number += Integer.parseInt(before.get(before.size() - 1).substring(beginning.length()));
    }
    String copy = quoter.quote(beginning + number);
    boolean whole = part.isWhole() || part.key().isEmpty();
    List<String> columns = new ArrayList<>(part.key());
    if (!columns.contains(part.column())) {
      columns.add(part.column());
    }
    connection.update(
        "CREATE TABLE "
            + copy
            + " AS SELECT "
            + (whole ? "*" : quoter.quoteAll(columns))
            + " FROM "
            + part.rows(quoter));
    return copy;
  }

  /** Tables may need each other, so what fails is tried again. */
  @Override
  public void restore(
      Connection connection, String revision, List<LossyPart> parts, Consumer<String> told) {
    List<LossyPart> open = new ArrayList<>(parts);
    open.removeIf(part -> copies(connection, revision, part).isEmpty());
    List<String> refusals = new ArrayList<>();
    int before;
    do {
      before = open.size();
      refusals.clear();
      open.removeIf(part -> isRestored(connection, revision, part, told, refusals));
    } while (!open.isEmpty() && open.size() < before);
    refusals.forEach(told);
  }

  private static boolean isRestored(
      Connection connection,
      String revision,
      LossyPart part,
      Consumer<String> told,
      List<String> refusals) {
    List<String> copies = copies(connection, revision, part);
    String name = copies.get(copies.size() - 1);
    String copy = connection.dialect().quoter().quote(name);
    if (!part.isWhole() && part.key().isEmpty()) {
      refusals.add(part.name() + " stays in " + copy + ": its table has no primary key");
      return false;
    }
    connection.update("SAVEPOINT " + SAVEPOINT);
    try {
      long rows =
          part.isWhole() ? inserted(connection, name, part) : updated(connection, copy, part);
      connection.update("RELEASE SAVEPOINT " + SAVEPOINT);
      told.accept("gave back " + rows + " rows of " + part.name());
      return true;
    } catch (DatabaseException refused) {
      connection.update("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
      connection.update("RELEASE SAVEPOINT " + SAVEPOINT);
      refusals.add(
          "could not give back "
              + part.name()
              + ", it stays in "
              + copy
              + ": "
              + refused.problem().found());
      return false;
    }
  }

  private static long updated(Connection connection, String copy, LossyPart part) {
    IdentifierQuoter quoter = connection.dialect().quoter();
    String match =
        part.key().stream()
            .map(quoter::quote)
            .map(key -> "t." + key + " = k." + key)
            .collect(Collectors.joining(" AND "));
    String column = quoter.quote(part.column());
    long rows =
        connection.update(
            "UPDATE "
                + part.table()
                + " AS t SET "
                + column
                + " = k."
                + column
                + " FROM "
                + copy
                + " AS k WHERE "
                + match);
    connection.update(
        "DELETE FROM "
            + copy
            + " AS k WHERE EXISTS (SELECT 1 FROM "
            + part.table()
            + " AS t WHERE "
            + match
            + ")");
    Long rest = connection.execute("SELECT count(*) FROM " + copy).scalar(Long.class);
    if (rest != null && rest == 0) {
      connection.update("DROP TABLE " + copy);
    }
    return rows;
  }

  private static long inserted(Connection connection, String name, LossyPart part) {
    IdentifierQuoter quoter = connection.dialect().quoter();
    String table = part.name().substring(0, part.name().lastIndexOf('.'));
    List<String> shared = columns(connection, table);
    shared.retainAll(columns(connection, name));
    String list = quoter.quoteAll(shared);
    String copy = quoter.quote(name);
    long rows =
        connection.update(
            "INSERT INTO " + part.table() + " (" + list + ") SELECT " + list + " FROM " + copy);
    connection.update("DROP TABLE " + copy);
    return rows;
  }
}
