package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aludel.instrument.AnnotationValues;
import org.aludel.orm.element.ElementForm;
import org.aludel.orm.element.EmbeddedForm;
import org.aludel.orm.element.SingleForm;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Index;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Builds the tables of collections of values. The primary key is what tells one element from
 * another: its position, its key, or in a Set the element where all of it is compared. Rows of a
 * bag may be equal, so that there the key of the owner has an index instead.
 */
final class ElementAssembler {
  private final Faults faults;
  private final NamingConvention convention;
  private final AssociationAssembler associations;

  /** By identity: two classes may have the same attribute of a mapped superclass. */
  private final IdentityHashMap<EntityDraft.Elements, Made> made = new IdentityHashMap<>();

  private final List<Made> inOrder = new ArrayList<>();

  ElementAssembler(Faults faults, NamingConvention convention, AssociationAssembler associations) {
    this.faults = faults;
    this.convention = convention;
    this.associations = associations;
  }

  /** The table of one collection. */
  private record Made(EntityDraft owner, Table table, List<Column> ownerColumns) {}

  /** Builds the table of an attribute, unless there is a fault. */
  void add(EntityDraft owner, EntityDraft.Elements elements) {
    Optional<AnnotationValues> said = elements.field().annotations().find(Words.COLLECTION_TABLE);
    List<AnnotationValues> joins = said.map(one -> one.nestedList("joinColumns")).orElse(List.of());
    List<Column> key = associations.keyTo(owner, elements, joins, SnakeCase.of(owner.entityName()));
    QualifiedName name = name(owner, elements, said);
    if (key.isEmpty()
        || !associations.take(name, Faults.place(owner.type(), elements.field().name()))) {
      return;
    }
    List<Column> columns = new ArrayList<>(key);
    if (elements.key() != null) {
      columns.add(elements.key());
    }
    columns.addAll(elements.columns());
    if (areDistinct(columns, name, elements)) {
      Made one = new Made(owner, table(owner, elements, name, columns), key);
      made.put(elements, one);
      inOrder.add(one);
    }
  }

  private static QualifiedName name(
      EntityDraft owner, EntityDraft.Elements elements, Optional<AnnotationValues> said) {
    String schema = said.map(one -> one.textOrNull("schema")).orElse(null);
    String name = said.map(one -> one.textOrNull("name")).orElse(null);
    return new QualifiedName(
        schema == null ? owner.table().schema() : Delimited.exact(schema),
        name == null
            ? SnakeCase.of(owner.entityName()) + "_" + SnakeCase.of(elements.field().name())
            : Delimited.exact(name));
  }

  private boolean areDistinct(
      List<Column> columns, QualifiedName table, EntityDraft.Elements elements) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        faults.add(
            elements.place(),
            MappingRules.fault("elements-column", elements.place(), column.name(), table));
        return false;
      }
    }
    return true;
  }

  private Table table(
      EntityDraft owner, EntityDraft.Elements elements, QualifiedName name, List<Column> columns) {
    ConstraintNames names = new ConstraintNames(convention, name);
    int ownerWidth = columns.size() - elements.columns().size() - (elements.key() == null ? 0 : 1);
    List<String> ownerNames = columns.subList(0, ownerWidth).stream().map(Column::name).toList();
    List<String> unique = new ArrayList<>(ownerNames);
    if (elements.key() != null) {
      unique.add(elements.key().name());
    } else if (isComparedSet(elements)) {
      elements.columns().forEach(one -> unique.add(one.name()));
    }
    boolean keyed = unique.size() > ownerWidth;
    List<Constraint> constraints = new ArrayList<>();
    if (keyed) {
      constraints.add(PrimaryKey.of(names.primaryKey(unique), unique));
    }
    if (owner.strategy() != InheritanceStrategy.TABLE_PER_CLASS && !owner.isView()) {
      constraints.add(AssociationAssembler.foreignKey(names, owner, ownerNames));
    }
    List<Index> indexes =
        keyed ? List.of() : List.of(Index.of(names.index(null, ownerNames), false, ownerNames));
    return new Table(name, columns, constraints, indexes, null);
  }

  /** Whether the server can tell elements apart by a key, as it cannot by JSON or by NULL. */
  private static boolean isComparedSet(EntityDraft.Elements elements) {
    return elements.field().type() == Set.class
        && elements.columns().stream()
            .allMatch(
                one -> !one.nullable() && Comparable.class.isAssignableFrom(one.type().javaType()));
  }

  /** The tables of managed classes, in the order of the classes. */
  List<Table> tables() {
    return inOrder.stream().filter(one -> one.owner().isManaged()).map(Made::table).toList();
  }

  /** The collections of a class, those that it inherits among them. */
  List<ElementCollection> of(EntityDraft draft, int firstSlot) {
    List<ElementCollection> all = new ArrayList<>();
    int slot = firstSlot - 1;
    for (EntityDraft.Draft attribute : draft.attributes()) {
      slot += attribute instanceof EntityDraft.Basic ? 0 : 1;
      Made one = attribute instanceof EntityDraft.Elements elements ? made.get(elements) : null;
      if (one != null && attribute instanceof EntityDraft.Elements elements) {
        all.add(
            new ElementCollection(
                one.owner().type(),
                elements.field().name(),
                slot,
                elements.field().type(),
                one.table(),
                one.ownerColumns(),
                elements.key(),
                form(one.owner(), elements),
                elements.load()));
      }
    }
    return all;
  }

  private static ElementForm form(EntityDraft owner, EntityDraft.Elements elements) {
    return elements.embedded()
        ? new EmbeddedForm(
            owner.type(),
            elements.field().name(),
            elements.values().stream().map(EntityDraft.Basic::path).toList(),
            elements.columns())
        : new SingleForm(elements.columns().get(0));
  }
}
