package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.schema.MetaData;
import org.aludel.testing.SchemaDump;
import org.aludel.testing.TestDatabase;

/** There and back, judged by pg_dump, privileges included. */
final class RoundTrip {
  private static final SchemaDump DUMP = SchemaDump.standard().withPrivileges();

  private RoundTrip() {}

  /** What the SQL makes is read, made again from that, found equal, and dropped. */
  static MetaData createsItsEqual(TestDatabase source, String sql) {
    source.run(sql);
    MetaData found = Reflection.of(source);
    assertThat(found.uncovered()).isEmpty();
    try (TestDatabase copy = source.another()) {
      Reflection.create(copy, found);

      if (SchemaDump.availableFor(source)) {
        assertThat(DUMP.of(copy)).isEqualTo(DUMP.of(source));
      }
      assertThat(Reflection.of(copy)).isEqualTo(found);
      Reflection.drop(copy, found);
      assertThat(Reflection.of(copy)).isEqualTo(MetaData.empty());
    }
    return found;
  }
}
