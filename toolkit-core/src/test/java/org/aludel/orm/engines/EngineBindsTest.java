package org.aludel.orm.engines;

import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.error.UsageException;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What classes of one engine share: a table between, and a sequence. */
@PostgresTest
final class EngineBindsTest {
  private static final Registry REGISTRY = Registry.of(SheetBase.class);

  @Test
  void aStatementOverATableBetweenGoesToTheEngineOfItsClasses(TestDatabase database) {
    LinkDatabase main = LinkDatabase.fresh(database, REGISTRY);
    LinkDatabase archive = LinkDatabase.fresh(database.another(), REGISTRY);
    SessionFactory sessions =
        SessionFactory.of(
            main.engine,
            REGISTRY,
            options -> options.engine(archive.engine, Sheet.class, Mark.class, Slip.class));
    sessions.inTransaction(session -> session.add(new Sheet()).getMarks().add(new Mark()));
    assertThat(archive.query("SELECT count(*) FROM sheet_mark")).containsExactly(List.of("1"));

    sessions.inTransaction(session -> session.execute(delete(table("sheet_mark")).all()));

    assertThat(archive.query("SELECT count(*) FROM sheet_mark")).containsExactly(List.of("0"));
    main.engine.close();
    archive.engine.close();
  }

  @Test
  void oneSequenceInTwoEnginesIsRefused(TestDatabase database) {
    LinkDatabase main = LinkDatabase.fresh(database, REGISTRY);

    assertThatThrownBy(
            () ->
                SessionFactory.of(
                    main.engine,
                    REGISTRY,
                    options -> options.engine(main.engine.withOptions(any -> any), Slip.class)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-SESSION-SEVERAL-ENGINES")
        .hasMessageContaining("the sequence \"ids\"");
    main.engine.close();
  }

  @Test
  void aBaseBindsTheClassesBelowIt(TestDatabase database) {
    LinkDatabase main = LinkDatabase.fresh(database, REGISTRY);
    LinkDatabase archive = LinkDatabase.fresh(database.another(), REGISTRY);
    SessionFactory sessions =
        SessionFactory.of(
            main.engine, REGISTRY, options -> options.engine(archive.engine, SheetBase.class));

    sessions.inTransaction(session -> session.add(new Sheet()).getMarks().add(new Mark()));

    assertThat(archive.query("SELECT count(*) FROM sheet_mark")).containsExactly(List.of("1"));
    assertThat(main.query("SELECT count(*) FROM sheet")).containsExactly(List.of("0"));
    main.engine.close();
    archive.engine.close();
  }

  @Test
  void aClassThatIsNamedDoesNotFollowItsBase(TestDatabase database) {
    Registry registry = Registry.of(EnginesBase.class);
    LinkDatabase main = LinkDatabase.fresh(database, registry);
    LinkDatabase archive = LinkDatabase.fresh(database.another(), registry);
    SessionFactory sessions =
        SessionFactory.of(
            main.engine,
            registry,
            options ->
                options.engine(archive.engine, EnginesBase.class).engine(main.engine, Shop.class));

    sessions.inTransaction(session -> session.add(new Shop("Corner")));
    sessions.inTransaction(session -> session.add(new Receipt(null, 10)));

    assertThat(main.query("SELECT count(*) FROM shop")).containsExactly(List.of("1"));
    assertThat(archive.query("SELECT count(*) FROM receipt")).containsExactly(List.of("1"));
    main.engine.close();
    archive.engine.close();
  }
}
