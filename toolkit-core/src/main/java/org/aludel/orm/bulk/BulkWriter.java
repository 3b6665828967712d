package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.dialect.Capability;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.instrument.PartsReader;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.loading.LoadedRows;
import org.aludel.orm.loading.Loader;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.sql.BulkStatement.Target;
import org.aludel.type.ColumnReader;
import org.aludel.type.RowReader;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one class: one statement for each 1,000 rows that name the same attributes. What a
 * row does not name is left to the server. Not thread-safe.
 *
 * @param <E> the entity class
 */
public final class BulkWriter<E> {
  /** Rows a statement, as a flush has it. */
  private static final int ROWS = 1000;

  /** MERGE … RETURNING came with PostgreSQL 17. */
  private static final int MERGE_RETURNING = 17;

  private final EntityModels models;
  private final EntityModel<E> model;
  private final Connection connection;
  private final SequenceIds ids;

  /**
   * A writer.
   *
   * @param next where ids of a sequence come from that rows do not give
   */
  public BulkWriter(
      EntityModels models, EntityModel<E> model, Connection connection, NextIds next) {
    this.models = models;
    this.model = model;
    this.connection = connection;
    this.ids = new SequenceIds(model.ids(), next, connection);
  }

  private void requireObjects() {
    if (model.mapper().isAbstract()) {
      throw refused("an abstract class, which has no objects", "name a class below it");
    }
  }

  private void requireAlone() {
    if (model.mapper().inheritance() != null) {
      throw refused("a class of a hierarchy, whose rows may be of other classes", "add(…)");
    }
  }

  /**
   * Inserts rows, into each table of a class whose columns lie in several.
   *
   * @throws UsageException with {@code UNSUPPORTED} for an abstract class
   */
  public void insert(List<?> rows) {
    requireObjects();
    for (BulkRows.Group group : new BulkRows(model).groups(rows, ids)) {
      Consumer<BulkRows.Group> writer = writer(inserted(group.attributes()));
      for (int from = 0; from < group.size(); from += ROWS) {
        writer.accept(group.part(from, Math.min(group.size(), from + ROWS)));
      }
    }
  }

  private Consumer<BulkRows.Group> writer(List<BulkColumn> columns) {
    if (model.mapper().tables().size() > 1) {
      return new JoinedInsert(model, connection, columns)::insert;
    }
    PreparedSql sql =
        connection.compile(
            new BulkStatement.InsertRows(target(), written(columns), List.of(), Matching.NONE));
    return part -> connection.update(sql, arrays(part, columns));
  }

  /** Whether the server returns rows with the numbers that they were sent with. */
  static boolean numbersRows(Connection connection) {
    return connection.dialect().supports(Capability.NUMBERED_RETURNING)
        && connection.majorVersion() >= MERGE_RETURNING;
  }

  /** Which row a returned one was sent as, from 0. */
  static int number(@Nullable Object[] returned) {
    return ((Number) Objects.requireNonNull(returned[0])).intValue() - 1;
  }

  /**
   * Inserts rows and gives their objects, those of the session, in the order of the rows. On
   * servers before PostgreSQL 17 each row is a statement of its own.
   */
  public List<E> insert(List<?> rows, Loader loader) {
    requireAlone();
    List<@Nullable E> objects = new ArrayList<>(Collections.nCopies(rows.size(), null));
    boolean numbered = numbersRows(connection);
    int size = numbered ? ROWS : 1;
    for (BulkRows.Group group : new BulkRows(model).groups(rows, ids)) {
      List<BulkColumn> columns = inserted(group.attributes());
      PreparedSql sql =
          connection.compile(
              numbered
                  ? new BulkStatement.InsertRows(
                      target(), written(columns), returned(), Matching.ORDINAL)
                  : new BulkStatement.InsertRow(target(), written(columns), returned()));
      for (int from = 0; from < group.size(); from += size) {
        BulkRows.Group part = group.part(from, Math.min(group.size(), from + size));
        insert(sql, part, columns, new Read<>(loader.rows(model), numbered, objects));
      }
    }
    List<E> all = new ArrayList<>();
    objects.forEach(object -> all.add(Objects.requireNonNull(object, "every row")));
    return all;
  }

