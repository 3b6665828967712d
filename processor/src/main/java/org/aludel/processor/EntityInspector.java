package org.aludel.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entity class, and finds what would keep its generated code from compiling or working.
 */
final class EntityInspector {
  private final boolean early;
  private final ProcessingEnvironment environment;
  private final AttributeInspector attributes;
  private final LazyRule lazyRule;
  private final Refusals refusals = new Refusals();
  private final DerivedIds derivedIds = new DerivedIds(this);
  private final AnnotationRule annotations = new AnnotationRule(refusals);

  EntityInspector(ProcessingEnvironment environment) {
    this(environment, false);
  }

  /**
   * @param early whether Lombok has perhaps not added its members yet
   */
  EntityInspector(ProcessingEnvironment environment, boolean early) {
    this.early = early;
    this.environment = environment;
    this.lazyRule = new LazyRule(environment);
    this.attributes = new AttributeInspector(this, refusals);
  }

  /** What was refused so far, in the order of discovery. */
  List<Refusal> refusals() {
    return refusals.all();
  }

  ProcessingEnvironment environment() {
    return environment;
  }

  Visibility visibility() {
    return new Visibility(environment.getElementUtils());
  }

  LazyRule lazyRule() {
    return lazyRule;
  }

  /** Whether a type of it is not known, perhaps until another processor writes it. */
  boolean incomplete(TypeElement entity) {
    FieldTypes types = fieldTypes(entity);
    return mappedClasses(entity).stream()
            .flatMap(each -> fields(each).stream())
            .anyMatch(field -> types.of(field.asType()).getKind() == TypeKind.ERROR)
        || MappingClasses.mapped(entity).asType().getKind() == TypeKind.ERROR
        || HybridRule.incomplete(entity);
  }

  private FieldTypes fieldTypes(TypeElement entity) {
    return new FieldTypes(entity, environment.getTypeUtils());
  }

  /** The model of an entity, or null after a refusal, be it of a superclass that others share. */
  @Nullable EntityModel inspect(TypeElement entity) {
    int before = refusals.all().size();
    boolean whole = checkClass(entity);
    List<AttributeModel> found = new ArrayList<>();
    EmbeddedInspector embedded = new EmbeddedInspector(this, entity, refusals);
    for (AttributeField field : parts(entity, embedded)) {
      AttributeModel attribute = attributes.inspect(entity, field);
      whole &= attribute != null;
      if (attribute != null) {
        found.add(attribute);
      }
    }
    if (!whole || refusals.all().size() > before) {
      return null;
    }
    found = derivedIds.applied(entity, found, attributes);
    new TableRule(entity, mappedClasses(entity), found, refusals).check();
    if (refusals.all().size() > before) {
      return null;
    }
    // A stable sort: columns first, else in the order of declaration.
    found.sort(Comparator.comparing(attribute -> attribute.basic() ? 0 : 1));
    ExecutableElement constructor = constructor(entity);
    return new EntityModel(
        entity,
        environment.getElementUtils().getPackageOf(entity).getQualifiedName().toString(),
        found,
        embedded.found(),
        constructor != null && !isCallable(entity, constructor) && !RecordRule.isRecord(entity),
        inheritedBasics(entity, found),
        lazyRule.obstacle(entity),
        new IdRule(this, refusals).idClass(entity),
        schema(entity),
        table(entity));
  }

  /** How many attributes in columns are those of the entity that it extends. */
  private int inheritedBasics(TypeElement entity, List<AttributeModel> found) {
    TypeElement above = Inheritance.superEntity(entity);
    if (above == null) {
      return 0;
    }
    List<String> classes = mappedClasses(above).stream().map(Mirrors::place).toList();
    return (int) found.stream().filter(one -> one.basic() && classes.contains(one.owner())).count();
  }

