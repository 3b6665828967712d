package org.aludel.migrations.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.UsageException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.operation.CustomOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class ComparatorsTest {
  private static final MetaData PLAIN = schema(table("t", "a"));
  private static final MetaData MORE = schema(table("t", "a", "b"), table("u", "a"));

  /** An operation that is known by a word. */
  record Note(String word) implements CustomOperation {
    @Override
    public List<String> sql() {
      return List.of("SELECT '" + word + "'");
    }

    @Override
    public CustomOperation inverse() {
      return this;
    }

    @Override
    public String describe() {
      return "note  " + word;
    }
  }

  /** A comparator that notes what it is asked about. */
  record Noting(String name, String target, int priority, boolean stops)
      implements SchemaComparator {
    @Override
    public ComparatorAnswer compare(ComparedPair pair) {
      Note note = new Note(name + " " + pair.name().name());
      return stops ? ComparatorAnswer.stop(note) : ComparatorAnswer.carryOn(note);
    }
  }

  private static Table table(String name, String... columns) {
    List<Column> all = new ArrayList<>();
    for (String each : columns) {
      all.add(Column.of(each, SqlTypes.INTEGER));
    }
    return new Table(QualifiedName.of(name), all, List.of(), List.of(), null);
  }

  private static MetaData schema(Table... tables) {
    return MetaData.ofTables(List.of(tables));
  }

  private static List<String> compare(MetaData model, Comparators comparators) {
    CompareOptions options =
        CompareOptions.of(new IdentifierQuoter(Set.of(), 63), "public")
            .withDrops(CompareOptions.Drops.allowed())
            .withAdditions(ComparisonAdditions.none().with(comparators));
    return Comparison.compare(PLAIN, model, options).operations().stream()
        .map(Operation::describe)
        .toList();
  }

  private static Comparators of(SchemaComparator... own) {
    return Comparators.of(List.of(own), List.of());
  }

  @Test
  void aComparatorIsAskedOnceForEachObjectOfItsKind() {
    assertThat(compare(MORE, of(new Noting("acme.tables", "table", 0, false))))
        .containsExactly(
            "create table  u",
            "add column  t.b integer",
            "note  acme.tables t",
            "note  acme.tables u");
  }

  @Test
  void aComparatorOfAllIsAskedOnce() {
    assertThat(compare(PLAIN, of(new Noting("acme.all", "metadata", 0, false))))
        .containsExactly("note  acme.all ");
  }

  @Test
  void whatStopsAboutATableSilencesAludelAboutItsParts() {
    assertThat(compare(MORE, of(new Noting("acme.tables", "table", 0, true))))
        .containsExactly("note  acme.tables t", "note  acme.tables u");
  }

  @Test
  void whatStandsBehindAludelDoesNotSilenceIt() {
    assertThat(compare(MORE, of(new Noting("acme.late", "table", SchemaComparator.LAST, true))))
        .contains("create table  u", "add column  t.b integer");
  }

  @Test
  void whatStopsSilencesThoseBehindIt() {
    SchemaComparator late = new Noting("acme.a", "column", SchemaComparator.LAST, false);
    SchemaComparator first = new Noting("acme.b", "table", SchemaComparator.FIRST, true);

    assertThat(compare(PLAIN, of(late, first))).containsExactly("note  acme.b t");
  }

  @Test
  void aKindIsSwitchedOff() {
    MetaData checked =
        schema(
            table("t", "a")
                .withConstraints(
                    List.of(CheckConstraint.of(new ConstraintName("ck", true), "a > 0"))));

    assertThat(compare(checked, Comparators.of(List.of(), List.of("~aludel.check_constraints"))))
        .isEmpty();
    assertThat(compare(checked, Comparators.of(List.of(), List.of("~aludel.foreign_keys"))))
        .containsExactly("add check  t: ck (a > 0)");
  }

  @Test
  void onlyWhatAPatternMatchesIsHeard() {
    SchemaComparator own = new Noting("acme.tables", "table", 0, false);

    assertThat(compare(MORE, Comparators.of(List.of(own), List.of("acme.*"))))
        .containsExactly("note  acme.tables t", "note  acme.tables u");
    assertThat(compare(MORE, Comparators.of(List.of(own), List.of("*", "~acme.*", "~aludel.col*"))))
        .containsExactly("create table  u");
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() {
    assertThatThrownBy(() -> Comparators.of(List.of(), List.of("~aludel.check_constraint")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-MIG-INVALID-SETTING")
        .hasMessageContaining("aludel.check_constraints");
  }

  @Test
  void aNameIsTakenOnce() {
    SchemaComparator own = new Noting("aludel.tables", "table", 0, false);

    assertThatThrownBy(() -> of(own))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("two comparators of that name");
  }
}
