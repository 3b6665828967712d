package org.aludel.orm.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.IdSequence;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
class SequenceValuesTest {
  @Test
  void ofTooManySequencesTheOneUsedLongestAgoIsForgotten(TestDatabase database) {
    database.run("CREATE SEQUENCE a INCREMENT 10; CREATE SEQUENCE b INCREMENT 10;");
    IdSequence one = new IdSequence(QualifiedName.of("a"), 10);
    IdSequence other = new IdSequence(QualifiedName.of("b"), 10);
    SequenceValues values = new SequenceValues(1);

    try (Engine engine = Engine.create(database.dataSource());
        Connection connection = engine.connect()) {
      assertThat(values.take(connection, one, 2)).containsExactly(1, 2);
      assertThat(values.take(connection, one, 1)).containsExactly(3);
      values.take(connection, other, 1);

      assertThat(values.take(connection, one, 1)).containsExactly(12);
    }
  }
}
