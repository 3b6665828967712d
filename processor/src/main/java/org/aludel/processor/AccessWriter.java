package org.aludel.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Writes {@code User__Orm}: creation, slots, reading and the VarHandles they use. */
final class AccessWriter {
  private static final String HANDLES = "java.lang.invoke.MethodHandles";

  private final Header header;
  private final LazyWriter lazies;

  AccessWriter(Header header, LazyWriter lazies) {
    this.header = header;
    this.lazies = lazies;
  }

  String write(EntityModel entity) {
    if (RecordRule.isRecord(entity.type())) {
      return record(entity);
    }
    Source source = header.open(entity, "Reads and writes the fields of", List.of());
    String name = entity.name();
    source.line(
        "public final class "
            + entity.accessName()
            + " extends org.aludel.instrument.EntityAccess<"
            + name
            + "> {");
    handles(entity, source);
    constructor(entity, source);
    create(entity, source);
    get(entity, source);
    set(entity, source);
    longId(entity, source);
    new ReadWriter(entity).write(source);
    new SnapshotWriter(entity).write(source);
    columns(entity, source);
    new EmbeddedWriter(entity).write(source);
    new IdWriter(entity).write(source);
    ElementWriter.write(entity, source);
    if (entity.lazyObstacle() == null) {
      lazy(entity, source);
    }
    return source.line("}").toString();
  }

