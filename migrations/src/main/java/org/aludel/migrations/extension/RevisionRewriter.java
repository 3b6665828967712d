package org.aludel.migrations.extension;

import java.util.List;
import org.aludel.schema.MetaData;

/**
 * Changes what autogenerate is about to write. What remains is proven: the upgrade must run, and
 * the downgrade lead back; what it then leaves open of the model is said and no fault.
 *
 * <pre>{@code
 * RevisionRewriter noEmptyOnes = (directives, sides) ->
 *     directives.stream().filter(each -> each.operations().size() > 1).toList();
 * }</pre>
 *
 * Called once a run, on one thread; equal input must give equal output. {@link OperationRewriter}
 * is one for single kinds of operations.
 */
@FunctionalInterface
public interface RevisionRewriter {
  /**
   * The revisions to write in place of those given, in order, each behind the one before; none to
   * write nothing. One without operations is not written.
   */
  List<RevisionDirective> rewrite(List<RevisionDirective> directives, Sides sides);

  /**
   * What was compared, for rewriters that look at more than the operations.
   *
   * @param database as it is seen, renames done
   * @param model as it is seen
   */
  record Sides(MetaData database, MetaData model) {}
}
