package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.aludel.error.MappingException;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.shop.Address;
import org.aludel.orm.mapping.shop.AddressT;
import org.aludel.orm.mapping.shop.Base;
import org.aludel.orm.mapping.shop.User;
import org.aludel.orm.mapping.shop.UserT;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.schema.Column;
import org.aludel.sql.ColumnReference;
import org.junit.jupiter.api.Test;

/** What a session asks mappers. */
final class MapperTest {
  private static final Registry REGISTRY = Registry.of(Base.class);
  private static final Mapper<User> USER = REGISTRY.mapper(User.class);
  private static final Mapper<Address> ADDRESS = REGISTRY.mapper(Address.class);

  @Test
  void basicsAreInSlotOrderWithSuperclassesFirst() {
    assertThat(USER.basics())
        .extracting(BasicProperty::name)
        .containsExactly(
            "id", "created", "fullName", "email", "nick", "credit", "twice", "mood", "version");
    assertThat(USER.basics())
        .allSatisfy(basic -> assertThat(USER.basics().get(basic.slot())).isSameAs(basic));
  }

  @Test
  void accessHasTheSlotsOfTheMapper() {
    assertThat(USER.access().attributes())
        .extracting(attribute -> attribute.name())
        .startsWith("id", "created")
        .endsWith("version", "addresses");
    assertThat(USER.relationships().get(0).slot()).isEqualTo(USER.access().basicCount());
  }

  @Test
  void valuesOfTheServerAreNotWritten() {
    BasicProperty id = (BasicProperty) USER.property("id").orElseThrow();
    BasicProperty created = (BasicProperty) USER.property("created").orElseThrow();
    BasicProperty twice = (BasicProperty) USER.property("twice").orElseThrow();

    assertThat(id.generation()).isEqualTo(Generation.IDENTITY);
    assertThat(id.updatable()).isFalse();
    assertThat(created.generation()).isEqualTo(Generation.DEFAULT);
    assertThat(created.updatable()).isTrue();
    assertThat(twice.generation()).isEqualTo(Generation.COMPUTED);
    assertThat(twice.insertable()).isFalse();
    assertThat(twice.updatable()).isFalse();
  }

  @Test
  void manyToOneKnowsItsColumnsAndItsInverse() {
    Relationship user = ADDRESS.references().get(0);

    assertThat(user.target()).isSameAs(USER);
    assertThat(user.owner()).isSameAs(ADDRESS);
    assertThat(user.localColumns()).extracting(Column::name).containsExactly("user_id");
    assertThat(user.remoteColumns()).extracting(Column::name).containsExactly("id");
    assertThat(user.inverse()).isSameAs(USER.relationships().get(0));
    assertThat(user.optional()).isFalse();
    assertThat(user.load()).isEqualTo(LoadStrategy.LAZY);
  }

  @Test
  void oneToManyMirrorsTheForeignKey() {
    Relationship addresses = USER.relationships().get(0);

    assertThat(addresses.localColumns()).extracting(Column::name).containsExactly("id");
    assertThat(addresses.remoteColumns()).extracting(Column::name).containsExactly("user_id");
    assertThat(addresses.mappedBy()).isEqualTo("user");
    assertThat(addresses.cascades()).isEqualTo(EnumSet.allOf(Cascade.class));
    assertThat(addresses.orphanRemoval()).isTrue();
    assertThat(addresses.orderBy())
        .containsExactly(
            new Relationship.Order((BasicProperty) ADDRESS.property("street").orElseThrow(), true),
            new Relationship.Order((BasicProperty) ADDRESS.property("id").orElseThrow(), false));
  }

  @Test
  void referenceWithoutMirrorHasNoInverse() {
    Relationship paidBy = ADDRESS.references().get(1);

    assertThat(paidBy.inverse()).isNull();
    assertThat(paidBy.load()).isEqualTo(LoadStrategy.SELECT_IN);
    assertThat(paidBy.cascades()).isEmpty();
  }

  @Test
  void columnThatAnAttributeSharesIsThereOnce() {
    assertThat(ADDRESS.table().columns())
        .extracting(Column::name)
        .containsExactly("id", "created", "street", "user_id", "payer");
    assertThat(((BasicProperty) ADDRESS.property("payerId").orElseThrow()).insertable()).isFalse();
  }

  @Test
  void selectColumnsAreBasicsThenForeignKeys() {
    assertThat(ADDRESS.selectColumns())
        .extracting(Column::name)
        .containsExactly("id", "created", "street", "payer", "user_id", "payer");
  }

  @Test
  void lazyInstanceIsOfTheSameMapper() {
    User lazy = EntityAccess.of(User.class).lazy(instance -> {});

    assertThat(REGISTRY.mapperOf(lazy)).isSameAs(USER);
    assertThat(REGISTRY.contains(lazy.getClass())).isTrue();
  }

  @Test
  void metamodelNamesTheColumnsOfTheMappers() {
    assertSame(UserT.USER, USER);
    assertSame(AddressT.ADDRESS, ADDRESS);
  }

  @Test
  void classThatIsNotThereIsRefusedWithANearName() {
    assertThatThrownBy(() -> REGISTRY.mapper(String.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("ORM-MAP-NOT-MAPPED")
        .hasMessageContaining("a registry of 2 classes");
  }

  private static void assertSame(EntityTable<?> table, Mapper<?> mapper) {
    assertThat(table.columnReferences())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactlyInAnyOrderElementsOf(
            mapper.table().columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList());
    List<ColumnReference<?>> columns =
        table.columnReferences().stream().filter(BasicAttribute.class::isInstance).toList();
    assertThat(table.tableName().name()).isEqualTo(mapper.table().name().name());
    assertThat(table.tableName().schema()).isEqualTo(mapper.table().name().schema());
    assertThat(columns)
        .extracting(column -> ((BasicAttribute<?, ?>) column).attribute())
        .isEqualTo(mapper.basics().stream().map(BasicProperty::name).toList());
    assertThat(columns)
        .extracting(column -> column.name() + " " + column.type())
        .isEqualTo(
            mapper.basics().stream()
                .map(basic -> basic.column().name() + " " + basic.column().type())
                .toList());
  }
}