  /**
   * Inserts rows by one COPY; they name the same attributes.
   *
   * @return how many
   */
  public long copy(Iterable<?> rows) {
    requireObjects();
    if (model.mapper().tables().size() > 1) {
      throw refused("a class whose rows lie in several tables", "insert(…)");
    }
    Iterator<?> all = rows.iterator();
    if (!all.hasNext()) {
      return 0;
    }
    BulkRows values = new BulkRows(model);
    BulkRows.Row first = values.row(all.next());
    List<BulkColumn> columns = inserted(first.attributes());
    IdentifierQuoter quoter = connection.dialect().quoter().in(connection.options().schemas());
    List<String> names = columns.stream().map(column -> column.column().name()).toList();
    String sql =
        "COPY "
            + quoter.quote(model.mapper().table().name())
            + " ("
            + quoter.quoteAll(names)
            + ") FROM STDIN";
    return connection.copy(
        sql,
        sink -> {
          CopyText text = new CopyText(sink, connection.dialect(), columns);
          text.row(first.values());
          for (int number = 2; all.hasNext(); number++) {
            BulkRows.Row row = values.row(all.next());
            requireSame(first, row, number);
            text.row(row.values());
          }
          text.end();
        });
  }

  private void requireSame(BulkRows.Row first, BulkRows.Row row, int number) {
    if (!first.attributes().equals(row.attributes())) {
      throw refused(
          "row "
              + number
              + " with "
              + row.attributes()
              + ", where the first names "
              + first.attributes(),
          "copy rows of other attributes by a call of their own");
    }
  }

  private record Read<E>(LoadedRows<E> rows, boolean numbered, List<@Nullable E> objects) {}

  private void insert(
      PreparedSql sql, BulkRows.Group part, List<BulkColumn> columns, Read<E> read) {
    List<RowReader<?>> readers = new ArrayList<>();
    if (read.numbered()) {
      readers.add(new ColumnReader<>(connection.dialect().type(SqlTypes.BIGINT), 1));
    }
    readers.add(read.rows().reader(readers.size() + 1));
    List<?> binds = read.numbered() ? arrays(part, columns) : values(part.values().get(0), columns);
    List<@Nullable Object[]> found =
        connection.query(sql, binds, new PartsReader<>(readers, values -> values)).all();
    requireAll(model, found.size(), part.size());
    for (@Nullable Object[] values : found) {
      int number = values.length == 1 ? 0 : number(values);
      E entity = model.mapper().type().cast(values[values.length - 1]);
      read.objects().set(part.numbers().get(number), entity);
    }
    read.rows().finish();
  }

  /** A trigger or rule may have put a row aside. */
  static void requireAll(EntityModel<?> model, int found, int sent) {
    if (found != sent) {
      throw new UsageException(
          Problem.of(
                  SessionCode.SKIPPED_ROW,
                  "cannot insert rows of \"" + model.mapper().type().getName() + "\"")
              .found(found + " of " + sent + " rows stored")
              .expected("every row to be stored")
              .fix("find the BEFORE trigger or rule that puts rows aside"));
    }
  }

  /**
   * Updates rows by their ids, which each row names; a versioned class names the version too, and
   * gets the next one.
   *
   * @return the keys of the rows that were there
   * @throws StaleDataException when a row of a versioned class has another version
   */
  public List<Object> update(List<?> rows) {
    requireAlone();
    List<Object> keys = new ArrayList<>();
    for (BulkRows.Group group : new BulkRows(model).groups(rows)) {
      List<BulkColumn> match = new ArrayList<>();
      List<BulkColumn> changes = new ArrayList<>();
      BasicProperty version = model.mapper().version();
      for (BulkColumn column : columns(group.attributes())) {
        boolean isId =
            column instanceof BulkColumn.Basic one && model.ids().contains(one.property());
        boolean isVersion =
            column instanceof BulkColumn.Basic one && one.property().equals(version);
        if (isId || isVersion) {
          match.add(column);
        }
        if (isVersion && version != null) {
          changes.add(new BulkColumn.Version(column.position(), version, true));
        } else if (!isId) {
          changes.add(column);
        }
      }
      requireKeys(match, version);
      keys.addAll(update(group, match, changes));
    }
    return keys;
  }

  private void requireKeys(List<BulkColumn> match, @Nullable BasicProperty version) {
    int wanted = model.ids().size() + (version == null ? 0 : 1);
    if (match.size() != wanted) {
      throw refused(
          "rows without " + (version == null ? "an id" : "an id and a version"),
          "name them in every row");
    }
  }

