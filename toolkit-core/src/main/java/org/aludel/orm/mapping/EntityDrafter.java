package org.aludel.orm.mapping;

import java.util.List;
import java.util.Optional;
import org.aludel.error.MappingCode;
import org.aludel.error.Problem;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Reads one entity class into a draft. */
final class EntityDrafter {
  private final Faults faults;
  private final Hierarchy hierarchy;
  private final ColumnDrafter columns;
  private final RelationshipDrafter relationships;

  EntityDrafter(Faults faults, Generators generators, ClassReader reader) {
    this.faults = faults;
    this.hierarchy = new Hierarchy(faults, reader);
    this.columns = new ColumnDrafter(faults, generators);
    this.relationships = new RelationshipDrafter(faults);
  }

  EntityDraft draft(Class<?> entity) {
    List<ClassModel> classes = hierarchy.of(entity);
    EntityDraft draft = new EntityDraft(tableName(classes.get(classes.size() - 1)), classes);
    for (ClassModel each : classes) {
      for (FieldModel field : each.fields()) {
        EntityDraft.Draft attribute = attribute(draft, field);
        if (attribute != null) {
          draft.attributes().add(attribute);
        }
      }
    }
    checkId(draft);
    checkVersion(draft);
    return draft;
  }

  private static QualifiedName tableName(ClassModel model) {
    Optional<AnnotationValues> table = model.annotations().find(Words.TABLE);
    String schema = table.map(one -> one.textOrNull("schema")).orElse(null);
    String name = table.map(one -> one.textOrNull("name")).orElse(null);
    String entity =
        model
            .annotations()
            .find(Words.ENTITY)
            .map(one -> one.textOrNull("name"))
            .orElse(model.type().getSimpleName());
    return new QualifiedName(
        schema == null ? null : Delimited.exact(schema),
        name == null ? SnakeCase.of(entity) : Delimited.exact(name));
  }

  private EntityDraft.@Nullable Draft attribute(EntityDraft draft, FieldModel field) {
    if (field.transientKeyword() || field.annotations().has(Words.TRANSIENT)) {
      return null;
    }
    String place = Faults.place(field.declaredIn(), field.name());
    if (field.finalKeyword()) {
      faults.add(
          place,
          Faults.invalid(place)
              .found("a final field")
              .expected("a field that can be filled from a row")
              .fix("remove final, or mark the attribute as @Transient"));
      return null;
    }
    boolean reference = field.annotations().has(Words.MANY_TO_ONE);
    boolean collection = field.annotations().has(Words.ONE_TO_MANY);
    Misplaced.check(field, reference, collection, faults);
    if (reference) {
      return relationships.reference(field);
    }
    return collection ? relationships.collection(field) : columns.basic(draft, field);
  }

  private void checkId(EntityDraft draft) {
    if (draft.ids().isEmpty() && !hasIdAnnotation(draft)) {
      String place = Faults.place(draft.type(), null);
      faults.add(
          place,
          Problem.of(MappingCode.NO_ID, "cannot map \"" + place + "\": it has no id")
              .found("an entity without an attribute marked @Id")
              .expected("at least one @Id, on a field of the class or of a @MappedSuperclass")
              .fix(
                  "add \"@Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long"
                      + " id;\""));
    }
  }

  /** An id that could not be mapped has its own fault, so its absence is not another one. */
  private static boolean hasIdAnnotation(EntityDraft draft) {
    return draft.classes().stream()
        .flatMap(model -> model.fields().stream())
        .anyMatch(field -> field.annotations().has(Words.ID));
  }

  private void checkVersion(EntityDraft draft) {
    List<EntityDraft.Basic> versions =
        draft.basics().stream().filter(EntityDraft.Basic::version).toList();
    if (versions.size() > 1) {
      String place = Faults.place(draft.type(), null);
      faults.add(
          place,
          Faults.invalid(place)
              .found(versions.size() + " attributes marked @Version")
              .expected("one at most"));
    }
  }
}
