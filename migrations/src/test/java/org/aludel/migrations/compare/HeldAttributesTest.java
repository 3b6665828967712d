package org.aludel.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.UsageException;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CompositeType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** An attribute that left a composite type holds values in all columns of the type. */
final class HeldAttributesTest {
  private static final CompareOptions OPTIONS =
      CompareOptions.of(new IdentifierQuoter(Set.of(), 63), "public");

  @Test
  void aLostAttributeIsHeldBack() {
    Differences found = compare(spot("x", "name"), spot("x"), drops(DropPolicy.PENDING));

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.pending())).containsExactly("drop attribute  spot.name");
  }

  @Test
  void aNewAttributeComesBehindTheOneThatIsHeldBack() {
    Differences found = compare(spot("x", "name"), spot("x", "y"), drops(DropPolicy.PENDING));

    assertThat(words(found.operations())).containsExactly("add attribute  spot.y");
    assertThat(found.operations())
        .containsExactly(new ObjectOperation.Replace(spot("x", "name"), spot("x", "name", "y")));
  }

  @Test
  void heldBackTwiceThereIsNothingToDo() {
    Differences found = compare(spot("x", "name", "y"), spot("x", "y"), drops(DropPolicy.PENDING));

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.pending())).containsExactly("drop attribute  spot.name");
  }

  @Test
  void eachIsListedAndReleasedByItsName() {
    Differences found = compare(spot("x", "name", "y"), spot("x"), released("spot.y"));

    assertThat(found.operations())
        .containsExactly(new ObjectOperation.Replace(spot("x", "name", "y"), spot("x", "name")));
    assertThat(words(found.operations())).containsExactly("drop attribute  spot.y");
    assertThat(words(found.pending())).containsExactly("drop attribute  spot.name");
  }

  @Test
  void aReleasedNameThatIsNoAttributeIsRefused() {
    assertThatThrownBy(() -> compare(spot("x", "name"), spot("x"), released("spot.nam")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-MIG-NOTHING-TO-DROP")
        .hasMessageContaining("did you mean \"spot.name\"?");
  }

  @Test
  void whereDropsAreAllowedItGoes() {
    Differences found = compare(spot("x", "name"), spot("x"), drops(DropPolicy.ALLOW));

    assertThat(words(found.operations())).containsExactly("drop attribute  spot.name");
    assertThat(found.pending()).isEmpty();
  }

  @Test
  void noneSaysNothing() {
    Differences found = compare(spot("x", "name"), spot("x"), drops(DropPolicy.NONE));

    assertThat(found.operations()).isEmpty();
    assertThat(found.pending()).isEmpty();
  }

  @Test
  void ofATypeThatNoRevisionMadeItIsLeftAlone() {
    CompareOptions.Drops ours =
        new CompareOptions.Drops(DropPolicy.ALLOW, Set.of(), Ownership.of(MetaData::empty));

    Differences found = compare(spot("x", "name"), spot("x"), ours);

    assertThat(found.operations()).isEmpty();
    assertThat(words(found.unmanaged())).containsExactly("drop attribute  spot.name");
  }

  @Test
  void aTypeThatOnlyGainsHoldsNothingBack() {
    Differences found = compare(spot("x"), spot("x", "y"), drops(DropPolicy.PENDING));

    assertThat(words(found.operations())).containsExactly("add attribute  spot.y");
    assertThat(found.pending()).isEmpty();
  }

  private static CompositeType spot(String... attributes) {
    return new CompositeType(
        QualifiedName.of("spot"),
        Stream.of(attributes)
            .map(each -> new CompositeType.Attribute(each, SqlTypes.TEXT, null, null))
            .toList(),
        null);
  }

  private static CompareOptions.Drops drops(DropPolicy policy) {
    return new CompareOptions.Drops(policy, Set.of(), Ownership.everything());
  }

  private static CompareOptions.Drops released(String name) {
    return new CompareOptions.Drops(DropPolicy.PENDING, Set.of(name), Ownership.everything());
  }

  private static Differences compare(
      CompositeType database, CompositeType model, CompareOptions.Drops drops) {
    return Comparison.compare(with(database), with(model), OPTIONS.withDrops(drops));
  }

  private static MetaData with(CompositeType type) {
    return MetaData.empty().copy().compositeTypes(List.of(type)).build();
  }

  private static List<String> words(List<Operation> operations) {
    return operations.stream().map(Operation::describe).toList();
  }
}
