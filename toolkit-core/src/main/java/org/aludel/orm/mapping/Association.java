package org.aludel.orm.mapping;

import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The table whose rows say which objects of two classes belong together, as one side sees it.
 *
 * @param near the columns with the key of the object that has the attribute, in the order of its id
 * @param far the columns with the key of what the attribute holds, in the order of that id
 * @param viewOnly whether the rows are written by others; then the table may be a view, and is no
 *     part of the model
 * @param position where an element stands in the list of the owning side; null where no column says
 */
public record Association(
    Table table, List<Column> near, List<Column> far, boolean viewOnly, @Nullable Column position) {
  public Association {
    near = List.copyOf(near);
    far = List.copyOf(far);
  }

  /** The same from the other side. */
  public Association reversed() {
    return new Association(table, far, near, viewOnly, position);
  }
}
