package org.aludel.migrations.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.EnumType;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.Extension;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Partitioning;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Internal: a schema after its names have changed, wherever they are mentioned. */
public final class SchemaRewrite {
  private final NameMapping names;
  private final Map<QualifiedName, QualifiedName> sequences = new HashMap<>();

  private SchemaRewrite(NameMapping names) {
    this.names = names;
  }

  /** The same schema under other names. */
  public static MetaData of(MetaData schema, NameMapping names) {
    SchemaRewrite rewrite = new SchemaRewrite(names);
    ObjectRewrite objects = new ObjectRewrite(names, rewrite::reference, rewrite::index);
    schema.sequences().forEach(each -> rewrite.sequences.put(each.name(), names.sequence(each)));
    return schema
        .copy()
        .enums(schema.enums().stream().map(names::enumType).toList())
        .sequences(schema.sequences().stream().map(rewrite::sequence).toList())
        .tables(schema.tables().stream().map(rewrite::table).toList())
        .namespaces(schema.namespaces().stream().map(rewrite::namespace).toList())
        .extensions(schema.extensions().stream().map(rewrite::extension).toList())
        .domains(schema.domains().stream().map(objects::domain).toList())
        .compositeTypes(schema.compositeTypes().stream().map(objects::composite).toList())
        .rangeTypes(schema.rangeTypes().stream().map(objects::range).toList())
        .views(schema.views().stream().map(objects::view).toList())
        .definedObjects(schema.definedObjects().stream().map(objects::defined).toList())
        .grants(schema.grants().stream().map(rewrite::grant).sorted().toList())
        .dependencies(rewrite.dependencies(schema.dependencies()))
        .build();
  }

  private Namespace namespace(Namespace namespace) {
    String name = names.schema(namespace.name());
    return new Namespace(
        name == null ? namespace.name() : name, namespace.comment(), namespace.inEveryDatabase());
  }

  private Extension extension(Extension extension) {
    return new Extension(
        extension.name(),
        names.schema(extension.schema()),
        extension.version(),
        extension.comment());
  }

  private Grant grant(Grant grant) {
    return new Grant(reference(grant.on()), grant.grantee(), grant.action(), grant.privileges());
  }

  private Map<ObjectReference, Set<ObjectReference>> dependencies(
      Map<ObjectReference, Set<ObjectReference>> dependencies) {
    Map<ObjectReference, Set<ObjectReference>> renamed = new TreeMap<>();
    dependencies.forEach(
        (object, needed) ->
            renamed.put(
                reference(object),
                needed.stream().map(this::reference).collect(Collectors.toSet())));
    return renamed;
  }

  private ObjectReference reference(ObjectReference reference) {
    ObjectReference renamed = names.object(reference);
    if (!renamed.equals(reference)) {
      return renamed;
    }
    QualifiedName name = reference.name();
    return switch (reference.kind()) {
      case TABLE, TRIGGER, RULE, POLICY, CONSTRAINT ->
          new ObjectReference(reference.kind(), names.table(name), reference.part());
      case COLUMN ->
          ObjectReference.column(names.table(name), names.column(name, reference.part()));
      case SEQUENCE -> ObjectReference.of(reference.kind(), sequences.getOrDefault(name, name));
      case ENUM ->
          ObjectReference.of(
              reference.kind(), names.enumType(new EnumType(name, List.of(), null)).name());
      default -> reference;
    };
  }

  private Sequence sequence(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    Sequence.Owner renamed =
        owner == null
            ? null
            : new Sequence.Owner(
                names.table(owner.table()), names.column(owner.table(), owner.column()));
    return new Sequence(
        names.sequence(sequence),
        sequence.dataType(),
        sequence.options(),
        renamed,
        sequence.comment(),
        sequence.unlogged());
  }

