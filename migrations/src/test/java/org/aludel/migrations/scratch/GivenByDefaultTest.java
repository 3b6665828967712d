package org.aludel.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.operation.PrivilegeOperation;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What default privileges gave is told from what a plan got wrong. */
@PostgresTest
final class GivenByDefaultTest {
  @ParameterizedTest
  @CsvSource({
    "GRANT SELECT ON TABLES TO PUBLIC, true",
    "IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC, true",
    "'GRANT SELECT, UPDATE ON TABLES TO PUBLIC', true",
    "GRANT UPDATE ON TABLES TO PUBLIC, false",
    "GRANT SELECT ON SEQUENCES TO PUBLIC, false",
    "IN SCHEMA s GRANT SELECT ON TABLES TO PUBLIC, false"
  })
  void onlyARuleForTheObjectExplainsIt(String rule, boolean explains, TestDatabase server) {
    TestDatabase database = server.another();
    database.run("CREATE SCHEMA s; CREATE TABLE t (a integer); GRANT SELECT ON t TO PUBLIC;");
    database.run("ALTER DEFAULT PRIVILEGES " + rule);
    MetaData found = read(database);
    ObjectReference table = ObjectReference.table(QualifiedName.of("t"));
    List<Grant> given = found.grants().stream().filter(each -> each.on().equals(table)).toList();
    PrivilegeOperation left = new PrivilegeOperation.Change(table, given, List.of());

    assertThat(given).hasSize(1);
    assertThat(GivenByDefault.in(found, "public").explains(left)).isEqualTo(explains);
  }

  private static MetaData read(TestDatabase database) {
    try (Engine engine = Engine.create(database.jdbcUrl());
        Connection connection = engine.connect()) {
      return connection.inspector().reflect(ReflectOptions.of("public"));
    }
  }
}
