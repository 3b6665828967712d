package org.aludel.migrations.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.RangeType;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * What makes an object what it is: all but comments, the indexes of a materialized view, which are
 * compared by themselves, and whether it holds data, which is no matter of the schema.
 */
final class ObjectContent implements SchemaObject.Visitor<List<?>> {
  static List<?> of(SchemaObject object) {
    return object.accept(new ObjectContent());
  }

  /** The comments of an object and of its parts, those without included. */
  static Map<ObjectReference, @Nullable String> comments(SchemaObject object) {
    Map<ObjectReference, @Nullable String> comments = new LinkedHashMap<>();
    comments.put(object.reference(), object.comment());
    if (object instanceof View view) {
      view.columns()
          .forEach(
              each ->
                  comments.put(ObjectReference.column(view.name(), each.name()), each.comment()));
    } else if (object instanceof CompositeType type) {
      type.attributes()
          .forEach(
              each ->
                  comments.put(ObjectReference.column(type.name(), each.name()), each.comment()));
    } else if (object instanceof Domain domain) {
      domain.checks().forEach(each -> comments.put(check(domain, each), each.comment()));
    }
    return comments;
  }

  private static ObjectReference check(Domain domain, CheckConstraint check) {
    return new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, domain.name(), check.name().text());
  }

  /** Columns by name, type and collation: what a view may keep while it gets another query. */
  static List<?> columns(View view) {
    return view.columns().stream()
        .map(each -> Arrays.asList(each.name(), each.type().name(), each.collation(), rest(each)))
        .toList();
  }

  private static List<?> rest(Column column) {
    return Arrays.asList(column.serverDefault(), column.options());
  }

  @Override
  public List<?> visitComposite(CompositeType object) {
    return object.attributes().stream()
        .map(each -> Arrays.asList(each.name(), each.type().name(), each.collation()))
        .toList();
  }

  @Override
  public List<?> visitDefined(DefinedObject object) {
    return List.of(object.definition(), object.alterations());
  }

  @Override
  public List<?> visitDomain(Domain object) {
    return Arrays.asList(
        object.type().name(),
        object.collation(),
        object.serverDefault(),
        object.notNull(),
        object.checks().stream()
            .map(each -> List.of(each.name().text(), each.expression(), each.validated()))
            .toList());
  }

  @Override
  public List<?> visitRange(RangeType object) {
    return Arrays.asList(
        object.subtype().name(),
        object.operatorClass(),
        object.collation(),
        object.difference(),
        object.multirange());
  }

  @Override
  public List<?> visitView(View object) {
    View.Storage storage = object.storage();
    return Arrays.asList(
        object.definition(),
        columns(object),
        object.options(),
        storage == null ? null : Arrays.asList(storage.accessMethod(), storage.clusterIndex()));
  }
}
