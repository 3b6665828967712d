package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.instrument.AnnotationValues;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.Index;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Builds the table of one entity from its draft and its foreign keys. */
final class TableAssembler {
  private final Faults faults;
  private final EntityDraft draft;
  private final TableDraft content;
  private final List<JoinResolver.Resolved> joins;
  private final ConstraintNames names;
  private final List<Column> columns = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();

  /** Then the names of keys over that column are equal too, which is no fault of their own. */
  private boolean columnTwice;

  TableAssembler(Faults faults, NamingConvention convention, TableDraft content) {
    this.faults = faults;
    this.content = content;
    this.draft = content.draft();
    this.joins = content.joins();
    this.names = new ConstraintNames(convention, draft.table());
  }

  Table assemble(Map<Class<?>, EntityDraft> drafts) {
    addColumns(drafts.values());
    addPrimaryKey();
    addUniques();
    ForeignKeyAssembler foreignKeys = new ForeignKeyAssembler(faults, names, drafts);
    EntityDraft above = content.above();
    if (above != null) {
      foreignKeys.assembleKey(draft, above).ifPresent(constraints::add);
    }
    joins.forEach(join -> foreignKeys.assemble(join).ifPresent(constraints::add));
    addChecks();
    List<String> columnNames = columns.stream().map(Column::name).toList();
    IndexAssembler indexes = new IndexAssembler(faults, names, columnNames);
    List<Index> built = indexes.assemble(content);
    if (!columnTwice) {
      refuseEqualNames(built);
    }
    return new Table(
        draft.table(),
        columns,
        constraints,
        built,
        table().map(one -> one.textOrNull("comment")).orElse(null));
  }

  private Optional<AnnotationValues> table() {
    return draft.model().annotations().find(Words.TABLE);
  }

  private void addColumns(Collection<EntityDraft> drafts) {
    Map<String, String> places = new HashMap<>();
    for (EntityDraft.Draft attribute : content.attributes()) {
      if (attribute instanceof EntityDraft.Basic basic) {
        if (!SystemVersion.is(basic)) {
          addBasic(places, basic);
        }
      } else {
        joins.stream()
            .filter(join -> join.reference() == attribute && !join.shared())
            .flatMap(join -> join.local().stream())
            .forEach(column -> addColumn(places, attribute.place(), column));
      }
    }
    implied()
        .forEach(
            join ->
                join.local()
                    .forEach(column -> addColumn(places, join.reference().place(), column)));
    drafts.forEach(owner -> addPositions(places, owner));
    addDiscriminator(places);
  }

  /** The places of its rows in lists of other classes. */
  private void addPositions(Map<String, String> places, EntityDraft owner) {
    for (EntityDraft.Draft attribute : owner.ownAttributes()) {
      if (attribute instanceof EntityDraft.Collection list
          && list.terms().target() == draft.type()) {
        Column position = ElementDrafter.nullablePosition(list.field());
        if (position != null) {
          addColumn(places, list.place(), position);
        }
      }
    }
  }

  private void addDiscriminator(Map<String, String> places) {
    Discriminator discriminator = content.discriminator();
    if (discriminator != null && discriminator.attribute()) {
      String name = discriminator.column().name();
      columns.replaceAll(one -> one.name().equals(name) ? one.withNullable(false) : one);
    }
    if (discriminator != null && !discriminator.attribute()) {
      Column column = discriminator.column();
      String place = Faults.place(draft.type(), null);
      addColumn(places, place, column);
      if (columns.remove(column)) {
        columns.add(Math.min(content.ids().size(), columns.size()), column);
      }
    }
  }

  /** The foreign keys of collections elsewhere. */
  private Stream<JoinResolver.Resolved> implied() {
    return joins.stream().filter(join -> !content.attributes().contains(join.reference()));
  }

  /** An expression has a name among the columns of a row, but no column in the table. */
  private void addBasic(Map<String, String> places, EntityDraft.Basic basic) {
    if (basic.isExpression()) {
      isFree(places, basic.place(), basic.column());
    } else {
      addColumn(places, basic.place(), basic.column());
    }
  }

  private void addColumn(Map<String, String> places, String place, Column column) {
    if (isFree(places, place, column)) {
      columns.add(column);
    }
  }

  private boolean isFree(Map<String, String> places, String place, Column column) {
    String other = places.putIfAbsent(column.name(), place);
    if (other != null) {
      columnTwice = true;
      faults.add(place, MappingRules.fault("column-twice", place, column.name(), other));
    }
    return other == null;
  }

  private void addPrimaryKey() {
    List<String> key = content.ids().stream().map(id -> id.column().name()).toList();
    if (!key.isEmpty()) {
      constraints.add(PrimaryKey.of(names.primaryKey(key), key));
    }
  }

