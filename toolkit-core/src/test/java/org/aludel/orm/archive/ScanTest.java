package org.aludel.orm.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
final class ScanTest {
  private static final Registry REGISTRY = Registry.builder().add(Scan.class).build();
  private final StatementRecorder recorder = new StatementRecorder();
  private SessionFactory sessions;

  @BeforeEach
  void create(TestDatabase database) {
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    database.run("DROP TABLE IF EXISTS scan");
    CreateOrder.createAll(REGISTRY.metaData())
        .forEach(statement -> database.run(compiler.compile(statement)));
    sessions = SessionFactory.of(Engine.create(recorder.wrap(database.dataSource())), REGISTRY);
    recorder.clear();
  }

  @Test
  void largeValuesAreTextAndBytes() {
    assertThat(REGISTRY.mapper(Scan.class).table().columns())
        .extracting(column -> column.type().name())
        .containsExactly("uuid", "text", "bytea");
  }

  @Test
  void idsAreMadeWithoutAskingTheServer() {
    List<Scan> scans = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      scans.add(new Scan("text " + number, new byte[] {(byte) number}));
    }

    sessions.inTransaction(session -> session.addAll(scans));

    assertThat(recorder.sql()).singleElement().asString().doesNotContain("RETURNING", "MERGE");
    assertThat(scans).extracting(Scan::getId).doesNotContainNull().doesNotHaveDuplicates();
    try (Session session = sessions.open()) {
      Scan read = session.getOne(Scan.class, scans.get(3).getId());
      assertThat(read.getText()).isEqualTo("text 3");
      assertThat(read.getImage()).containsExactly(3);
    }
  }

  @Test
  void anIdOfTheApplicationIsKept() {
    UUID own = UUID.randomUUID();
    Scan scan = new Scan("a", new byte[0]);
    scan.setId(own);

    sessions.inTransaction(session -> session.add(scan));

    assertThat(scan.getId()).isEqualTo(own);
  }

  @Test
  void aRollbackTakesTheIdBack() {
    Scan scan = new Scan("a", new byte[0]);

    try (Session session = sessions.open()) {
      session.add(scan);
      session.flush();
      session.rollback();
    }

    assertThat(scan.getId()).isNull();
  }
}
