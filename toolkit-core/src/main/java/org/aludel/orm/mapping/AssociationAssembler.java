package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.instrument.AnnotationValues;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MatchType;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tables of many-to-many relationships. Names that no annotation gives: both tables for
 * the table; for a column the attribute that leads to the row it refers to, or the entity where
 * none does, then the column of the id. Source: Jakarta Persistence 3.2 §11.1.27 and §11.1.25. The
 * primary key is all columns: an element occurs once.
 */
final class AssociationAssembler {
  private final Faults faults;
  private final NamingConvention convention;
  private final Map<Class<?>, EntityDraft> drafts;
  private final Map<QualifiedName, String> places = new HashMap<>();

  AssociationAssembler(
      Faults faults, NamingConvention convention, Map<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.convention = convention;
    this.drafts = drafts;
    drafts.values().forEach(one -> places.put(one.table(), Faults.place(one.type(), null)));
  }

  /** One key in the table. */
  private record Side(EntityDraft draft, List<AnnotationValues> joins, String prefix) {}

  /** The association of an owning side, or null after a fault was added. */
  @Nullable Association of(EntityDraft owner, EntityDraft.Many many) {
    EntityDraft target = drafts.get(many.terms().target());
    if (target == null) {
      JoinResolver.unmapped(faults, many, many.terms().target());
      return null;
    }
    Optional<AnnotationValues> said = many.field().annotations().find(Words.JOIN_TABLE);
    List<AnnotationValues> nearJoins =
        said.map(one -> one.nestedList("joinColumns")).orElse(List.of());
    List<AnnotationValues> farJoins =
        said.map(one -> one.nestedList("inverseJoinColumns")).orElse(List.of());
    List<Column> near = columns(many, new Side(owner, nearJoins, nearPrefix(owner, target, many)));
    List<Column> far = columns(many, new Side(target, farJoins, SnakeCase.of(many.field().name())));
    if (near.isEmpty() || far.isEmpty()) {
      return null;
    }
    QualifiedName name = name(owner, target, said);
    boolean viewOnly = many.field().annotations().has(Words.VIEW_ONLY);
    if (!viewOnly && !take(name, many.place())) {
      return null;
    }
    String comment = said.map(one -> one.textOrNull("comment")).orElse(null);
    Association made = association(name, new End(owner, near), new End(target, far), comment);
    if (viewOnly) {
      return new Association(made.table(), made.near(), made.far(), true, null);
    }
    Column position = ElementDrafter.nullablePosition(many.field());
    if (position != null) {
      made = withPositions(made, position, many);
    }
    return many.isOneToMany() ? withSingleOwners(made, name) : made;
  }