  /** The attributes of an entity; embedded ones taken apart. */
  private List<AttributeField> parts(TypeElement entity, EmbeddedInspector embedded) {
    Map<TypeElement, Overrides> overrides = overrides(entity);
    Overrides own = new Overrides();
    List<AttributeField> parts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (AttributeField field : attributeFields(entity)) {
      Overrides level = overrides.getOrDefault(field.declaredIn(), own);
      String name = field.element().getSimpleName().toString();
      if (level.equals(overrides.get(entity))) {
        names.add(name);
      }
      if (ElementInspector.isEmbedded(field)) {
        parts.add(field.with(level.below(name, field.element())));
      } else if (!EmbeddedInspector.isEmbedded(field)) {
        Overrides.checkOwn(field, refusals);
        parts.add(field.with(level.applied(field.element())));
      } else if (attributes.check(entity, field) != null) {
        parts.addAll(embedded.expand(field, level.below(name, field.element())));
      }
    }
    overrides.getOrDefault(entity, own).check(entity, Mirrors.place(entity), names, refusals);
    return parts;
  }

  /** The attributes of the id in key order, those of an embedded one each for itself. */
  List<AttributeField> idFields(TypeElement entity) {
    Map<TypeElement, Overrides> overrides = overrides(entity);
    // What is wrong with them is reported with the entity itself.
    EmbeddedInspector embedded = new EmbeddedInspector(this, entity, new Refusals());
    List<AttributeField> ids = new ArrayList<>();
    for (AttributeField field : attributeFields(entity)) {
      Overrides level = overrides.getOrDefault(field.declaredIn(), new Overrides());
      if (field.has(EmbeddedInspector.EMBEDDED_ID)) {
        String name = field.element().getSimpleName().toString();
        ids.addAll(embedded.expand(field, level.below(name, field.element())));
      } else if (DerivedIds.isDerived(field)) {
        ids.add(field);
      } else if (field.has(Mirrors.JAKARTA + "Id")) {
        ids.add(field.with(level.applied(field.element())));
      }
    }
    return derivedIds.of(entity, ids);
  }

  /** What an entity and its mapped superclasses override, for itself and for each it extends. */
  private Map<TypeElement, Overrides> overrides(TypeElement entity) {
    Map<TypeElement, Overrides> overrides = new HashMap<>();
    TypeElement above = Inheritance.superEntity(entity);
    List<TypeElement> inherited = above == null ? List.of() : mappedClasses(above);
    if (above != null) {
      overrides.putAll(overrides(above));
    }
    Overrides own = new Overrides();
    List<TypeElement> classes = mappedClasses(entity);
    for (int index = classes.size() - 1; index >= 0; index--) {
      if (!inherited.contains(classes.get(index))) {
        own.add(classes.get(index));
        overrides.put(classes.get(index), own);
      }
    }
    return overrides;
  }

  /** The fields of an entity in the order of declaration, those of mapped superclasses first. */
  List<AttributeField> attributeFields(TypeElement entity) {
    FieldTypes types = fieldTypes(entity);
    List<AttributeField> all = new ArrayList<>();
    for (TypeElement each : mappedClasses(entity)) {
      for (VariableElement field : fields(each)) {
        all.add(new AttributeField(each, field, types.of(field.asType())));
      }
    }
    return all;
  }

  /** Whether the attributes of a superclass are those of an entity below it. */
  static boolean isMapped(TypeElement type) {
    return Mirrors.has(type, Mirrors.JAKARTA + "MappedSuperclass")
        || Mirrors.has(type, Mirrors.JAKARTA + "Entity");
  }

  /** The mapped superclasses from the top, entities among them, then the entity. */
  List<TypeElement> mappedClasses(TypeElement entity) {
    Deque<TypeElement> classes = new ArrayDeque<>();
    classes.push(entity);
    for (TypeElement each = superclass(entity); each != null; each = superclass(each)) {
      if (isMapped(each)) {
        classes.push(each);
      }
    }
    return List.copyOf(classes);
  }

  static @Nullable TypeElement superclass(TypeElement type) {
    TypeMirror above = type.getSuperclass();
    return above instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
  }

