package org.aludel.schema;

import java.util.List;
import java.util.Optional;

/**
 * All schema objects of one model or one database. Immutable; lists keep the order of declaration,
 * from reflection the order of names.
 *
 * @param uncovered what was found and is not represented; empty for models of mapped classes
 * @param renames what mapped classes say of old names; empty for what a database holds
 */
public record MetaData(
    List<Namespace> namespaces,
    List<Extension> extensions,
    List<EnumType> enums,
    List<Sequence> sequences,
    List<Table> tables,
    List<UncoveredObject> uncovered,
    List<Rename> renames) {
  public MetaData {
    namespaces = List.copyOf(namespaces);
    extensions = List.copyOf(extensions);
    enums = List.copyOf(enums);
    sequences = List.copyOf(sequences);
    tables = List.copyOf(tables);
    uncovered = List.copyOf(uncovered);
    renames = List.copyOf(renames);
  }

  /** Objects as a database holds them, which knows of no renames. */
  public MetaData(
      List<Namespace> namespaces,
      List<Extension> extensions,
      List<EnumType> enums,
      List<Sequence> sequences,
      List<Table> tables,
      List<UncoveredObject> uncovered) {
    this(namespaces, extensions, enums, sequences, tables, uncovered, List.of());
  }

  /** Nothing at all. */
  public static MetaData empty() {
    return ofTables(List.of());
  }

  /** Tables alone. */
  public static MetaData ofTables(List<Table> tables) {
    return new MetaData(List.of(), List.of(), List.of(), List.of(), tables, List.of());
  }

  public Optional<Table> table(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  public MetaData withNamespaces(List<Namespace> value) {
    return new MetaData(value, extensions, enums, sequences, tables, uncovered, renames);
  }

  public MetaData withExtensions(List<Extension> value) {
    return new MetaData(namespaces, value, enums, sequences, tables, uncovered, renames);
  }

  public MetaData withEnums(List<EnumType> value) {
    return new MetaData(namespaces, extensions, value, sequences, tables, uncovered, renames);
  }

  public MetaData withSequences(List<Sequence> value) {
    return new MetaData(namespaces, extensions, enums, value, tables, uncovered, renames);
  }

  public MetaData withTables(List<Table> value) {
    return new MetaData(namespaces, extensions, enums, sequences, value, uncovered, renames);
  }

  public MetaData withRenames(List<Rename> value) {
    return new MetaData(namespaces, extensions, enums, sequences, tables, uncovered, value);
  }
}
