package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.dialect.CopySource;
import org.aludel.engine.Connection;
import org.aludel.error.DatabaseException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.state.EntityModel;

/**
 * Rows of one class sent by COPY, which all name the same attributes. Into one table they go as
 * they are asked for; into joined tables in pages, each by one COPY a table, so that no more than a
 * page is in memory. Used once.
 */
final class RowCopy {
  /** Rows of joined tables that are held at a time. */
  static final int PAGE = 10_000;

  private final EntityModel<?> model;
  private final BulkColumns columns;
  private final Connection connection;
  private final SequenceIds ids;
  private final BulkRows values;

  RowCopy(BulkColumns columns, Connection connection, SequenceIds ids) {
    this.model = columns.model();
    this.columns = columns;
    this.connection = connection;
    this.ids = ids;
    this.values = new BulkRows(model);
  }

  /** Sends all rows and gives their number. */
  long copy(Iterator<?> rows) {
    if (!rows.hasNext()) {
      return 0;
    }
    BulkRows.Row first = values.row(rows.next());
    return model.mapper().tables().size() > 1 ? pages(first, rows) : streamed(first, rows);
  }

  private long streamed(BulkRows.Row first, Iterator<?> rows) {
    List<BulkColumn> written = columns.inserted(first.attributes());
    return copy(
        model.mapper(),
        written,
        sink -> {
          CopyText text = new CopyText(sink, connection.dialect(), written, 0);
          text.row(first.values());
          for (long number = 2; rows.hasNext(); number++) {
            text.row(next(first, rows, number).values());
          }
          text.end();
        });
  }

  private long pages(BulkRows.Row first, Iterator<?> rows) {
    long count = 0;
    List<BulkRows.Row> page = new ArrayList<>(List.of(first));
    while (!page.isEmpty()) {
      while (page.size() < PAGE && rows.hasNext()) {
        page.add(next(first, rows, count + page.size() + 1));
      }
      write(ids.given(page), count);
      count += page.size();
      page.clear();
      if (rows.hasNext()) {
        page.add(next(first, rows, count + 1));
      }
    }
    return count;
  }

  /** Writes a page into all tables, that of the root first, whose keys the others refer to. */
  private void write(List<BulkRows.Row> page, long before) {
    List<BulkColumn> all = columns.inserted(page.get(0).attributes());
    List<BulkColumn.Basic> key = key(all);
    for (BulkPart part : BulkPart.ofRow(model.mapper())) {
      List<BulkColumn> written = new ArrayList<>();
      if (!part.isFirst()) {
        written.addAll(part.key(key));
      }
      written.addAll(part.of(all));
      CopySource source =
          sink -> {
            CopyText text = new CopyText(sink, connection.dialect(), written, before);
            page.forEach(row -> text.row(row.values()));
            text.end();
          };
      try {
        copy(part.owner(), written, source);
      } catch (DatabaseException refused) {
        throw before == 0 ? refused : numbered(refused, before);
      }
    }
  }

  /** The server counts the lines of one COPY. */
  private static DatabaseException numbered(DatabaseException refused, long before) {
    String found = refused.problem().found() + ", where line 1 is row " + (before + 1);
    return refused.with(refused.problem().found(found));
  }

  /** The id, which all tables have and must be known before the first of them is written. */
  private List<BulkColumn.Basic> key(List<BulkColumn> all) {
    List<BulkColumn.Basic> key = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      all.stream()
          .filter(BulkColumn.Basic.class::isInstance)
          .map(BulkColumn.Basic.class::cast)
          .filter(one -> one.property().equals(id))
          .forEach(key::add);
    }
    if (key.size() != model.ids().size()) {
      throw columns.refused(
          "rows of several tables without an id, which COPY does not give back",
          "name the id in every row, take ids of a sequence, or insert(…)");
    }
    return key;
  }

  private BulkRows.Row next(BulkRows.Row first, Iterator<?> rows, long number) {
    BulkRows.Row row = values.row(rows.next());
    if (!first.attributes().equals(row.attributes())) {
      throw columns.refused(
          "row "
              + number
              + " with "
              + row.attributes()
              + ", where the first names "
              + first.attributes(),
          "copy rows of other attributes by a call of their own");
    }
    return row;
  }

  private long copy(Mapper<?> owner, List<BulkColumn> written, CopySource source) {
    IdentifierQuoter quoter = connection.dialect().quoter().in(connection.options().schemas());
    List<String> names = written.stream().map(column -> column.column().name()).toList();
    return connection.copy(
        "COPY "
            + quoter.quote(owner.table().name())
            + " ("
            + quoter.quoteAll(names)
            + ") FROM STDIN",
        source);
  }
}
