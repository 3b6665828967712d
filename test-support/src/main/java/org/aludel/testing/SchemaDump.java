package org.aludel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/**
 * A schema as {@code pg_dump} sees it, in a form that is equal for equal schemas whatever the order
 * of their creation: the statements sorted, without comments, settings and psql commands.
 *
 * <pre>{@code
 * SchemaDump.assumeAvailable();
 * assertThat(SchemaDump.standard().of(migrated)).isEqualTo(SchemaDump.standard().of(wanted));
 * }</pre>
 *
 * The bookkeeping tables of the runner and of Liquibase are left out. Immutable.
 */
public final class SchemaDump {
  private static final Set<String> BOOKKEEPING =
      Set.of("aludel_version", "aludel_revision_log", "databasechangelog", "databasechangeloglock");
  private final boolean columnOrder;
  private final boolean privileges;
  private final Set<String> leftOut;

  private SchemaDump(boolean columnOrder, boolean privileges, Set<String> leftOut) {
    this.columnOrder = columnOrder;
    this.privileges = privileges;
    this.leftOut = Set.copyOf(leftOut);
  }

  /** Everything but the bookkeeping tables, privileges and owners. */
  public static SchemaDump standard() {
    return new SchemaDump(true, false, BOOKKEEPING);
  }

  /** The same without the order of columns in tables and composite types. */
  public SchemaDump ignoringColumnOrder() {
    return new SchemaDump(false, privileges, leftOut);
  }

  /** The same without a table, in whatever schema. */
  public SchemaDump without(String table) {
    Set<String> more = new TreeSet<>(leftOut);
    more.add(table);
    return new SchemaDump(columnOrder, privileges, more);
  }

  /** The same with privileges; still without owners. */
  public SchemaDump withPrivileges() {
    return new SchemaDump(columnOrder, true, leftOut);
  }

  /** Whether a pg_dump is installed that can read the judge's server. */
  public static boolean available() {
    return PgDump.find().filter(found -> found.majorVersion() >= judgeVersion()).isPresent();
  }

  /** Whether a pg_dump is installed that can read the server of a database. */
  public static boolean availableFor(TestDatabase database) {
    return PgDump.find()
        .filter(found -> found.majorVersion() >= database.majorVersion())
        .isPresent();
  }

  /** Skips the running test, saying why, where {@link #available()} is false. */
  public static void assumeAvailable() {
    if (!available()) {
      throw new TestAbortedException(
          "skipped: no pg_dump of version " + judgeVersion() + " or later is installed");
    }
  }

  private static int judgeVersion() {
    return Integer.parseInt(
        System.getProperty("aludel.judge.version", "15").replaceFirst("[^0-9].*", ""));
  }

  /**
   * The normalised schema; each statement is a block, with an empty line between blocks.
   *
   * @throws IllegalStateException if no pg_dump can read the database's server
   */
  public String of(TestDatabase database) {
    Optional<PgDump> found = PgDump.find();
    if (found.isEmpty() || found.get().majorVersion() < database.majorVersion()) {
      throw new IllegalStateException(
          "no pg_dump for a server of version " + database.majorVersion() + ": " + found);
    }
    List<String> arguments = new ArrayList<>();
    if (!privileges) {
      arguments.add("--no-privileges");
    }
    for (String table : new TreeSet<>(leftOut)) {
      arguments.add("--exclude-table=*.\"" + table.replace("\"", "\"\"") + "\"");
    }
    return normalise(found.get().schemaOf(database, arguments));
  }

  /** The normalised form of a text that pg_dump printed. */
  String normalise(String dump) {
    return new DumpNormaliser(columnOrder).normalise(dump);
  }
}