  private String record(EntityModel entity) {
    Source source = header.open(entity, "Reads the components of", List.of());
    String name = entity.name();
    source.line(
        "public final class %s extends org.aludel.instrument.RecordAccess<%s> {"
            .formatted(entity.accessName(), name));
    handles(entity, source);
    constructor(entity, source);
    get(entity, source);
    StringJoiner values = new StringJoiner(", ");
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      values.add("(" + entity.attributes().get(slot).javaType() + ") values[" + slot + "]");
    }
    source
        .blank()
        .line("@Override")
        .line("public " + name + " make(java.lang.Object[] values) {")
        .line("return new " + name + "(" + values + ");")
        .line("}");
    new IdWriter(entity).write(source);
    return source.line("}").toString();
  }

  private static void handles(EntityModel entity, Source source) {
    List<AttributeModel> attributes = entity.attributes();
    for (int slot = 0; slot < attributes.size(); slot++) {
      if (attributes.get(slot).implied()) {
        continue;
      }
      source.line(
          "private static final java.lang.invoke.VarHandle "
              + attributes.get(slot).handle(slot)
              + "; // "
              + attributes.get(slot).path());
    }
    EmbeddedWriter.handles(entity, source);
    IdWriter.handles(entity, source);
    if (entity.privateConstructor() && !entity.isAbstract()) {
      source.line("private static final java.lang.invoke.MethodHandle CREATE;");
    }
    codecs(entity, source);
    source.blank().line("static {").line("try {");
    Set<String> owners = new LinkedHashSet<>();
    attributes.forEach(attribute -> owners.add(attribute.declaredIn()));
    EmbeddedWriter.owners(entity, owners);
    IdWriter.owners(entity, owners);
    owners.add(entity.name());
    int number = 0;
    for (String owner : owners) {
      String lookup = "lookup" + number++;
      source.line(
          HANDLES
              + ".Lookup "
              + lookup
              + " = "
              + HANDLES
              + ".privateLookupIn("
              + owner
              + ".class, "
              + HANDLES
              + ".lookup());");
      for (int slot = 0; slot < attributes.size(); slot++) {
        handle(attributes.get(slot), slot, owner, lookup, source);
      }
      EmbeddedWriter.find(entity, owner, lookup, source);
      IdWriter.find(entity, owner, lookup, source);
      if (entity.privateConstructor() && !entity.isAbstract() && owner.equals(entity.name())) {
        source.line(
            "CREATE = "
                + lookup
                + ".findConstructor("
                + owner
                + ".class, java.lang.invoke.MethodType.methodType(void.class));");
      }
    }
    source
        .line("} catch (java.lang.ReflectiveOperationException error) {")
        .line("throw new java.lang.ExceptionInInitializerError(error);")
        .line("}")
        .line("}");
  }

  /** The metamodel has the types; the mapping at run time chooses equal ones. */
  private static void codecs(EntityModel entity, Source source) {
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      AttributeModel attribute = entity.attributes().get(slot);
      if (attribute.value() == ValueKind.STORED && !RecordRule.isRecord(entity.type())) {
        source.line(
            "private static final org.aludel.type.ValueCodec %s = %s.%s.%s.type().codec();"
                .formatted(
                    attribute.codec(slot),
                    entity.qualified(entity.metamodelName()),
                    entity.constant(),
                    attribute.path()));
      }
    }
  }

  private static void handle(
      AttributeModel attribute, int slot, String owner, String lookup, Source source) {
    if (attribute.declaredIn().equals(owner) && !attribute.implied()) {
      source.line(
          attribute.handle(slot)
              + " = "
              + lookup
              + ".findVarHandle("
              + owner
              + ".class, "
              + Source.literal(attribute.name())
              + ", "
              + attribute.fieldType()
              + ".class).withInvokeExactBehavior();");
    }
  }

  private static void constructor(EntityModel entity, Source source) {
    source
        .blank()
        .line("/** Called by {@code EntityAccess.of}. */")
        .line("public " + entity.accessName() + "() {")
        .line("super(" + entity.name() + ".class, java.util.List.of(" + attributes(entity) + "));")
        .line("}");
  }

  private static String attributes(EntityModel entity) {
    StringBuilder list = new StringBuilder();
    for (AttributeModel attribute : entity.attributes()) {
      list.append(list.length() == 0 ? "\n        " : ",\n        ")
          .append("org.aludel.instrument.Attribute.")
          .append(attribute.kind().factory())
          .append('(')
          .append(Source.literal(attribute.path()))
          .append(", ")
          .append(attribute.declaredIn())
          .append(".class, ")
          .append(attribute.javaType())
          .append(".class");
      if (attribute.kind() == AttributeModel.Kind.TO_MANY
          || attribute.kind() == AttributeModel.Kind.ELEMENTS) {
        list.append(", ").append(attribute.elementType()).append(".class");
      }
      list.append(')');
    }
    return list.toString();
  }

  private static void create(EntityModel entity, Source source) {
    source.blank().line("@Override").line("public " + entity.name() + " create() {");
    if (entity.isAbstract()) {
      source.line("throw noInstance();").line("}");
      return;
    }
    if (!entity.privateConstructor()) {
      source.line("return new " + entity.name() + "();").line("}");
      return;
    }
    source
        .line("try {")
        .line("return (" + entity.name() + ") CREATE.invokeExact();")
        .line("} catch (java.lang.RuntimeException | java.lang.Error error) {")
        .line("throw error;")
        .line("} catch (java.lang.Throwable error) {")
        .line("throw new java.lang.IllegalStateException(error);")
        .line("}")
        .line("}");
  }

  /** The value of a field as an expression of exactly the field's class. */
  static String value(EntityModel entity, int slot, String target) {
    if (entity.attributes().get(slot).derived() != null) {
      return DerivedModel.getter(slot) + "(" + target + ")";
    }
    return own(entity, slot, target);
  }

  /** What the field of an attribute has, as an expression over {@code entity}. */
  static String own(EntityModel entity, int slot) {
    return own(entity, slot, "entity");
  }

  private static String own(EntityModel entity, int slot, String target) {
    AttributeModel attribute = entity.attributes().get(slot);
    if (attribute.embedded() != null) {
      return attribute.getter(slot) + "(" + target + ")";
    }
    return "("
        + attribute.javaType()
        + ") "
        + attribute.fieldCast()
        + attribute.handle(slot)
        + ".get("
        + owner(entity, attribute, target)
        + ")";
  }

  /** A statement that sets a field; the value must be of exactly the field's class. */
  static String assign(EntityModel entity, int slot, String target, String value) {
    AttributeModel attribute = entity.attributes().get(slot);
    if (attribute.implied()) {
      return ""; // the reference has it
    }
    if (attribute.embedded() != null) {
      return attribute.setter(slot) + "(" + target + ", " + value + ");";
    }
    return attribute.handle(slot)
        + ".set("
        + owner(entity, attribute, target)
        + ", "
        + (attribute.fieldCast().isEmpty() ? value : attribute.fieldCast() + "(" + value + ")")
        + ");";
  }

  private static String owner(EntityModel entity, AttributeModel attribute, String target) {
    return attribute.declaredIn().equals(entity.name())
        ? target
        : "(" + attribute.declaredIn() + ") " + target;
  }

  private static void get(EntityModel entity, Source source) {
    source
        .blank()
        .line("@Override")
        .line("public java.lang.Object get(" + entity.name() + " entity, int slot) {")
        .line("switch (slot) {");
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      source.line("case " + slot + ": return " + value(entity, slot, "entity") + ";");
    }
    source.line("default: throw noSlot(slot);").line("}").line("}");
  }

  private static void set(EntityModel entity, Source source) {
    source
        .blank()
        .line("@Override")
        .line("public void set(" + entity.name() + " entity, int slot, java.lang.Object value) {")
        .line("switch (slot) {");
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      String cast = "(" + entity.attributes().get(slot).javaType() + ") value";
      source.line("case " + slot + ": " + assign(entity, slot, "entity", cast) + " break;");
    }
    source.line("default: throw noSlot(slot);").line("}").line("}");
  }

  private static void longId(EntityModel entity, Source source) {
    int slot = entity.longIdSlot();
    if (slot < 0) {
      return;
    }
    boolean primitive = entity.attributes().get(slot).primitive();
    source
        .blank()
        .line("@Override")
        .line("public boolean hasLongId() {")
        .line("return true;")
        .line("}")
        .blank()
        .line("@Override")
        .line("public long longId(" + entity.name() + " entity) {");
    if (primitive) {
      source.line("return " + value(entity, slot, "entity") + ";");
    } else {
      source
          .line("java.lang.Long id = " + value(entity, slot, "entity") + ";")
          .line("return id == null ? 0L : id;");
    }
    source
        .line("}")
        .blank()
        .line("@Override")
        .line("public void longId(" + entity.name() + " entity, long id) {")
        .line(assign(entity, slot, "entity", primitive ? "id" : "(java.lang.Long) id"))
        .line("}");
  }

  private static void columns(EntityModel entity, Source source) {
    boolean none = entity.attributes().stream().noneMatch(AttributeModel::primitive);
    if (none) {
      return;
    }
    source
        .blank()
        .line("@Override")
        .line(
            "public java.lang.Object column(java.util.List<? extends "
                + entity.name()
                + "> entities, int slot) {")
        .line("int size = entities.size();")
        .line("switch (slot) {");
    for (int slot = 0; slot < entity.attributes().size(); slot++) {
      AttributeModel attribute = entity.attributes().get(slot);
      if (attribute.primitive()) {
        source
            .line("case " + slot + ": {")
            .line(attribute.javaType() + "[] values = new " + attribute.javaType() + "[size];")
            .line("for (int index = 0; index < size; index++) {")
            .line(entity.name() + " entity = entities.get(index);")
            .line("values[index] = " + value(entity, slot, "entity") + ";")
            .line("}")
            .line("return values;")
            .line("}");
      }
    }
    source.line("default: return super.column(entities, slot);").line("}").line("}");
  }

  private void lazy(EntityModel entity, Source source) {
    source
        .blank()
        .line("@Override")
        .line("public boolean supportsLazy() {")
        .line("return true;")
        .line("}")
        .blank()
        .line("@Override")
        .line("public " + entity.name() + " lazy(org.aludel.instrument.LoadTrigger trigger) {")
        .line("Lazy instance = new Lazy();")
        .line("instance.aludelTrigger(trigger);")
        .line("return instance;")
        .line("}");
    lazies.write(entity, source);
  }
}