  /** The fields that are attributes: neither static nor transient by keyword or annotation. */
  static List<VariableElement> fields(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(
            field ->
                !field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT)
                    && !Mirrors.has(field, Mirrors.JAKARTA + "Transient"))
        .toList();
  }

  /** The schema of its table, or null for the default schema. */
  static @Nullable String schema(TypeElement entity) {
    return tableText(Inheritance.tableOwner(entity), "schema");
  }

  /** The name of its table. */
  static String table(TypeElement type) {
    TypeElement entity = Inheritance.tableOwner(type);
    String table = tableText(entity, "name");
    if (table != null) {
      return table;
    }
    return SnakeCase.of(entityName(entity));
  }

  /** The name of an entity, which is the class's unless said. */
  static String entityName(TypeElement entity) {
    String name =
        Mirrors.find(entity, Mirrors.JAKARTA + "Entity")
            .map(mirror -> Mirrors.text(mirror, "name"))
            .orElse("");
    return name.isEmpty() ? simpleName(entity) : name;
  }

  /** The name of the class whose objects are stored, without its package. */
  static String simpleName(TypeElement entity) {
    return MappingClasses.mapped(entity).getSimpleName().toString();
  }

  private static @Nullable String tableText(TypeElement entity, String member) {
    String text =
        Mirrors.find(entity, Mirrors.JAKARTA + "Table")
            .map(mirror -> Mirrors.text(mirror, member))
            .orElse("");
    return text.isEmpty() ? null : AttributeInspector.exact(text);
  }

  /** Whether the class is one at all; its other faults are not worth reading before. */
  private boolean checkClass(TypeElement entity) {
    String place = Mirrors.place(entity);
    if (!isPlain(entity)) {
      String fault = MappingClasses.isMapping(entity) ? "maps-kind" : "no-class";
      refusals.add(fault, entity, entity.getQualifiedName().toString());
      return false;
    }
    checkNames(entity, entity.getQualifiedName().toString());
    if (!new MapsRule(entity, this, refusals).check()) {
      return false;
    }
    for (TypeElement each : mappedClasses(entity)) {
      annotations.checkClass(each, environment.getElementUtils().getPackageOf(each));
    }
    new RecordRule(refusals).check(entity);
    if (isMadeEmpty(entity)) {
      checkConstructor(entity, place);
    }
    checkSuperclasses(entity);
    new IdRule(this, refusals).check(entity);
    derivedIds.check(entity, refusals);
    new ColumnPropertyRule(this, refusals).check(entity);
    checkHybrids(entity);
    new InheritanceRule(this, refusals).check(entity);
    return true;
  }

  /** Whether objects of a class can be made; of a class that maps another, whether it has none. */
  private static boolean isPlain(TypeElement entity) {
    boolean nestedBadly =
        entity.getNestingKind() != NestingKind.TOP_LEVEL
            && (entity.getNestingKind() != NestingKind.MEMBER
                || !entity.getModifiers().contains(Modifier.STATIC));
    boolean record = RecordRule.isRecord(entity) && !MappingClasses.isMapping(entity);
    return !nestedBadly && (entity.getKind() == ElementKind.CLASS || record);
  }

  /** Those of entities above are checked with them. */
  private void checkHybrids(TypeElement entity) {
    HybridRule rule = new HybridRule(environment);
    for (TypeElement each : mappedClasses(entity)) {
      if (each.equals(entity) || !Mirrors.has(each, Mirrors.JAKARTA + "Entity")) {
        rule.check(each, isUnfinished(each), refusals);
      }
    }
  }

  /** The fields of a mapped superclass that are columns of the same class in all entities. */
  List<AttributeField> sharedFields(TypeElement type) {
    List<AttributeField> shared = new ArrayList<>();
    for (AttributeField field : attributeFields(type)) {
      if (AttributeKind.of(field).isRead()
          && FieldTypes.openIn(field.type()) == null
          && !DerivedIds.isDerived(field)) {
        shared.add(field);
      }
    }
    return shared;
  }

  /** Those fields as attributes; null where the class is refused, as it is of every entity. */
  @Nullable List<AttributeModel> shared(TypeElement type) {
    new HybridRule(environment).check(type, isUnfinished(type), refusals);
    if (!refusals.all().isEmpty()) {
      return null;
    }
    List<AttributeModel> found = new ArrayList<>();
    for (AttributeField field : sharedFields(type)) {
      AttributeModel attribute = attributes.inspect(type, field);
      if (attribute == null) {
        return null;
      }
      found.add(attribute);
    }
    return found;
  }

  /** Whether its objects are made by the constructor without parameters, which is there by now. */
  private boolean isMadeEmpty(TypeElement entity) {
    return !RecordRule.isRecord(entity)
        && !MappingClasses.mapped(entity).getModifiers().contains(Modifier.ABSTRACT)
        && !isUnfinished(entity);
  }

  /** Whether Lombok changes an entity or a class that it refers to or embeds. */
  boolean meetsLombok(TypeElement entity) {
    return Lombok.changes(MappingClasses.mapped(entity))
        || attributeFields(entity).stream()
            .flatMap(EntityInspector::classes)
            .anyMatch(Lombok::changes);
  }

  private static Stream<TypeElement> classes(AttributeField field) {
    List<? extends TypeMirror> arguments =
        field.type() instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
    return Stream.concat(Stream.of(field.type()), arguments.stream())
        .map(AttributeInspector::element)
        .filter(Objects::nonNull);
  }

  /** Whether a constructor may still be added. */
  boolean isUnfinished(TypeElement type) {
    return early && Lombok.changes(MappingClasses.mapped(type));
  }

  /** Generated code names the class and casts to its mapped superclasses. */
  private void checkNames(TypeElement entity, String place) {
    for (Element each = entity; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        refusals.add(
            Refusal.of(
                entity,
                place,
                "a private class, which the generated code cannot name",
                "a class that its own package sees",
                "remove private"));
      }
    }
    for (TypeElement each : mappedClasses(entity)) {
      if (!each.equals(entity) && !visibility().visible(each, entity)) {
        refusals.add(
            Refusal.of(
                entity,
                place,
                "the mapped superclass \""
                    + Mirrors.place(each)
                    + "\", which the package of the entity cannot name",
                "a superclass that the generated code can cast to",
                "make the superclass public"));
      }
    }
  }

  private void checkSuperclasses(TypeElement entity) {
    new TypeMaps(this).check(entity, refusals);
    for (TypeElement each = superclass(entity); each != null; each = superclass(each)) {
      if (!isMapped(each) && AnnotationRule.hasStray(each)) {
        refusals.add("stray", each, Mirrors.place(each));
      }
    }
  }

  private void checkConstructor(TypeElement entity, String place) {
    ExecutableElement constructor = constructor(entity);
    if (constructor == null || !constructor.getThrownTypes().isEmpty()) {
      refusals.add(
          Refusal.of(
              entity,
              place,
              constructor == null
                  ? "no constructor without parameters"
                  : "a constructor without parameters that throws checked exceptions",
              "a constructor without parameters, of any visibility, to make objects from rows",
              MappingClasses.isMapping(entity)
                  ? "map a class of your own, or read the rows as records"
                  : "add \"protected " + entity.getSimpleName() + "() {}\""));
    }
  }

  /** Whether generated code beside the entity can call it as the source would. */
  private static boolean isCallable(TypeElement entity, ExecutableElement constructor) {
    TypeElement mapped = MappingClasses.mapped(entity);
    return MappingClasses.home(entity).equals(MappingClasses.home(mapped))
        ? !constructor.getModifiers().contains(Modifier.PRIVATE)
        : constructor.getModifiers().contains(Modifier.PUBLIC);
  }

  private static @Nullable ExecutableElement constructor(TypeElement entity) {
    return ElementFilter.constructorsIn(MappingClasses.mapped(entity).getEnclosedElements())
        .stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .findFirst()
        .orElse(null);
  }
}
