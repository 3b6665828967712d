package org.aludel.migrations.lint;

import java.util.List;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CompositeType;
import org.aludel.schema.SchemaObject;

/**
 * The values of a dropped column are gone, those of one that becomes generated, and those of an
 * attribute that its type loses; a generated one can be computed again.
 */
final class DropColumnRule implements LintRule {
  @Override
  public String code() {
    return "C02";
  }

  @Override
  public String harm() {
    return "destroys the values of the column, and breaks an application that still reads it";
  }

  @Override
  public String cure() {
    return "deploy without the column first, drop it in a later revision";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return (operation instanceof ColumnOperation.Drop drop && drop.column().computed() == null)
        || (operation instanceof ColumnOperation.ChangeComputed change
            && change.from().computed() == null)
        || (operation instanceof ObjectOperation.Replace replace
            && losesAttribute(replace.from(), replace.to()))
        || (operation instanceof ObjectOperation.Drop drop
            && scope.created(drop.object().reference()).stream()
                .anyMatch(each -> losesAttribute(drop.object(), each)));
  }

  private static boolean losesAttribute(SchemaObject from, SchemaObject to) {
    return from instanceof CompositeType old
        && to instanceof CompositeType type
        && !names(type).containsAll(names(old));
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(CompositeType.Attribute::name).toList();
  }
}