  private void addUniques() {
    for (EntityDraft.Draft attribute : content.attributes()) {
      if (attribute instanceof EntityDraft.Basic basic) {
        addUnique(basic);
      } else if (attribute instanceof EntityDraft.Reference reference) {
        addUnique(reference);
      }
    }
    implied().forEach(join -> addUnique(join.reference()));
    table()
        .map(one -> one.nestedList("uniqueConstraints"))
        .orElse(List.of())
        .forEach(this::addTableUnique);
  }

  private void addUnique(EntityDraft.Basic basic) {
    Optional<AnnotationValues> deferrable = basic.field().annotations().find(Words.DEFERRABLE);
    boolean unique =
        basic
            .field()
            .annotations()
            .find(Words.COLUMN)
            .map(one -> one.flag("unique", false))
            .orElse(false);
    boolean onlyId = basic.id() && content.ids().size() == 1;
    if (deferrable.isPresent() && (!unique || onlyId)) {
      faults.add(
          basic.place(),
          Faults.invalid(basic.place())
              .found("@Deferrable without a constraint of the attribute's own")
              .expected("@Column(unique = true), or a @ManyToOne")
              .fix("remove @Deferrable"));
    }
    // The primary key is unique already; a second index would only cost.
    if (unique && !onlyId) {
      addUnique(null, List.of(basic.column().name()), deferral(deferrable.orElse(null)));
    }
  }

  private void addUnique(EntityDraft.Reference reference) {
    for (JoinResolver.Resolved join : joins) {
      if (!join.reference().equals(reference)) {
        continue;
      }
      boolean unique =
          reference.terms().kind() == Relationship.Kind.ONE_TO_ONE
              || reference.joinColumns().stream().anyMatch(column -> column.flag("unique", false));
      List<String> key = join.local().stream().map(Column::name).toList();
      // The primary key is unique already; the server would leave a second constraint out.
      if (unique && !key.equals(draft.keyColumns())) {
        addUnique(null, key, Deferral.NOT_DEFERRABLE);
      }
    }
  }

  private void addTableUnique(AnnotationValues unique) {
    List<String> wanted = unique.texts("columnNames").stream().map(Delimited::exact).toList();
    List<String> known = columns.stream().map(Column::name).toList();
    for (String name : wanted) {
      if (!known.contains(name)) {
        String place = Faults.place(draft.type(), null);
        faults.add(
            place,
            MappingRules.fault(
                "unique-column",
                place,
                name,
                Suggestion.phrase(name, known),
                String.join(", ", known)));
        return;
      }
    }
    if (!wanted.isEmpty()) {
      addUnique(unique.textOrNull("name"), wanted, Deferral.NOT_DEFERRABLE);
    }
  }

  private void addUnique(@Nullable String name, List<String> key, Deferral deferral) {
    constraints.add(
        new UniqueConstraint(names.unique(name, key), key, List.of(), false, deferral, null));
  }

  private void addChecks() {
    for (EntityDraft.Draft attribute : content.attributes()) {
      if (attribute instanceof EntityDraft.Basic basic) {
        attribute
            .field()
            .annotations()
            .find(Words.COLUMN)
            .ifPresent(one -> addChecks(basic.column().name(), one.nestedList("check")));
      } else if (attribute instanceof EntityDraft.Reference reference) {
        reference
            .joinColumns()
            .forEach(one -> addChecks(attribute.field().name(), one.nestedList("check")));
      }
    }
    table().ifPresent(one -> addChecks(null, one.nestedList("check")));
  }

  private void addChecks(@Nullable String column, List<AnnotationValues> checks) {
    for (AnnotationValues check : checks) {
      String expression = check.text("constraint", "");
      constraints.add(
          CheckConstraint.of(
              names.check(check.textOrNull("name"), column, expression), expression));
    }
  }

  /** Constraints share their names within a table, indexes and keys within a schema. */
  private void refuseEqualNames(List<Index> indexes) {
    List<String> all = new ArrayList<>();
    constraints.forEach(constraint -> all.add(constraint.name().text()));
    indexes.forEach(index -> all.add(index.name().text()));
    TreeSet<String> seen = new TreeSet<>();
    for (String name : all) {
      if (!seen.add(name)) {
        String place = Faults.place(draft.type(), null);
        faults.add(
            place,
            Faults.invalid(place)
                .found("two constraints or indexes named \"" + name + "\"")
                .expected("a name for each")
                .fix("name one of them in its annotation, or remove it"));
      }
    }
  }

  static Deferral deferral(@Nullable AnnotationValues deferrable) {
    if (deferrable == null) {
      return Deferral.NOT_DEFERRABLE;
    }
    return deferrable.flag("initiallyDeferred", false)
        ? Deferral.INITIALLY_DEFERRED
        : Deferral.INITIALLY_IMMEDIATE;
  }
}
