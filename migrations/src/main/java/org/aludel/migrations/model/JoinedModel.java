package org.aludel.migrations.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.UsageException;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** Several models as one, for a database that serves them all. */
public final class JoinedModel {
  private final String defaultSchema;
  private final Map<ObjectReference, List<Object>> objects = new TreeMap<>();
  private final Map<ObjectReference, Set<Integer>> models = new HashMap<>();

  private JoinedModel(String defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  /**
   * All objects of all models. Types and extensions that several models use alike are one; none at
   * all gives an empty model.
   *
   * @param defaultSchema the schema of names without one
   * @throws UsageException DUPLICATE_OBJECT naming exactly the tables, sequences, views and the
   *     like that stand in more than one model, and the types that are not alike
   */
  public static MetaData of(Collection<MetaData> models, String defaultSchema) {
    JoinedModel joined = new JoinedModel(defaultSchema);
    int number = 0;
    for (MetaData each : models) {
      joined.add(each, number++);
    }
    joined.refuseDuplicates();
    return join(models);
  }

  private void add(MetaData model, int number) {
    model.extensions().forEach(each -> add(reference(each), each, number));
    model.enums().forEach(each -> add(reference(each), each, number));
    for (Sequence each : model.sequences()) {
      add(ObjectReference.of(ObjectKind.SEQUENCE, each.name()), each, number);
    }
    for (Table each : model.tablesAndPartitions()) {
      add(each.reference(), each, number);
    }
    for (SchemaObject each : model.objects()) {
      add(each.reference(), each, number);
    }
  }

  private void add(ObjectReference reference, Object object, int number) {
    QualifiedName name = reference.name();
    boolean standard = defaultSchema.equals(name.schema());
    ObjectReference key =
        new ObjectReference(
            reference.kind(), standard ? QualifiedName.of(name.name()) : name, reference.part());
    objects.computeIfAbsent(key, each -> new ArrayList<>()).add(object);
    models.computeIfAbsent(key, each -> new TreeSet<>()).add(number);
  }

  private void refuseDuplicates() {
    List<String> duplicates = new ArrayList<>();
    objects.forEach(
        (reference, all) -> {
          boolean alike = isShared(reference.kind()) && new LinkedHashSet<>(all).size() == 1;
          if (all.size() > 1 && !alike) {
            duplicates.add(reference + " in the models " + numbers(reference));
          }
        });
    if (!duplicates.isEmpty()) {
      throw new UsageException(
          Problem.of(MigrationCode.DUPLICATE_OBJECT, "cannot join the models of one database")
              .found(String.join("\n", duplicates))
              .expected("each object in one model")
              .fix("leave it out of all but one, or give one of them another schema"));
    }
  }

  private String numbers(ObjectReference reference) {
    return String.join(
        ", ",
        Objects.requireNonNull(models.get(reference)).stream()
            .map(each -> String.valueOf(each + 1))
            .toList());
  }

  /** What no model owns, so that each may state it. */
  private static boolean isShared(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION, ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> true;
      default -> false;
    };
  }

  private static ObjectReference reference(Extension extension) {
    return ObjectReference.of(ObjectKind.EXTENSION, QualifiedName.of(extension.name()));
  }

  private static ObjectReference reference(EnumType type) {
    return ObjectReference.of(ObjectKind.ENUM, type.name());
  }

  private static MetaData join(Collection<MetaData> models) {
    Map<String, Namespace> namespaces = new LinkedHashMap<>();
    models.forEach(
        model ->
            model
                .namespaces()
                .forEach(
                    each ->
                        namespaces.merge(
                            each.name(),
                            each,
                            (one, other) -> one.comment() == null ? other : one)));
    return MetaData.empty()
        .copy()
        .namespaces(List.copyOf(namespaces.values()))
        .extensions(all(models, MetaData::extensions))
        .enums(all(models, MetaData::enums))
        .domains(all(models, MetaData::domains))
        .compositeTypes(all(models, MetaData::compositeTypes))
        .rangeTypes(all(models, MetaData::rangeTypes))
        .sequences(all(models, MetaData::sequences))
        .tables(all(models, MetaData::tables))
        .views(all(models, MetaData::views))
        .definedObjects(all(models, MetaData::definedObjects))
        .grants(all(models, MetaData::grants))
        .build()
        .withRenames(all(models, MetaData::renames));
  }

  private static <T> List<T> all(Collection<MetaData> models, Function<MetaData, List<T>> objects) {
    Set<T> all = new LinkedHashSet<>();
    models.forEach(each -> all.addAll(objects.apply(each)));
    return List.copyOf(all);
  }
}
