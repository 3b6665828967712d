package org.aludel.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All schema objects of one model or one database. Immutable; lists keep the order of declaration,
 * from reflection the order of names.
 *
 * @param tables a partition is part of the table that it belongs to
 * @param definedObjects what is handled by its definition as a whole
 * @param grants how privileges differ from those of new objects; roles are no objects
 * @param dependencies what each object or part needs to exist first; from reflection only, empty
 *     for models of mapped classes. A view or rule needs the very columns that it reads; what
 *     stands in routines whose body is text is unknown to the server.
 * @param uncovered what was found and is not represented; empty for models of mapped classes
 * @param renames what mapped classes say of old names; empty for what a database holds
 */
public record MetaData(
    List<Namespace> namespaces,
    List<Extension> extensions,
    List<EnumType> enums,
    List<Domain> domains,
    List<CompositeType> compositeTypes,
    List<RangeType> rangeTypes,
    List<Sequence> sequences,
    List<Table> tables,
    List<View> views,
    List<DefinedObject> definedObjects,
    List<Grant> grants,
    Map<ObjectReference, Set<ObjectReference>> dependencies,
    List<UncoveredObject> uncovered,
    List<Rename> renames) {
  public MetaData {
    namespaces = List.copyOf(namespaces);
    extensions = List.copyOf(extensions);
    enums = List.copyOf(enums);
    domains = List.copyOf(domains);
    compositeTypes = List.copyOf(compositeTypes);
    rangeTypes = List.copyOf(rangeTypes);
    sequences = List.copyOf(sequences);
    tables = List.copyOf(tables);
    views = List.copyOf(views);
    definedObjects = List.copyOf(definedObjects);
    grants = List.copyOf(grants);
    dependencies = sorted(dependencies);
    uncovered = List.copyOf(uncovered);
    renames = List.copyOf(renames);
  }

  /** What mapped classes can declare. */
  public MetaData(
      List<Namespace> namespaces,
      List<Extension> extensions,
      List<EnumType> enums,
      List<Sequence> sequences,
      List<Table> tables,
      List<UncoveredObject> uncovered) {
    this(
        namespaces,
        extensions,
        enums,
        List.of(),
        List.of(),
        List.of(),
        sequences,
        tables,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        uncovered,
        List.of());
  }

  private static SortedMap<ObjectReference, Set<ObjectReference>> sorted(
      Map<ObjectReference, Set<ObjectReference>> dependencies) {
    SortedMap<ObjectReference, Set<ObjectReference>> copy = new TreeMap<>();
    dependencies.forEach(
        (object, needed) -> copy.put(object, Collections.unmodifiableSet(new TreeSet<>(needed))));
    return Collections.unmodifiableSortedMap(copy);
  }

  /** Nothing at all. */
  public static MetaData empty() {
    return ofTables(List.of());
  }

  /** Tables alone. */
  public static MetaData ofTables(List<Table> tables) {
    return new MetaData(List.of(), List.of(), List.of(), List.of(), tables, List.of());
  }

  /** The table of that name, which is no partition. */
  public Optional<Table> table(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** All tables, partitions included, each behind the one that it is a part of. */
  public List<Table> tablesAndPartitions() {
    return tables.stream().flatMap(table -> table.tree().stream()).toList();
  }

  public Optional<View> view(QualifiedName name) {
    return views.stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /** All that stands beside the tables and is created by a definition: types, then the others. */
  public List<SchemaObject> objects() {
    List<SchemaObject> all = new ArrayList<>(domains);
    all.addAll(compositeTypes);
    all.addAll(rangeTypes);
    all.addAll(views);
    all.addAll(definedObjects);
    return List.copyOf(all);
  }

  /** The object that is created by a definition, of exactly that identity. */
  public Optional<SchemaObject> object(ObjectReference reference) {
    return objects().stream().filter(one -> one.reference().equals(reference)).findFirst();
  }

  public MetaData withNamespaces(List<Namespace> value) {
    return copy().namespaces(value).build();
  }

  public MetaData withExtensions(List<Extension> value) {
    return copy().extensions(value).build();
  }

  public MetaData withEnums(List<EnumType> value) {
    return copy().enums(value).build();
  }

  public MetaData withSequences(List<Sequence> value) {
    return copy().sequences(value).build();
  }

  public MetaData withTables(List<Table> value) {
    return copy().tables(value).build();
  }

  public MetaData withRenames(List<Rename> value) {
    return copy().renames(value).build();
  }

  /** A builder that holds all of this. */
  public MetaDataBuilder copy() {
    return new MetaDataBuilder(this);
  }
}
