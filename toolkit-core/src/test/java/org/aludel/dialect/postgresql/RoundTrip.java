package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.schema.MetaData;
import org.aludel.testing.CatalogListing;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;

/**
 * There and back, privileges included, judged by the server's own definitions and, where one of the
 * server's version is installed, by pg_dump.
 */
final class RoundTrip {
  private static final SchemaDump DUMP = SchemaDump.standard().withPrivileges();
  private static final Pattern MARK = Pattern.compile("-- (since|before) (\\d+)$");

  private RoundTrip() {}

  /** What the SQL makes is read, made again from that, found equal, and dropped. */
  static MetaData createsItsEqual(TestDatabase source, String sql) {
    source.run(forServer(source.majorVersion(), sql));
    return createsItsEqual(source);
  }

  /** The same for what is in the database. */
  static MetaData createsItsEqual(TestDatabase source) {
    MetaData found = Reflection.of(source);
    assertThat(found.uncovered()).isEmpty();
    try (TestDatabase copy = source.another()) {
      Reflection.create(copy, found);

      if (SchemaDump.availableFor(source)) {
        assertThat(DUMP.of(copy)).isEqualTo(DUMP.of(source));
      }
      assertThat(CatalogListing.differences(source, copy)).isEmpty();
      assertThat(Reflection.of(copy)).isEqualTo(found);
      Reflection.drop(copy, found);
      assertThat(Reflection.of(copy)).isEqualTo(MetaData.empty());
    }
    return found;
  }

  /**
   * The text without the lines that end in a mark such as {@code -- since 15} on older servers, and
   * without those {@code -- before 15} on that and newer ones.
   */
  static String forServer(int version, String sql) {
    return sql.lines().filter(line -> admits(version, line)).collect(Collectors.joining("\n"));
  }

  private static boolean admits(int version, String line) {
    Matcher mark = MARK.matcher(line);
    return !mark.find()
        || (Integer.parseInt(mark.group(2)) <= version) == "since".equals(mark.group(1));
  }
}