  private Table table(Table table) {
    QualifiedName name = table.name();
    Partitioning partitioning = table.partitioning();
    return table
        .withName(names.table(name))
        .withParents(table.parents().stream().map(names::table).toList())
        .withPartitioning(
            partitioning == null
                ? null
                : new Partitioning(
                    partitioning.strategy(),
                    names.expression(name, partitioning.key()),
                    partitioning.partitions().stream()
                        .map(each -> new Partitioning.Partition(each.bound(), table(each.table())))
                        .toList()))
        .withColumns(table.columns().stream().map(each -> column(name, each)).toList())
        .withConstraints(table.constraints().stream().map(each -> constraint(name, each)).toList())
        .withIndexes(table.indexes().stream().map(each -> index(name, each)).toList());
  }

  private Column column(QualifiedName table, Column column) {
    Computed computed = column.computed();
    return column
        .withName(names.column(table, column.name()))
        .withType(names.type(column.type()))
        .withServerDefault(expression(table, column.serverDefault()))
        .withComputed(
            computed == null
                ? null
                : new Computed(names.expression(table, computed.expression()), computed.stored()));
  }

  private Constraint constraint(QualifiedName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new PrimaryKey(
          key.name(),
          columns(table, key.columns()),
          columns(table, key.include()),
          key.deferral(),
          key.comment());
    }
    if (constraint instanceof UniqueConstraint unique) {
      return new UniqueConstraint(
          unique.name(),
          columns(table, unique.columns()),
          columns(table, unique.include()),
          unique.nullsNotDistinct(),
          unique.deferral(),
          unique.comment());
    }
    if (constraint instanceof ForeignKey key) {
      return foreignKey(table, key);
    }
    return constraint instanceof CheckConstraint check
        ? new CheckConstraint(
            check.name(),
            names.expression(table, check.expression()),
            check.noInherit(),
            check.validated(),
            check.comment(),
            written(table, check))
        : exclusion(table, (ExcludeConstraint) constraint);
  }

  private @Nullable String written(QualifiedName table, CheckConstraint check) {
    String written = check.written();
    return written == null ? null : names.expression(table, written);
  }

  private ForeignKey foreignKey(QualifiedName table, ForeignKey key) {
    return new ForeignKey(
        key.name(),
        columns(table, key.columns()),
        names.table(key.target()),
        columns(key.target(), key.targetColumns()),
        key.onDelete(),
        columns(table, key.onDeleteColumns()),
        key.onUpdate(),
        key.match(),
        key.deferral(),
        key.validated(),
        key.comment());
  }

  private ExcludeConstraint exclusion(QualifiedName table, ExcludeConstraint exclusion) {
    return new ExcludeConstraint(
        exclusion.name(),
        exclusion.method(),
        exclusion.elements().stream()
            .map(
                each ->
                    new ExcludeConstraint.Element(element(table, each.element()), each.operator()))
            .toList(),
        columns(table, exclusion.include()),
        expression(table, exclusion.predicate()),
        exclusion.deferral(),
        exclusion.comment());
  }

  private Index index(QualifiedName table, Index index) {
    return new Index(
        index.name(),
        index.unique(),
        index.method(),
        index.elements().stream().map(each -> element(table, each)).toList(),
        columns(table, index.include()),
        expression(table, index.predicate()),
        index.nullsNotDistinct(),
        index.storage(),
        index.comment(),
        index.valid(),
        index.statisticsTargets(),
        index.attached());
  }

  private IndexElement element(QualifiedName table, IndexElement element) {
    String column = element.column();
    return new IndexElement(
        column == null ? null : names.column(table, column),
        expression(table, element.expression()),
        element.collation(),
        element.operatorClass(),
        element.descending(),
        element.nullsFirst());
  }

  private List<String> columns(QualifiedName table, List<String> columns) {
    return columns.stream().map(each -> names.column(table, each)).toList();
  }

  private @Nullable String expression(QualifiedName table, @Nullable String sql) {
    return sql == null ? null : names.expression(table, sql);
  }
}
