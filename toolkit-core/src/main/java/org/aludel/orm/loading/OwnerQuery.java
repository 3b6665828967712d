package org.aludel.orm.loading;

import java.util.List;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.hierarchy.NarrowedViews;
import org.aludel.schema.Column;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Select;

/**
 * What selected the owners of a relationship.
 *
 * @param select a statement of Core, before joins for loading were added
 * @param source where it holds the owners' columns
 * @param choice which of them it reads
 */
public record OwnerQuery(Select<?> select, NodeSource source, ColumnChoice choice) {
  /** The same rows, of which these columns alone are selected. */
  Query<?> keys(List<Column> columns) {
    Select<?> keys =
        select.withProjection(
            new Projection<>(
                List.copyOf(columns.stream().map(source::column).toList()), values -> values));
    Select.Paging paging = keys.paging();
    boolean paged = paging.limit() != null || paging.offset() != null;
    Select<?> ordered = paged ? keys : keys.withPaging(Select.Paging.NONE);
    Select<?> plain =
        ordered.withModifiers(
            new Select.Modifiers(
                ordered.modifiers().distinctness(), List.of(), List.of(), List.of()));
    return choice.isWhole() ? plain : NarrowedViews.of(plain, List.of(source.view()));
  }
}
