package org.aludel.ddl;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Domain;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/** The comments of all objects as statements, in the order of the objects. */
final class CommentStatements {
  private final List<DdlStatement> statements = new ArrayList<>();

  private CommentStatements() {}

  static List<DdlStatement> of(MetaData metaData) {
    CommentStatements found = new CommentStatements();
    metaData
        .namespaces()
        .forEach(one -> found.add(CommentTarget.schema(one.name()), one.comment()));
    metaData
        .extensions()
        .forEach(one -> found.add(CommentTarget.extension(one.name()), one.comment()));
    metaData.enums().forEach(one -> found.add(CommentTarget.enumType(one.name()), one.comment()));
    metaData
        .sequences()
        .forEach(one -> found.add(CommentTarget.sequence(one.name()), one.comment()));
    metaData.tables().forEach(root -> root.tree().forEach(found::addTable));
    metaData.objects().stream()
        .filter(one -> one.reference().kind() != ObjectKind.EVENT_TRIGGER)
        .forEach(found::addObject);
    return found.statements;
  }

  /** The comments of one object and of its parts. */
  static List<DdlStatement> of(SchemaObject object) {
    CommentStatements found = new CommentStatements();
    found.addObject(object);
    return found.statements;
  }

  private void addObject(SchemaObject object) {
    add(object.reference(), object.comment());
    if (object instanceof Domain domain) {
      addChecks(domain);
    } else if (object instanceof CompositeType type) {
      addAttributes(type);
    } else if (object instanceof View view) {
      addParts(view);
    }
  }

  private void addChecks(Domain domain) {
    for (CheckConstraint check : domain.checks()) {
      add(
          new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, domain.name(), check.name().text()),
          check.comment());
    }
  }

  private void addAttributes(CompositeType type) {
    type.attributes()
        .forEach(one -> add(ObjectReference.column(type.name(), one.name()), one.comment()));
  }

  private void addParts(View view) {
    view.columns()
        .forEach(one -> add(ObjectReference.column(view.name(), one.name()), one.comment()));
    view.indexes()
        .forEach(one -> add(ObjectReference.index(view.name(), one.name().text()), one.comment()));
  }

  private void add(ObjectReference object, @Nullable String comment) {
    if (comment != null) {
      statements.add(new ObjectDdl.CommentOn(object, comment));
    }
  }

  private void addTable(Table table) {
    QualifiedName name = table.name();
    add(CommentTarget.table(name), table.comment());
    table
        .columns()
        .forEach(column -> add(CommentTarget.column(name, column.name()), column.comment()));
    table
        .constraints()
        .forEach(one -> add(CommentTarget.constraint(name, one.name().text()), one.comment()));
    table
        .indexes()
        .forEach(
            one ->
                add(
                    CommentTarget.index(new QualifiedName(name.schema(), one.name().text())),
                    one.comment()));
  }

  private void add(CommentTarget target, @Nullable String comment) {
    if (comment != null) {
      statements.add(new SetComment(target, comment));
    }
  }
}
