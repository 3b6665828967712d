package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaRewrite;
import org.aludel.migrations.rename.RenamedNames;
import org.aludel.schema.CompositeType;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.RangeType;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;

/**
 * A drop and a creation that differ in nothing but the name. What no application names, such as a
 * trigger or a policy, becomes a rename; about all others somebody has to decide.
 */
final class EqualContent {
  private final IdentifierQuoter quoter;

  EqualContent(IdentifierQuoter quoter) {
    this.quoter = quoter;
  }

  /** The operations with one rename for each such pair that nobody needs to decide about. */
  List<Operation> folded(List<Operation> operations) {
    List<Operation> folded = new ArrayList<>(operations);
    for (Operation operation : operations) {
      if (operation instanceof ObjectOperation.Drop drop && isUnseen(drop.object().reference())) {
        created(drop.object(), folded)
            .filter(each -> isFree(each.object().reference(), operations))
            .ifPresent(each -> fold(drop, each, folded));
      }
    }
    return List.copyOf(folded);
  }

  private static void fold(
      ObjectOperation.Drop drop, ObjectOperation.Create create, List<Operation> operations) {
    SchemaObject from = drop.object();
    SchemaObject to = create.object();
    operations.set(
        operations.indexOf(drop), new ObjectOperation.Rename(from.reference(), to.reference()));
    operations.remove(create);
    if (!Objects.equals(from.comment(), to.comment())) {
      operations.add(new ObjectOperation.Comment(to.reference(), from.comment(), to.comment()));
    }
  }

  private static boolean isUnseen(ObjectReference object) {
    return switch (object.kind()) {
      case TRIGGER, RULE, POLICY, STATISTICS_OBJECT -> true;
      default -> false;
    };
  }

  /** A name that something else gives up in the same step is not free when it is needed. */
  private static boolean isFree(ObjectReference name, List<Operation> operations) {
    return operations.stream()
        .noneMatch(
            each ->
                each instanceof ObjectOperation.Drop drop
                    && drop.object().reference().equals(name));
  }

  /** The first creation that makes the same object under another name. */
  Optional<ObjectOperation.Create> created(SchemaObject dropped, List<Operation> operations) {
    return operations.stream()
        .filter(ObjectOperation.Create.class::isInstance)
        .map(ObjectOperation.Create.class::cast)
        .filter(each -> isRenamed(dropped, each.object()))
        .findFirst();
  }

  private boolean isRenamed(SchemaObject from, SchemaObject to) {
    ObjectReference before = from.reference();
    ObjectReference after = to.reference();
    boolean comparable =
        before.kind() == after.kind()
            && !before.equals(after)
            && (before.kind().isPart()
                ? before.name().equals(after.name())
                : before.part().equals(after.part()));
    if (!comparable) {
      return false;
    }
    MetaData alone = alone(from);
    MetaData renamed =
        SchemaRewrite.of(
            alone, RenamedNames.of(new ObjectOperation.Rename(before, after), alone, quoter));
    return renamed
        .object(after)
        .filter(each -> ObjectContent.of(each).equals(ObjectContent.of(to)))
        .isPresent();
  }

  private static MetaData alone(SchemaObject object) {
    return object.accept(
        new SchemaObject.Visitor<>() {
          @Override
          public MetaData visitComposite(CompositeType type) {
            return MetaData.empty().copy().compositeTypes(List.of(type)).build();
          }

          @Override
          public MetaData visitDefined(DefinedObject defined) {
            return MetaData.empty().copy().definedObjects(List.of(defined)).build();
          }

          @Override
          public MetaData visitDomain(Domain domain) {
            return MetaData.empty().copy().domains(List.of(domain)).build();
          }

          @Override
          public MetaData visitRange(RangeType range) {
            return MetaData.empty().copy().rangeTypes(List.of(range)).build();
          }

          @Override
          public MetaData visitView(View view) {
            return MetaData.empty().copy().views(List.of(view)).build();
          }
        });
  }
}
