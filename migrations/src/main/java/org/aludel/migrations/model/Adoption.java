package org.aludel.migrations.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.aludel.schema.Column;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.View;

/**
 * What mapped classes cannot say is as the database has it: views, routines, triggers, policies,
 * types and privileges, and how tables and columns are kept. A model that was completed so neither
 * drops nor changes them, and they are carried over what it does change.
 */
final class Adoption {
  private final MetaData model;
  private final MetaData live;
  private final boolean complete;

  private Adoption(MetaData model, MetaData live, boolean complete) {
    this.model = model;
    this.live = live;
    this.complete = complete;
  }

  /** The model with all that it does not say itself. */
  static MetaData of(MetaData model, MetaData live) {
    return new Adoption(model, live, false).adopted();
  }

  /**
   * The model with what it does not say of tables and of privileges; it does say which objects
   * there are beside them.
   */
  static MetaData ofTables(MetaData model, MetaData live) {
    return new Adoption(model, live, true).adopted();
  }

  /**
   * The same without what only few roles may create, and without privileges: none of it changes how
   * the server spells anything else.
   */
  static MetaData creatable(MetaData adopted) {
    return adopted
        .copy()
        .definedObjects(
            adopted.definedObjects().stream()
                .filter(each -> !isReserved(each.reference().kind()))
                .toList())
        .grants(List.of())
        .build();
  }

  private static boolean isReserved(ObjectKind kind) {
    return switch (kind) {
      case EVENT_TRIGGER, PUBLICATION, FOREIGN_DATA_WRAPPER, FOREIGN_SERVER -> true;
      default -> false;
    };
  }

  private MetaData adopted() {
    List<Table> tables =
        model.tables().stream()
            .map(each -> live.table(each.name()).map(found -> table(each, found)).orElse(each))
            .toList();
    List<View> views = completed(model.views(), live.views());
    Set<QualifiedName> relations = new HashSet<>();
    tables.forEach(root -> root.tree().forEach(each -> relations.add(each.name())));
    views.forEach(each -> relations.add(each.name()));
    List<DefinedObject> defined =
        completed(model.definedObjects(), live.definedObjects()).stream()
            .filter(each -> stands(each.reference(), relations))
            .toList();
    MetaData adopted =
        model
            .copy()
            .domains(completed(model.domains(), live.domains()))
            .compositeTypes(completed(model.compositeTypes(), live.compositeTypes()))
            .rangeTypes(completed(model.rangeTypes(), live.rangeTypes()))
            .sequences(model.sequences().stream().map(this::sequence).toList())
            .tables(tables)
            .views(views)
            .definedObjects(defined)
            .dependencies(dependencies())
            .build();
    return adopted
        .copy()
        .namespaces(namespaces(adopted))
        .extensions(
            adopted.objects().isEmpty()
                ? model.extensions()
                : merged(model.extensions(), live.extensions(), each -> each.name()))
        .grants(grants(adopted))
        .build();
  }

  /** Kind by kind: a model that has any of a kind has all that it wants of it. */
  private <T extends SchemaObject> List<T> completed(List<T> own, List<T> found) {
    if (complete) {
      return own;
    }
    Set<ObjectKind> said = new HashSet<>();
    own.forEach(each -> said.add(each.reference().kind()));
    List<T> unsaid =
        found.stream().filter(each -> !said.contains(each.reference().kind())).toList();
    return merged(own, unsaid, SchemaObject::reference);
  }

  private static <T, K> List<T> merged(List<T> own, List<T> found, Function<T, K> identity) {
    Map<K, T> all = new LinkedHashMap<>();
    own.forEach(each -> all.put(identity.apply(each), each));
    found.forEach(each -> all.putIfAbsent(identity.apply(each), each));
    return List.copyOf(all.values());
  }

  /** A part goes with its table. */
  private static boolean stands(ObjectReference object, Set<QualifiedName> relations) {
    return !object.kind().isPart() || relations.contains(object.name());
  }

