package org.aludel.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a {@link MetaData} together, list by list. Not thread-safe. */
public final class MetaDataBuilder {
  private List<Namespace> namespaces;
  private List<Extension> extensions;
  private List<EnumType> enums;
  private List<Domain> domains;
  private List<CompositeType> compositeTypes;
  private List<RangeType> rangeTypes;
  private List<Sequence> sequences;
  private List<Table> tables;
  private List<View> views;
  private List<DefinedObject> definedObjects;
  private List<Grant> grants;
  private Map<ObjectReference, Set<ObjectReference>> dependencies;
  private List<UncoveredObject> uncovered;
  private List<Rename> renames;

  MetaDataBuilder(MetaData from) {
    namespaces = from.namespaces();
    extensions = from.extensions();
    enums = from.enums();
    domains = from.domains();
    compositeTypes = from.compositeTypes();
    rangeTypes = from.rangeTypes();
    sequences = from.sequences();
    tables = from.tables();
    views = from.views();
    definedObjects = from.definedObjects();
    grants = from.grants();
    dependencies = from.dependencies();
    uncovered = from.uncovered();
    renames = from.renames();
  }

  public MetaDataBuilder namespaces(List<Namespace> value) {
    namespaces = value;
    return this;
  }

  public MetaDataBuilder extensions(List<Extension> value) {
    extensions = value;
    return this;
  }

  public MetaDataBuilder enums(List<EnumType> value) {
    enums = value;
    return this;
  }

  public MetaDataBuilder domains(List<Domain> value) {
    domains = value;
    return this;
  }

  public MetaDataBuilder compositeTypes(List<CompositeType> value) {
    compositeTypes = value;
    return this;
  }

  public MetaDataBuilder rangeTypes(List<RangeType> value) {
    rangeTypes = value;
    return this;
  }

  public MetaDataBuilder sequences(List<Sequence> value) {
    sequences = value;
    return this;
  }

  public MetaDataBuilder tables(List<Table> value) {
    tables = value;
    return this;
  }

  public MetaDataBuilder views(List<View> value) {
    views = value;
    return this;
  }

  public MetaDataBuilder definedObjects(List<DefinedObject> value) {
    definedObjects = value;
    return this;
  }

  public MetaDataBuilder grants(List<Grant> value) {
    grants = value;
    return this;
  }

  public MetaDataBuilder dependencies(Map<ObjectReference, Set<ObjectReference>> value) {
    dependencies = value;
    return this;
  }

  public MetaDataBuilder renames(List<Rename> value) {
    renames = value;
    return this;
  }

  public MetaDataBuilder uncovered(List<UncoveredObject> value) {
    uncovered = value;
    return this;
  }

  /** The value with what was set last. */
  public MetaData build() {
    return new MetaData(
        namespaces,
        extensions,
        enums,
        domains,
        compositeTypes,
        rangeTypes,
        sequences,
        tables,
        views,
        definedObjects,
        grants,
        dependencies,
        uncovered,
        renames);
  }
}
