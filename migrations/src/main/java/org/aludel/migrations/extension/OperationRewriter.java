package org.aludel.migrations.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.migrations.operation.Operation;

/**
 * Rewrites operations by their class; those of other classes stay as they are. Immutable.
 *
 * <pre>{@code
 * OperationRewriter.of(IndexOperation.Drop.class, drop -> List.of())          // drops no index
 *     .and(TableOperation.Create.class, create -> List.of(create, new Audit(create.table())));
 * }</pre>
 *
 * The rules are applied one after the other: each sees what those before it made, and what it makes
 * itself no more.
 */
public final class OperationRewriter implements RevisionRewriter {
  private final List<Function<Operation, List<Operation>>> rules;

  private OperationRewriter(List<Function<Operation, List<Operation>>> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * A rewriter of one rule.
   *
   * @param kind a class of operations, or a family such as {@code IndexOperation}
   * @param rule what stands in the place of one; nothing drops it
   */
  public static <T extends Operation> OperationRewriter of(
      Class<T> kind, Function<? super T, ? extends List<? extends Operation>> rule) {
    return new OperationRewriter(List.of()).and(kind, rule);
  }

  /** The same and a rule behind it. */
  public <T extends Operation> OperationRewriter and(
      Class<T> kind, Function<? super T, ? extends List<? extends Operation>> rule) {
    List<Function<Operation, List<Operation>>> more = new ArrayList<>(rules);
    more.add(
        operation ->
            kind.isInstance(operation)
                ? List.copyOf(rule.apply(kind.cast(operation)))
                : List.of(operation));
    return new OperationRewriter(more);
  }

  /** The rules of this one, then those of the other. */
  public OperationRewriter and(OperationRewriter other) {
    List<Function<Operation, List<Operation>>> more = new ArrayList<>(rules);
    more.addAll(other.rules);
    return new OperationRewriter(more);
  }

  @Override
  public List<RevisionDirective> rewrite(List<RevisionDirective> directives, Sides sides) {
    return directives.stream()
        .map(each -> each.withOperations(rewritten(each.operations())))
        .toList();
  }

  private List<Operation> rewritten(List<Operation> operations) {
    List<Operation> current = operations;
    for (Function<Operation, List<Operation>> rule : rules) {
      current = current.stream().flatMap(each -> rule.apply(each).stream()).toList();
    }
    return current;
  }
}