  /** A row that the other side adds has no position, which stands behind all others. */
  private Association withPositions(Association made, Column position, EntityDraft.Many many) {
    Table table = made.table();
    if (table.columns().stream().anyMatch(one -> one.name().equals(position.name()))) {
      faults.add(
          many.place(),
          MappingRules.fault("elements-column", many.place(), position.name(), table.name()));
      return made;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(position);
    return new Association(
        new Table(table.name(), columns, table.constraints(), List.of(), table.comment()),
        made.near(),
        made.far(),
        false,
        position);
  }

  /** An element of a one-to-many has one owner at most. */
  private Association withSingleOwners(Association made, QualifiedName name) {
    Table table = made.table();
    List<String> columns = made.far().stream().map(Column::name).toList();
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(
        UniqueConstraint.of(new ConstraintNames(convention, name).unique(null, columns), columns));
    return new Association(
        new Table(name, table.columns(), constraints, List.of(), table.comment()),
        made.near(),
        made.far(),
        false,
        made.position());
  }

  /** Keeps the name of a table for one attribute; false after a fault was added. */
  boolean take(QualifiedName name, String place) {
    String other = places.putIfAbsent(name, place);
    if (other != null && !other.equals(place)) {
      faults.add(place, MappingRules.fault("join-table-twice", place, name, other));
      return false;
    }
    return true;
  }

  private static QualifiedName name(
      EntityDraft owner, EntityDraft target, Optional<AnnotationValues> said) {
    String schema = said.map(one -> one.textOrNull("schema")).orElse(null);
    String name = said.map(one -> one.textOrNull("name")).orElse(null);
    return new QualifiedName(
        schema == null ? owner.table().schema() : Delimited.exact(schema),
        name == null ? owner.table().name() + "_" + target.table().name() : Delimited.exact(name));
  }

  private String nearPrefix(EntityDraft owner, EntityDraft target, EntityDraft.Many many) {
    return target.attributes().stream()
        .filter(EntityDraft.Many.class::isInstance)
        .map(EntityDraft.Many.class::cast)
        .filter(one -> one.mappedBy().equals(many.field().name()))
        .filter(one -> one.terms().target() == owner.type())
        .map(one -> SnakeCase.of(one.field().name()))
        .findFirst()
        .orElse(SnakeCase.of(owner.entityName()));
  }

  /**
   * The columns of a key to an entity; empty after a fault was added.
   *
   * @param prefix of the names of columns that are not given
   */
  List<Column> keyTo(
      EntityDraft target,
      EntityDraft.Draft attribute,
      List<AnnotationValues> joins,
      String prefix) {
    return columns(attribute, new Side(target, joins, prefix));
  }

  /** The columns of one key; empty after a fault was added. */
  private List<Column> columns(EntityDraft.Draft many, Side side) {
    List<EntityDraft.Basic> ids = side.draft().ids();
    List<AnnotationValues> joins = side.joins();
    if (!joins.isEmpty() && joins.size() != ids.size()) {
      faults.add(
          many.place(),
          MappingRules.fault(
              "join-count", many.place(), joins.size(), ids.size(), side.draft().table()));
      return List.of();
    }
    List<Column> columns = new ArrayList<>();
    for (EntityDraft.Basic id : ids) {
      AnnotationValues join = joinTo(joins, id, ids.size());
      if (!joins.isEmpty() && join == null) {
        faults.add(
            many.place(), MappingRules.fault("join-target", many.place(), id.column().name()));
        return List.of();
      }
      String given = join == null ? null : join.textOrNull("name");
      String name =
          given == null ? side.prefix() + "_" + id.column().name() : Delimited.exact(given);
      columns.add(Column.of(name, id.column().type()).notNull());
    }
    return columns;
  }

  private static @Nullable AnnotationValues joinTo(
      List<AnnotationValues> joins, EntityDraft.Basic id, int count) {
    for (AnnotationValues join : joins) {
      String referenced = join.text("referencedColumnName", "");
      boolean only = count == 1 && referenced.isEmpty();
      if (only || Delimited.exact(referenced).equals(id.column().name())) {
        return join;
      }
    }
    return null;
  }

  /** The class that one key refers to. */
  private record End(EntityDraft draft, List<Column> columns) {}

  private Association association(QualifiedName name, End near, End far, @Nullable String comment) {
    ConstraintNames names = new ConstraintNames(convention, name);
    List<Column> all = new ArrayList<>(near.columns());
    all.addAll(far.columns());
    List<String> columns = all.stream().map(Column::name).toList();
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(PrimaryKey.of(names.primaryKey(columns), columns));
    for (End end : List.of(near, far)) {
      if (ForeignKeyAssembler.isReferable(end.draft(), drafts)) {
        constraints.add(key(names, end));
      }
    }
    return new Association(
        new Table(name, all, constraints, List.of(), comment),
        near.columns(),
        far.columns(),
        false,
        null);
  }

  private static ForeignKey key(ConstraintNames names, End end) {
    return foreignKey(names, end.draft(), end.columns().stream().map(Column::name).toList());
  }

  /** The foreign key from a table between, or from one of values. */
  static ForeignKey foreignKey(ConstraintNames names, EntityDraft target, List<String> columns) {
    return new ForeignKey(
        names.foreignKey(null, columns, target.table()),
        columns,
        target.table(),
        target.keyColumns(),
        ReferentialAction.NO_ACTION,
        List.of(),
        ReferentialAction.NO_ACTION,
        MatchType.SIMPLE,
        Deferral.NOT_DEFERRABLE,
        true,
        null);
  }

  /** Checks that an inverse side names an owning one. */
  void checkMappedBy(EntityDraft draft, EntityDraft.Many many) {
    EntityDraft target = drafts.get(many.terms().target());
    if (target == null) {
      JoinResolver.unmapped(faults, many, many.terms().target());
      return;
    }
    List<String> candidates =
        target.attributes().stream()
            .filter(EntityDraft.Many.class::isInstance)
            .map(EntityDraft.Many.class::cast)
            .filter(one -> one.isOwning() && one.terms().target() == draft.type())
            .map(one -> one.field().name())
            .toList();
    if (!candidates.contains(many.mappedBy())) {
      faults.add(
          many.place(),
          MappingRules.fault(
              "mapped-by-unknown",
              many.place(),
              many.mappedBy(),
              Suggestion.phrase(many.mappedBy(), candidates),
              Faults.place(target.type(), null),
              Faults.place(draft.type(), null),
              "@ManyToMany"));
    }
  }
}