  private static Table table(Table own, Table found) {
    Table.Options options =
        own.options().equals(Table.Options.DEFAULT) ? found.options() : own.options();
    boolean keys = options.keyStorage().isEmpty();
    return own.withOptions(keys ? options.withKeyStorage(found.options().keyStorage()) : options)
        .withParents(own.parents().isEmpty() ? found.parents() : own.parents())
        .withPartitioning(own.partitioning() == null ? found.partitioning() : own.partitioning())
        .withColumns(
            own.columns().stream()
                .map(
                    each ->
                        found.column(each.name()).map(other -> column(each, other)).orElse(each))
                .toList())
        .withIndexes(own.indexes().stream().map(each -> index(each, found)).toList());
  }

  private static Column column(Column own, Column found) {
    return own.withOptions(
            own.options().equals(Column.Options.DEFAULT) ? found.options() : own.options())
        .withInherited(found.inherited());
  }

  private static Index index(Index own, Table found) {
    return found.indexes().stream()
        .filter(each -> each.name().text().equals(own.name().text()))
        .filter(each -> own.statisticsTargets().isEmpty())
        .findFirst()
        .map(each -> own.withStatisticsTargets(each.statisticsTargets()))
        .orElse(own);
  }

  private Sequence sequence(Sequence own) {
    boolean unlogged =
        live.sequences().stream()
            .anyMatch(each -> each.name().equals(own.name()) && each.unlogged());
    return own.withUnlogged(own.unlogged() || unlogged);
  }

  private Map<ObjectReference, Set<ObjectReference>> dependencies() {
    Map<ObjectReference, Set<ObjectReference>> all = new TreeMap<>(live.dependencies());
    all.putAll(model.dependencies());
    return all;
  }

  /** With the schemas of what was adopted, and the comments of those in every database. */
  private List<Namespace> namespaces(MetaData adopted) {
    Set<String> used = new HashSet<>();
    adopted.objects().forEach(each -> used.add(String.valueOf(each.reference().name().schema())));
    List<Namespace> found =
        live.namespaces().stream()
            .filter(each -> each.inEveryDatabase() || used.contains(each.name()))
            .toList();
    return merged(model.namespaces(), found, Namespace::name);
  }

  /** Files that grant anything state all that is granted on what they and the classes make. */
  private List<Grant> grants(MetaData adopted) {
    Set<ObjectReference> there = new HashSet<>();
    adopted.objects().forEach(each -> there.add(each.reference()));
    Set<QualifiedName> owners = new HashSet<>();
    Map<QualifiedName, Set<String>> columns = new TreeMap<>();
    for (Table root : adopted.tables()) {
      for (Table table : root.tree()) {
        there.add(table.reference());
        columns.put(
            table.name(), new HashSet<>(table.columns().stream().map(Column::name).toList()));
      }
    }
    adopted.views().forEach(each -> owners.add(each.name()));
    adopted.enums().forEach(each -> there.add(ObjectReference.of(ObjectKind.ENUM, each.name())));
    adopted
        .sequences()
        .forEach(each -> there.add(ObjectReference.of(ObjectKind.SEQUENCE, each.name())));
    List<Grant> grants = new ArrayList<>(model.grants());
    boolean stated = complete && !grants.isEmpty();
    for (Grant grant : live.grants()) {
      ObjectReference on = grant.on();
      boolean stays =
          switch (on.kind()) {
            case SCHEMA, DEFAULT_PRIVILEGES -> true;
            case TABLE, COLUMN, VIEW, MATERIALIZED_VIEW, SEQUENCE, FUNCTION, PROCEDURE ->
                !stated && isThere(on, there, owners, columns);
            default -> there.contains(on);
          };
      if (stays && !speaksOf(model.grants(), on)) {
        grants.add(grant);
      }
    }
    return grants.stream().sorted().toList();
  }

  private static boolean isThere(
      ObjectReference on,
      Set<ObjectReference> there,
      Set<QualifiedName> views,
      Map<QualifiedName, Set<String>> columns) {
    return on.kind() == ObjectKind.COLUMN
        ? views.contains(on.name())
            || Objects.requireNonNullElse(columns.get(on.name()), Set.<String>of())
                .contains(on.part())
        : there.contains(on);
  }

  private static boolean speaksOf(Collection<Grant> grants, ObjectReference on) {
    return grants.stream().anyMatch(each -> each.on().equals(on));
  }
}
