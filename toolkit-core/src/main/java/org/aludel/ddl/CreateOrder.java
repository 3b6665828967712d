package org.aludel.ddl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Extension;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link MetaData} holds as statements in an order that a database accepts.
 * Deterministic: equal input gives equal lists. Chains of objects may be of any length.
 */
public final class CreateOrder {
  private CreateOrder() {}

  /**
   * Creates it all in an empty database. Kind by kind where nothing else decides: schemas,
   * extensions, types, sequences, routines, tables, owners of sequences, indexes, the constraints
   * that cannot stand in CREATE TABLE, views, triggers and the like, comments, privileges; data of
   * materialized views; default privileges and event triggers, which would act on the others. A
   * constraint, default or check that closes a cycle, a foreign key to a unique index and what is
   * not validated are statements of their own.
   *
   * @throws org.aludel.error.SchemaException SCHEMA-INVALID-OBJECT for objects that need each other
   *     in a way that cannot be split
   */
  public static List<DdlStatement> createAll(MetaData metaData) {
    List<DdlStatement> statements = new ArrayList<>();
    boolean routines =
        metaData.definedObjects().stream().anyMatch(one -> one.reference().kind().isRoutine());
    if (routines) {
      statements.add(new ObjectDdl.CheckBodies(false));
    }
    metaData.namespaces().stream()
        .filter(one -> !one.inEveryDatabase())
        .forEach(one -> statements.add(new NamespaceDdl.CreateSchema(one)));
    metaData.extensions().forEach(one -> statements.add(new NamespaceDdl.CreateExtension(one)));
    List<CreationStep> steps = CreationGraph.sorted(metaData);
    steps.forEach(step -> statements.addAll(step.create()));
    statements.addAll(CommentStatements.of(metaData));
    grants(metaData, false).forEach(one -> statements.add(new ObjectDdl.ChangePrivileges(one)));
    addData(metaData, steps, statements);
    grants(metaData, true).forEach(one -> statements.add(new ObjectDdl.ChangePrivileges(one)));
    eventTriggers(metaData).forEach(one -> addEventTrigger(one, statements));
    if (routines) {
      statements.add(new ObjectDdl.CheckBodies(true));
    }
    return List.copyOf(statements);
  }

  /**
   * Drops it all, what depends on others first. An owned sequence goes with its table, an index and
   * most constraints with theirs; privileges on what is not dropped are taken back.
   */
  public static List<DdlStatement> dropAll(MetaData metaData) {
    List<DdlStatement> statements = new ArrayList<>();
    reversed(eventTriggers(metaData))
        .forEach(one -> statements.add(new ObjectDdl.DropObject(one.reference())));
    grants(metaData, true)
        .forEach(one -> statements.add(new ObjectDdl.ChangePrivileges(one.inverse())));
    reversed(CreationGraph.sorted(metaData)).forEach(step -> statements.addAll(step.drop()));
    for (Extension extension : reversed(metaData.extensions())) {
      statements.add(new NamespaceDdl.DropExtension(extension.name()));
    }
    Set<String> schemas = new HashSet<>();
    for (Namespace namespace : reversed(metaData.namespaces())) {
      if (namespace.inEveryDatabase()) {
        statements.add(
            new SetComment(CommentTarget.schema(namespace.name()), usualComment(namespace)));
      } else {
        schemas.add(namespace.name());
        statements.add(new NamespaceDdl.DropSchema(namespace.name()));
      }
    }
    for (Grant grant : reversed(grants(metaData, false))) {
      if (grant.on().kind() == ObjectKind.SCHEMA && !schemas.contains(grant.on().name().name())) {
        statements.add(new ObjectDdl.ChangePrivileges(grant.inverse()));
      }
    }
    return unchecked(statements);
  }

  /** What is created on the way down are routines without their bodies, which cannot be checked. */
  private static List<DdlStatement> unchecked(List<DdlStatement> statements) {
    if (statements.stream().noneMatch(ObjectDdl.CreateObject.class::isInstance)) {
      return List.copyOf(statements);
    }
    List<DdlStatement> all = new ArrayList<>(List.of(new ObjectDdl.CheckBodies(false)));
    all.addAll(statements);
    all.add(new ObjectDdl.CheckBodies(true));
    return List.copyOf(all);
  }

  private static List<DefinedObject> eventTriggers(MetaData metaData) {
    return metaData.definedObjects().stream()
        .filter(one -> one.reference().kind() == ObjectKind.EVENT_TRIGGER)
        .toList();
  }

  private static List<Grant> grants(MetaData metaData, boolean defaults) {
    return metaData.grants().stream()
        .filter(one -> (one.on().kind() == ObjectKind.DEFAULT_PRIVILEGES) == defaults)
        .toList();
  }

  /** Materialized views in the order of their creation: one may read another. */
  private static void addData(
      MetaData metaData, List<CreationStep> steps, List<DdlStatement> statements) {
    Set<ObjectReference> populated = new HashSet<>();
    for (View view : metaData.views()) {
      View.Storage storage = view.storage();
      if (storage != null && storage.populated()) {
        populated.add(view.reference());
      }
    }
    for (CreationStep step : steps) {
      ObjectReference produced = step.produced();
      if (produced != null && populated.contains(produced)) {
        statements.add(new ViewDdl.RefreshView(produced.name()));
      }
    }
  }

  /** With its comment, which no event trigger sees. */
  private static void addEventTrigger(DefinedObject trigger, List<DdlStatement> statements) {
    statements.add(new ObjectDdl.CreateObject(trigger));
    trigger.alterations().forEach(one -> statements.add(new RawSql(one)));
    if (trigger.comment() != null) {
      statements.add(new ObjectDdl.CommentOn(trigger.reference(), trigger.comment()));
    }
  }

  /** Source: PostgreSQL's template databases. */
  private static @Nullable String usualComment(Namespace namespace) {
    return namespace.name().equals("public") ? "standard public schema" : null;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
