package org.aludel.migrations.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class ColumnHookTest {
  private static MetaData schema(String type, String text) {
    Column column = Column.of("c", SqlTypes.named(type)).withServerDefault(text);
    return MetaData.ofTables(
        List.of(new Table(QualifiedName.of("t"), List.of(column), List.of(), List.of(), null)));
  }

  private static List<String> compare(MetaData database, MetaData model, ColumnHooks hooks) {
    CompareOptions options =
        CompareOptions.of(new IdentifierQuoter(Set.of(), 63), "public")
            .withAdditions(ComparisonAdditions.none().with(hooks));
    return Comparison.compare(database, model, options).operations().stream()
        .map(Operation::describe)
        .toList();
  }

  private static ColumnHooks defaults(Verdict verdict) {
    return ColumnHooks.none()
        .and(
            new ColumnHook() {
              @Override
              public Verdict serverDefault(ComparedColumn column) {
                return verdict;
              }
            });
  }

  private static ColumnHooks types(Verdict verdict) {
    return ColumnHooks.none()
        .and(
            new ColumnHook() {
              @Override
              public Verdict type(ComparedColumn column) {
                return verdict;
              }
            });
  }

  @Test
  void aHookThatFindsNoDifferenceIsHeard() {
    assertThat(compare(schema("integer", "1"), schema("integer", "2"), defaults(Verdict.SAME)))
        .isEmpty();
    assertThat(compare(schema("integer", "1"), schema("bigint", "1"), types(Verdict.SAME)))
        .isEmpty();
  }

  @Test
  void aHookThatFindsADifferenceIsHeardAlthoughThereIsNone() {
    assertThat(compare(schema("integer", "1"), schema("integer", "1"), defaults(Verdict.DIFFERENT)))
        .containsExactly("change default  t.c 1 -> 1");
    assertThat(compare(schema("integer", "1"), schema("integer", "1"), types(Verdict.DIFFERENT)))
        .containsExactly("change type  t.c integer -> integer");
  }

  @Test
  void anUndecidedHookLeavesItToTheComparison() {
    ColumnHooks undecided = defaults(Verdict.UNDECIDED);

    assertThat(compare(schema("integer", "1"), schema("integer", "1"), undecided)).isEmpty();
    assertThat(compare(schema("integer", "1"), schema("integer", "2"), undecided))
        .containsExactly("change default  t.c 1 -> 2");
  }

  @Test
  void theFirstHookThatDecidesIsHeard() {
    ColumnHooks both =
        defaults(Verdict.UNDECIDED)
            .and(defaults(Verdict.SAME).hooks().get(0))
            .and(defaults(Verdict.DIFFERENT).hooks().get(0));

    assertThat(compare(schema("integer", "1"), schema("integer", "2"), both)).isEmpty();
  }

  @Test
  void whatAHookThrowsNamesTheHookAndTheColumn() {
    ColumnHooks broken =
        ColumnHooks.none()
            .and(
                new ColumnHook() {
                  @Override
                  public Verdict type(ComparedColumn column) {
                    throw new IllegalStateException("no such type");
                  }
                });

    assertThatThrownBy(() -> compare(schema("integer", "1"), schema("integer", "1"), broken))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-EXTENSION-FAILED")
        .hasMessageContaining("column t.c")
        .hasMessageContaining("no such type");
  }
}
