package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.FieldModel;
import org.aludel.instrument.HybridMethod;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Reads one entity class into a draft. */
final class EntityDrafter {
  /** What a session makes when it writes. */
  static final List<String> WRITTEN =
      List.of(Words.GENERATED_VALUE, Words.VERSION, Words.CREATED_AT, Words.UPDATED_AT);

  private final Faults faults;
  private final ClassReader reader;
  private final Hierarchy hierarchy;
  private final ColumnDrafter columns;
  private final RelationshipDrafter relationships;
  private final ElementDrafter elements;
  private final HierarchyRule rule;
  private final Map<Class<?>, EntityDraft> drafts = new HashMap<>();
  private final EmbeddedDrafter embedded;
  private final IdRule ids;
  private final DerivedIds derived;

  EntityDrafter(Faults faults, Generators generators, ClassReader reader) {
    this.faults = faults;
    this.reader = reader;
    this.hierarchy = new Hierarchy(faults, reader);
    this.columns = new ColumnDrafter(faults, generators);
    this.relationships = new RelationshipDrafter(faults);
    this.rule = new HierarchyRule(faults);
    this.derived = new DerivedIds(faults, hierarchy, this::draft);
    this.ids = new IdRule(faults, reader, this::draft);
    this.embedded = new EmbeddedDrafter(faults, hierarchy, columns);
    this.elements = new ElementDrafter(faults, columns, embedded);
  }

  /** The draft of a class; the same at each call. */
  EntityDraft draft(Class<?> entity) {
    EntityDraft known = drafts.get(entity);
    if (known == null) {
      known = newDraft(entity);
      drafts.put(entity, known);
    }
    return known;
  }

  private EntityDraft newDraft(Class<?> entity) {
    Class<?> above = Hierarchy.superEntity(entity);
    EntityDraft superDraft = above == null ? null : draft(above);
    List<ClassModel> classes = hierarchy.of(entity);
    ClassModel model = classes.get(classes.size() - 1);
    boolean shared =
        superDraft != null && superDraft.strategy() == InheritanceStrategy.SINGLE_TABLE;
    EntityDraft draft =
        new EntityDraft(
            superDraft != null && shared ? superDraft.table() : tableName(model),
            classes,
            superDraft);
    rule.check(draft);
    derived.begin(entity);
    Overrides overrides = new Overrides();
    List<ClassModel> own = draft.ownClasses();
    for (int index = own.size() - 1; index >= 0; index--) {
      overrides.add(own.get(index).annotations());
    }
    List<String> names = new ArrayList<>();
    for (ClassModel each : own) {
      for (FieldModel field : attributes(each).toList()) {
        names.add(field.name());
        checkHiding(draft, field);
        add(draft, field, overrides, shared);
      }
    }
    derived.map(draft);
    overrides.check(Faults.place(entity, null), names, faults);
    ids.check(draft);
    checkVersion(draft);
    checkView(draft);
    RecordRule.check(draft, faults);
    rule.checkIds(draft);
    rule.checkVersion(draft);
    return draft;
  }

