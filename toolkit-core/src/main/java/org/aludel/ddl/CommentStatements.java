package org.aludel.ddl;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
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
    metaData.tables().forEach(found::addTable);
    return found.statements;
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
