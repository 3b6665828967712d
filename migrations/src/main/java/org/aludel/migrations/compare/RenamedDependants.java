package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExpressionNames;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;

/**
 * Views, triggers, policies and the like that stand on something that is renamed. The server lets
 * their definitions follow, and nobody can tell how it will spell them then; so those that the
 * model has are dropped before the renames and created after them. Others follow, as somebody's
 * work that stays.
 */
final class RenamedDependants {
  private final MetaData renamed;
  private final MetaData model;
  private final List<Operation> renames;
  private final IdentifierQuoter quoter;
  private final Set<ObjectReference> moved = new HashSet<>();
  private final Set<ObjectReference> followed = new HashSet<>();
  private final Set<QualifiedName> tables = new HashSet<>();
  private final Set<QualifiedName> relations = new HashSet<>();
  private final List<Operation> drops = new ArrayList<>();
  private final Map<Operation, Operation> originals = new HashMap<>();

  private RenamedDependants(
      MetaData renamed, MetaData model, List<Operation> renames, IdentifierQuoter quoter) {
    this.renamed = renamed;
    this.model = model;
    this.renames = renames;
    this.quoter = quoter;
    renames.forEach(this::move);
  }

  /**
   * @param database before the renames
   * @param renamed after them, the same objects in the same order
   */
  static Renaming of(
      MetaData database,
      MetaData renamed,
      MetaData model,
      List<Operation> renames,
      IdentifierQuoter quoter) {
    RenamedDependants dependants = new RenamedDependants(renamed, model, renames, quoter);
    List<View> views = new ArrayList<>();
    for (int at = 0; at < database.views().size(); at++) {
      View view = renamed.views().get(at);
      if (!dependants.makesWay(database.views().get(at), view)) {
        views.add(dependants.remembered(database.views().get(at), view));
      }
    }
    List<DefinedObject> objects = new ArrayList<>();
    for (int at = 0; at < database.definedObjects().size(); at++) {
      DefinedObject object = renamed.definedObjects().get(at);
      if (!dependants.makesWay(database.definedObjects().get(at), object)) {
        objects.add(
            dependants.remembered(database.definedObjects().get(at), dependants.follows(object)));
      }
    }
    return new Renaming(
        renamed.copy().views(views).definedObjects(objects).build(),
        renames,
        dependants.drops,
        dependants.originals);
  }

  private void move(Operation rename) {
    if (rename instanceof TableOperation.Rename table) {
      moved.add(ObjectReference.table(table.to()));
      tables.add(table.to());
    } else if (rename instanceof ColumnOperation.Rename column) {
      moved.add(ObjectReference.column(column.table(), column.to()));
    } else if (rename instanceof SequenceOperation.Rename sequence) {
      moved.add(ObjectReference.of(ObjectKind.SEQUENCE, sequence.to()));
    } else if (rename instanceof EnumOperation.RenameValue value) {
      moved.add(ObjectReference.of(ObjectKind.ENUM, value.type()));
    } else if (rename instanceof ObjectOperation.Rename object) {
      move(object.to());
    }
  }

  /** The server keeps the old name of a relation and of what it has as an alias in views. */
  private void move(ObjectReference object) {
    switch (object.kind()) {
      case VIEW, MATERIALIZED_VIEW -> {
        moved.add(object);
        relations.add(object.name());
      }
      case COLUMN -> moved.add(object);
      default -> followed.add(object);
    }
  }

  private boolean makesWay(SchemaObject original, SchemaObject object) {
    boolean inModel =
        model.objects().stream()
            .map(SchemaObject::reference)
            .anyMatch(each -> isSame(each, object.reference()));
    if (!inModel || !isAffected(object.reference())) {
      return false;
    }
    drops.add(new ObjectOperation.Drop(original));
    return true;
  }

  private <T extends SchemaObject> T remembered(T original, T object) {
    if (isAffected(object.reference()) || isFollower(object)) {
      originals.put(new ObjectOperation.Drop(object), new ObjectOperation.Drop(original));
    }
    return object;
  }

  /** A routine that takes rows of a table has its name among its types. */
  private static boolean isSame(ObjectReference one, ObjectReference other) {
    return one.equals(other)
        || (one.kind() == other.kind()
            && one.kind().isOverloaded()
            && one.name().equals(other.name()));
  }

  /** Whether a definition follows word by word, as the server's would. */
  private boolean isFollower(SchemaObject object) {
    return renamed.dependencies().getOrDefault(object.reference(), Set.of()).stream()
        .anyMatch(followed::contains);
  }

  private boolean isAffected(ObjectReference object) {
    if (object.kind().isPart() && tables.contains(object.name())) {
      return true;
    }
    return renamed.dependencies().getOrDefault(object, Set.of()).stream()
        .anyMatch(
            each ->
                moved.contains(each)
                    || (each.kind() == ObjectKind.COLUMN
                        && (tables.contains(each.name()) || relations.contains(each.name()))));
  }

  /** As far as words go, for the way back of a drop. */
  private DefinedObject follows(DefinedObject object) {
    if (!isAffected(object.reference())) {
      return object;
    }
    String text = object.definition();
    List<String> alterations = object.alterations();
    for (Operation rename : renames) {
      if (rename instanceof TableOperation.Rename table) {
        String to = quoter.quote(table.to().name());
        String from = table.from().name();
        text = ExpressionNames.rename(text, from, to);
        alterations =
            alterations.stream().map(each -> ExpressionNames.rename(each, from, to)).toList();
      } else if (rename instanceof ColumnOperation.Rename column) {
        text = ExpressionNames.rename(text, column.from(), quoter.quote(column.to()));
      }
    }
    return new DefinedObject(object.reference(), text, alterations, object.comment());
  }
}
