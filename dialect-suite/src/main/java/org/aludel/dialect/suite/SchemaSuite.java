package org.aludel.dialect.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Test;

/** Tables are read back as they were made. */
public abstract class SchemaSuite extends DialectSuite {
  /** The default schema, whose objects are named without it. */
  protected abstract String defaultSchema();

  private MetaData reflected() {
    try (Connection connection = engine().connect()) {
      return connection.inspector().reflect(ReflectOptions.of(defaultSchema()));
    }
  }

  @Test
  void tablesComeBackAsTheyWereMade() {
    assertThat(reflected().tables()).containsExactlyInAnyOrder(CITY, ORDER);
  }

  @Test
  void whatExistsIsFoundByItsName() {
    List<ObjectReference> there =
        List.of(
            CITY.reference(),
            ObjectReference.column(ORDER.name(), "group"),
            ObjectReference.constraint(ORDER.name(), "fk_suite_order"));
    ObjectReference missing = ObjectReference.column(ORDER.name(), "groups");

    try (Connection connection = engine().connect()) {
      assertThat(connection.inspector().existing(there)).containsExactlyInAnyOrderElementsOf(there);
      assertThat(connection.inspector().existing(List.of(missing))).isEmpty();
    }
  }

  @Test
  void whatIsMissingIsMadeAndWhatIsThereStays() {
    engine().dropExisting(MetaData.ofTables(List.of(ORDER)));

    engine().createMissing(MODEL);

    assertThat(reflected().tables()).extracting(Table::name).contains(CITY.name(), ORDER.name());
  }

  @Test
  void everythingIsDropped() {
    engine().dropAll(MODEL);

    assertThat(reflected().tables()).isEmpty();
  }
}