  private List<Object> update(
      BulkRows.Group group, List<BulkColumn> match, List<BulkColumn> changes) {
    List<Column> ids = model.ids().stream().map(id -> written(id.column())).toList();
    PreparedSql sql =
        connection.compile(
            new BulkStatement.UpdateRows(target(), written(changes), written(match), ids));
    List<RowReader<?>> readers = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      readers.add(new ColumnReader<>(model.type(id), readers.size() + 1));
    }
    List<Object> keys = new ArrayList<>();
    for (int from = 0; from < group.size(); from += ROWS) {
      BulkRows.Group part = group.part(from, Math.min(group.size(), from + ROWS));
      List<Object> binds = new ArrayList<>(arrays(part, match));
      binds.addAll(arrays(part, changes));
      List<Object> found =
          connection.query(sql, binds, new PartsReader<>(readers, BulkWriter::key)).all();
      if (model.mapper().version() != null && found.size() != part.size()) {
        throw new StaleDataException(
            Problem.of(
                    SessionCode.STALE, "cannot update \"" + model.mapper().type().getName() + "\"")
                .found(found.size() + " of " + part.size() + " rows as they were read")
                .expected("rows that nobody changed or deleted since")
                .fix("roll back, read the rows again and repeat the change"));
      }
      keys.addAll(found);
    }
    return keys;
  }

  private static Object key(@Nullable Object[] values) {
    return values.length == 1 ? Objects.requireNonNull(values[0]) : Arrays.asList(values);
  }

  /** As below, with the version of a new row. */
  private List<BulkColumn> inserted(List<String> attributes) {
    List<BulkColumn> columns = new ArrayList<>(columns(attributes));
    BasicProperty version = model.mapper().version();
    if (version != null) {
      int position = attributes.indexOf(version.name());
      columns.removeIf(
          one -> one instanceof BulkColumn.Basic basic && basic.property().equals(version));
      columns.add(new BulkColumn.Version(position, version, false));
    }
    addDiscriminator(columns);
    return columns;
  }

  private void addDiscriminator(List<BulkColumn> columns) {
    Discriminator discriminator = model.mapper().discriminator();
    Object value = model.mapper().discriminatorValue();
    if (discriminator == null || value == null) {
      return;
    }
    String name = discriminator.column().name();
    if (columns.stream().anyMatch(one -> one.column().name().equals(name))) {
      throw refused("rows that name the discriminator \"" + name + "\"", "leave it to the class");
    }
    columns.add(new BulkColumn.Constant(discriminator.column(), value));
  }

  private List<BulkColumn> columns(List<String> attributes) {
    List<BulkColumn> columns = new ArrayList<>();
    for (int position = 0; position < attributes.size(); position++) {
      String name = attributes.get(position);
      Property property = model.mapper().property(name).orElse(null);
      if (property instanceof BasicProperty basic && basic.isExpression()) {
        throw refused("the attribute \"" + name + "\", which is an expression", "leave it out");
      }
      if (property instanceof BasicProperty basic) {
        columns.add(new BulkColumn.Basic(position, basic, model));
      } else if (property instanceof Relationship reference && reference.isReference()) {
        for (int index = 0; index < reference.localColumns().size(); index++) {
          columns.add(new BulkColumn.Reference(position, reference, index, models));
        }
      } else {
        throw refused("\"" + name + "\", which is no attribute in a column", "name attributes");
      }
    }
    if (columns.isEmpty()) {
      throw refused("rows without attributes", "name at least one");
    }
    return columns;
  }

  static List<Object> arrays(BulkRows.Group part, List<BulkColumn> columns) {
    List<Object> arrays = new ArrayList<>();
    for (BulkColumn column : columns) {
      @Nullable Object[] values = new @Nullable Object[part.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = column.in(part.values().get(row));
      }
      arrays.add(values);
    }
    return arrays;
  }

  static List<@Nullable Object> values(@Nullable Object[] row, List<BulkColumn> columns) {
    List<@Nullable Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(column.in(row)));
    return values;
  }

  private Target target() {
    QualifiedName name = model.mapper().table().name();
    return new Target(name.schema(), name.name());
  }

  private List<Column> returned() {
    if (model.mapper().basics().stream().anyMatch(BasicProperty::isExpression)) {
      throw refused(
          "objects that have an expression as an attribute, which no write returns",
          "write the rows alone, and select the objects by a statement of their own");
    }
    List<Column> all = new ArrayList<>();
    for (EntityView.Selected column : model.view().columns()) {
      all.add(new Column(column.name(), column.type()));
    }
    return all;
  }

  static List<Column> written(List<BulkColumn> columns) {
    return columns.stream().map(column -> written(column.column())).toList();
  }

  static Column written(org.aludel.schema.Column column) {
    return new Column(column.name(), column.type());
  }

  private UsageException refused(String found, String fix) {
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot write rows of \"" + model.mapper().type().getName() + "\" in bulk")
            .found(found)
            .fix(fix));
  }
}
