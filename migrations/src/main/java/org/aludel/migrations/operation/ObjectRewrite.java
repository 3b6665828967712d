package org.aludel.migrations.operation;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.Index;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/** What stands beside the tables after names have changed. */
final class ObjectRewrite {
  private final NameMapping names;
  private final UnaryOperator<ObjectReference> references;
  private final BiFunction<QualifiedName, Index, Index> indexes;

  ObjectRewrite(
      NameMapping names,
      UnaryOperator<ObjectReference> references,
      BiFunction<QualifiedName, Index, Index> indexes) {
    this.names = names;
    this.references = references;
    this.indexes = indexes;
  }

  /** A part under the name of its table. */
  DefinedObject defined(DefinedObject object) {
    ObjectReference reference = object.reference();
    return new DefinedObject(
        references.apply(reference),
        names.definition(reference, object.definition()),
        object.alterations().stream().map(each -> names.definition(reference, each)).toList(),
        object.comment());
  }

  Domain domain(Domain domain) {
    QualifiedName name = domain.name();
    return new Domain(
        name(domain.reference()),
        names.type(domain.type()),
        domain.collation(),
        expression(name, domain.serverDefault()),
        domain.notNull(),
        domain.checks().stream()
            .map(each -> check(name, each))
            .sorted(Comparator.comparing(each -> each.name().text()))
            .toList(),
        domain.comment());
  }

  private CheckConstraint check(QualifiedName domain, CheckConstraint check) {
    String name = names.domainConstraint(domain, check.name().text());
    return new CheckConstraint(
        new ConstraintName(name, check.name().given()),
        names.expression(domain, check.expression()),
        check.noInherit(),
        check.validated(),
        check.comment(),
        written(domain, check));
  }

  private @Nullable String written(QualifiedName domain, CheckConstraint check) {
    String written = check.written();
    return written == null ? null : names.expression(domain, written);
  }

  CompositeType composite(CompositeType type) {
    List<CompositeType.Attribute> attributes =
        type.attributes().stream()
            .map(
                each ->
                    new CompositeType.Attribute(
                        names.column(type.name(), each.name()),
                        names.type(each.type()),
                        each.collation(),
                        each.comment()))
            .toList();
    return new CompositeType(name(type.reference()), attributes, type.comment());
  }

  RangeType range(RangeType type) {
    return new RangeType(
        name(type.reference()),
        names.type(type.subtype()),
        type.operatorClass(),
        type.collation(),
        type.difference(),
        type.multirange(),
        type.comment());
  }

  View view(View view) {
    View.Storage storage = view.storage();
    return new View(
        name(view.reference()),
        names.definition(view.reference(), view.definition()),
        view.columns().stream().map(each -> column(view.name(), each)).toList(),
        view.options(),
        storage == null
            ? null
            : new View.Storage(
                storage.populated(),
                storage.accessMethod(),
                storage.indexes().stream().map(each -> indexes.apply(view.name(), each)).toList(),
                storage.clusterIndex()),
        view.comment());
  }

  private Column column(QualifiedName view, Column column) {
    return column
        .withType(names.type(column.type()))
        .withServerDefault(expression(view, column.serverDefault()));
  }

  private QualifiedName name(ObjectReference reference) {
    return references.apply(reference).name();
  }

  private @Nullable String expression(QualifiedName owner, @Nullable String sql) {
    return sql == null ? null : names.expression(owner, sql);
  }
}