  /** Rows of other classes have NULL in the column, so that no constraint can forbid it. */
  private static EntityDraft.Draft nullable(EntityDraft.Draft attribute) {
    return attribute instanceof EntityDraft.Basic basic ? basic.inside("", true) : attribute;
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

  private void add(EntityDraft draft, FieldModel field, Overrides overrides, boolean shared) {
    if (!isUsable(draft, field)) {
      return;
    }
    if (!RecordRule.admits(draft, field, faults)) {
      return;
    }
    if (EmbeddedDrafter.isEmbedded(field)) {
      Misplaced.check(field, AttributeKind.EMBEDDED, faults);
      embedded.draft(draft, field, overrides.below(field), shared);
      return;
    }
    boolean ofElements = ElementDrafter.isEmbedded(field);
    if (!ofElements) {
      Overrides.checkOwn(field, faults);
    }
    EntityDraft.Draft attribute =
        ofElements
            ? attribute(draft, field, overrides.below(field))
            : attribute(draft, overrides.applied(field), overrides);
    if (attribute instanceof EntityDraft.Reference reference) {
      derived.addImplied(draft, reference);
    }
    if (attribute != null) {
      draft.attributes().add(shared ? nullable(attribute) : attribute);
    }
  }

  private boolean isUsable(EntityDraft draft, FieldModel field) {
    String place = Faults.place(field.declaredIn(), field.name());
    if (faults.at(place)) {
      return false;
    }
    if (field.finalKeyword() && !draft.type().isRecord()) {
      faults.add(place, MappingRules.fault("final", place));
      return false;
    }
    if (field.openVariable() != null) {
      faults.add(
          place,
          MappingRules.fault(
              "unbound", place, field.openVariable(), Faults.place(draft.type(), null)));
      return false;
    }
    return true;
  }

  private EntityDraft.@Nullable Draft attribute(
      EntityDraft draft, FieldModel field, Overrides overrides) {
    AttributeKind kind = kind(field);
    Misplaced.check(field, kind, faults);
    boolean faulty = faults.at(Faults.place(field.declaredIn(), field.name()));
    return faulty ? null : attribute(draft, field, kind, overrides);
  }

  private EntityDraft.@Nullable Draft attribute(
      EntityDraft draft, FieldModel field, AttributeKind kind, Overrides overrides) {
    return switch (kind) {
      case EMBEDDED, PART ->
          throw new IllegalStateException(field.name() + " is to be taken apart before");
      case COLUMN, EXPRESSION, QUERY -> column(draft, field, kind);
      case MANY_TO_ONE, ONE_TO_ONE, INVERSE_ONE_TO_ONE -> toOne(field, kind);
      case MANY_TO_MANY, ONE_TO_MANY_BETWEEN -> relationships.many(field);
      case ONE_TO_MANY, JOINED_ONE_TO_MANY -> relationships.collection(field);
      case TO_ONE_BY_CONDITION, TO_MANY_BY_CONDITION ->
          new ConditionDrafter(faults, reader).draft(draft.type(), field, kind);
      case ELEMENTS, EMBEDDED_ELEMENTS -> elements.draft(draft, field, overrides);
    };
  }

  private static AttributeKind kind(FieldModel field) {
    return ElementDrafter.isEmbedded(field)
        ? AttributeKind.EMBEDDED_ELEMENTS
        : AttributeKind.of(field.annotations());
  }

  private EntityDraft.@Nullable Draft toOne(FieldModel field, AttributeKind kind) {
    if (kind == AttributeKind.MANY_TO_ONE) {
      return relationships.manyToOne(field);
    }
    return kind == AttributeKind.ONE_TO_ONE
        ? relationships.oneToOne(field)
        : relationships.inverseOneToOne(field);
  }

  private EntityDraft.@Nullable Draft column(
      EntityDraft draft, FieldModel field, AttributeKind kind) {
    String place = Faults.place(field.declaredIn(), field.name());
    String type = Faults.place(ClassModel.boxed(field.type()), null);
    boolean expression = kind == AttributeKind.EXPRESSION;
    if (expression && !HybridMethod.has(draft.model().annotated(), field.name(), type)) {
      String metamodel = HybridMethod.metamodel(draft.model().annotated());
      faults.add(
          place, MappingRules.fault("column-property", place, field.name(), type, metamodel));
      return null;
    }
    return columns.basic(draft, field, false);
  }

  /** A VarHandle finds both fields; a statement, a message and a person only one name. */
  private void checkHiding(EntityDraft draft, FieldModel field) {
    draft.classes().stream()
        .takeWhile(above -> above.type() != field.declaredIn())
        .filter(above -> attributes(above).anyMatch(one -> one.name().equals(field.name())))
        .forEach(
            above -> {
              String place = Faults.place(field.declaredIn(), field.name());
              faults.add(
                  place, MappingRules.fault("hiding", place, Faults.place(above.type(), null)));
            });
  }

  private static Stream<FieldModel> attributes(ClassModel model) {
    return model.fields().stream().filter(EntityDraft::isAttribute);
  }

  /** What a session would make when it writes. */
  private void checkView(EntityDraft draft) {
    if (!draft.isView()) {
      return;
    }
    for (EntityDraft.Basic basic : draft.basics()) {
      for (String written : WRITTEN) {
        basic
            .field()
            .annotations()
            .find(written)
            .ifPresent(
                said ->
                    faults.add(
                        basic.place(), MappingRules.fault("view-member", basic.place(), said)));
      }
    }
  }

  private void checkVersion(EntityDraft draft) {
    List<EntityDraft.Basic> versions =
        draft.basics().stream().filter(EntityDraft.Basic::version).toList();
    if (versions.size() > 1) {
      String place = Faults.place(draft.type(), null);
      faults.add(place, MappingRules.fault("versions", place, versions.size()));
    }
  }
}
