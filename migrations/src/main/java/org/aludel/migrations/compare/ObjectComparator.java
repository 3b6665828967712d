package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.CompositeType;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Finds views, routines, triggers, types and the like that came, went or have another definition.
 * One that cannot take the other definition in its place, both ways, is dropped and created.
 */
final class ObjectComparator {
  private ObjectComparator() {}

  static List<Operation> compare(MetaData database, MetaData model) {
    Matched<SchemaObject> match =
        Matched.byName(database.objects(), model.objects(), SchemaObject::reference);
    List<Operation> found = new ArrayList<>();
    match.modelOnly().forEach(each -> found.add(new ObjectOperation.Create(each)));
    match.pairs().forEach(pair -> found.addAll(compare(pair.database(), pair.model())));
    match.databaseOnly().forEach(each -> found.add(new ObjectOperation.Drop(each)));
    return found;
  }

  private static List<Operation> compare(SchemaObject database, SchemaObject model) {
    boolean same = ObjectContent.of(database).equals(ObjectContent.of(model));
    if (!same && !replaceable(database, model)) {
      return List.of(new ObjectOperation.Drop(database), new ObjectOperation.Create(model));
    }
    List<Operation> found = new ArrayList<>();
    if (!same) {
      found.add(new ObjectOperation.Replace(database, model));
    }
    if (database instanceof View before && model instanceof View after) {
      found.addAll(IndexComparator.compare(after.name(), before.indexes(), after.indexes()));
    }
    found.addAll(comments(database, model));
    return found;
  }

  /** Parts that only one side has come with their comments. */
  private static List<Operation> comments(SchemaObject database, SchemaObject model) {
    Map<ObjectReference, @Nullable String> before = ObjectContent.comments(database);
    List<Operation> found = new ArrayList<>();
    ObjectContent.comments(model)
        .forEach(
            (on, comment) -> {
              if (before.containsKey(on) && !Objects.equals(before.get(on), comment)) {
                found.add(new ObjectOperation.Comment(on, before.get(on), comment));
              }
            });
    return found;
  }

  /** Whether the server takes the other definition in place, from either side. */
  private static boolean replaceable(SchemaObject one, SchemaObject other) {
    if (one instanceof View view && other instanceof View wanted) {
      return !view.isMaterialized()
          && ObjectContent.columns(view).equals(ObjectContent.columns(wanted));
    }
    if (one instanceof Domain domain && other instanceof Domain wanted) {
      return sharesType(domain, wanted);
    }
    if (one instanceof CompositeType type && other instanceof CompositeType wanted) {
      return sharesBeginning(names(type), names(wanted));
    }
    return isSameRoutine(one, other);
  }

  private static boolean sharesType(Domain one, Domain other) {
    return one.type().name().equals(other.type().name())
        && Objects.equals(one.collation(), other.collation());
  }

  private static boolean isSameRoutine(SchemaObject one, SchemaObject other) {
    return one.reference().kind().isRoutine()
        && one instanceof DefinedObject routine
        && other instanceof DefinedObject wanted
        && head(routine).equals(head(wanted));
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(CompositeType.Attribute::name).toList();
  }

  /** Attributes come and go at the end only; their order is part of every value. */
  private static boolean sharesBeginning(List<String> one, List<String> other) {
    int shared = 0;
    while (shared < Math.min(one.size(), other.size())
        && one.get(shared).equals(other.get(shared))) {
      shared++;
    }
    return Collections.disjoint(
        one.subList(shared, one.size()), other.subList(shared, other.size()));
  }

  /**
   * Name, parameters and result, which CREATE OR REPLACE does not let change. Source: PostgreSQL
   * 18, {@code pg_get_functiondef}: each stands on a line of its own before the language.
   */
  private static String head(DefinedObject routine) {
    int language = routine.definition().indexOf("\n LANGUAGE ");
    return language < 0 ? routine.definition() : routine.definition().substring(0, language);
  }
}
