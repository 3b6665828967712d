package org.aludel.orm.computed;

import static org.aludel.orm.computed.SquareT.SQUARE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server computes is never written, and read back with each write. */
@PostgresTest(perMethod = true)
final class ComputedValueTest {
  private final StatementRecorder recorder = new StatementRecorder();
  private final Engine engine;
  private final Session session;

  ComputedValueTest(TestDatabase database) {
    engine = Engine.create(recorder.wrap(database.dataSource()));
    engine.createAll(Registry.of(ComputedBase.class).metaData());
    session = SessionFactory.of(engine, ComputedBase.class).open();
  }

  @AfterEach
  void close() {
    session.rollback();
    session.close();
    engine.close();
  }

  @Test
  void anInsertReadsItBack() {
    Square square = session.add(new Square(1, 3));
    recorder.clear();

    session.flush();

    assertThat(recorder.sql())
        .contains("INSERT INTO square (id, side) VALUES (?, ?) RETURNING area");
    assertThat(square.getArea()).isEqualTo(9);
  }

  @Test
  void anUpdateReadsItBack() {
    Square square = session.add(new Square(1, 3));
    session.flush();
    recorder.clear();

    square.setSide(4);
    session.flush();

    assertThat(recorder.sql())
        .containsExactly("UPDATE square SET side = ? WHERE id = ? RETURNING area");
    assertThat(square.getArea()).isEqualTo(16);
  }

  @Test
  void anUpdateOfManyRowsReadsEachOneBack() {
    session.addAll(List.of(new Square(1, 1), new Square(2, 2), new Square(3, 3)));
    session.flush();
    List<Square> squares = session.scalars(select(SQUARE).orderBy(SQUARE.id)).all();
    recorder.clear();

    squares.forEach(square -> square.setSide(square.getId() * 10));
    session.flush();

    assertThat(recorder.sql()).hasSize(1);
    assertThat(squares).extracting(Square::getArea).containsExactly(100L, 400L, 900L);
  }
}
