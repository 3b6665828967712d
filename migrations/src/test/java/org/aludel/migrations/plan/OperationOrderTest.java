package org.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.RevisionException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.compare.Differences;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

final class OperationOrderTest {
  private static final CompareOptions OPTIONS =
      CompareOptions.of(new IdentifierQuoter(Set.of(), 63), "public")
          .withDrops(CompareOptions.Drops.allowed());

  @Test
  void aChainOfThousandForeignKeysNeedsNoStack() {
    List<Table> chain = new ArrayList<>();
    for (int at = 0; at < 1000; at++) {
      chain.add(table("t" + at, at == 999 ? List.of() : List.of("t" + (at + 1))));
    }
    Collections.shuffle(chain, new Random(1));
    MetaData model = MetaData.ofTables(chain);

    List<String> created = words(sort(MetaData.empty(), model));
    List<String> dropped = words(sort(model, MetaData.empty()));

    assertThat(created).startsWith("create table  t999", "create table  t998").hasSize(1000);
    assertThat(dropped).startsWith("drop table  t0", "drop table  t1").hasSize(1000);
  }

  @Test
  void onlyTheKeysOfACircleAreTakenApart() {
    MetaData model =
        MetaData.ofTables(
            List.of(
                table("a", List.of("b")),
                table("b", List.of("a")),
                table("c", List.of("a")),
                table("d", List.of("d"))));

    assertThat(words(sort(MetaData.empty(), model)))
        .containsExactly(
            "create table  a",
            "create table  b",
            "create table  c",
            "create table  d",
            "add foreign key  fk_a_b (b_id) -> b(id)",
            "add foreign key  fk_b_a (a_id) -> a(id)");
  }

  @Test
  void theOrderDoesNotDependOnTheOrderGiven() {
    MetaData model =
        MetaData.ofTables(
            List.of(table("a", List.of()), table("b", List.of("a")), table("c", List.of("b"))));
    Differences found = Comparison.compare(MetaData.empty(), model, OPTIONS);
    List<Operation> reversed = new ArrayList<>(found.operations());
    Collections.reverse(reversed);

    assertThat(OperationOrder.sort(reversed, found.database(), found.model()))
        .isEqualTo(OperationOrder.sort(found.operations(), found.database(), found.model()));
  }

  @Test
  void namesThatAreExchangedInACircleAreRefused() {
    List<Operation> swap =
        List.of(
            new TableOperation.Rename(QualifiedName.of("a"), QualifiedName.of("b")),
            new TableOperation.Rename(QualifiedName.of("b"), QualifiedName.of("a")));

    assertThatThrownBy(() -> OperationOrder.sort(swap, MetaData.empty(), MetaData.empty()))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-CANNOT-ORDER")
        .hasMessageContaining("rename table  a -> b");
  }

  private static Table table(String name, List<String> targets) {
    List<Column> columns = new ArrayList<>(List.of(Column.of("id", SqlTypes.BIGINT).notNull()));
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(PrimaryKey.of(ConstraintName.given("pk_" + name), List.of("id")));
    for (String target : targets) {
      columns.add(Column.of(target + "_id", SqlTypes.BIGINT));
      constraints.add(
          ForeignKey.of(
              ConstraintName.given("fk_" + name + "_" + target),
              List.of(target + "_id"),
              QualifiedName.of(target),
              List.of("id")));
    }
    return new Table(QualifiedName.of(name), columns, constraints, List.of(), null);
  }

  private static List<Operation> sort(MetaData before, MetaData after) {
    Differences found = Comparison.compare(before, after, OPTIONS);
    return OperationOrder.sort(found.operations(), found.database(), found.model());
  }

  private static List<String> words(List<Operation> operations) {
    return operations.stream().map(Operation::describe).toList();
  }
}
