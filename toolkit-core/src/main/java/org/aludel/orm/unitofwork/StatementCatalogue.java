package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.mapping.Association;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.IdSequence;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.BulkStatement;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Matching;
import org.aludel.sql.BulkStatement.Target;
import org.aludel.type.SqlTypes;
import org.aludel.type.ValuesReader;
import org.aludel.util.RecentlyUsed;

/**
 * The statements of flushes, compiled once per table, kind and set of columns, for all sessions of
 * a factory. The 500 last used are kept. Thread-safe.
 */
public final class StatementCatalogue {
  private static final int KEPT = 500;
  private static final ValuesReader YES_OR_NO = new ValuesReader(List.of(SqlTypes.BOOLEAN));

  /** Which statement of a table. */
  private enum Form {
    INSERT_ROW,
    INSERT_NONE,
    INSERT_ORDINAL,
    INSERT_KEY_ORDER,
    UPDATE_ROW,
    UPDATE_ROWS,
    POST_UPDATE_ROW,
    POST_UPDATE_ROWS,
    DELETE_ROWS
  }

  /** Of one table, which each tenant may have. */
  private record KeyOrder(EntityModel<?> model, SchemaTranslation schemas) {}

  private record Key(TablePart<?> part, Form form, BitSet columns) {}

  private final TableLayouts layouts;
  private final SequenceValues sequences = new SequenceValues();
  private final Map<KeyOrder, Boolean> keyOrder =
      Collections.synchronizedMap(new RecentlyUsed<>(KEPT));
  private final Map<Key, PreparedSql> compiled =
      Collections.synchronizedMap(new RecentlyUsed<>(KEPT));

  /** Which statement of a table between others. */
  private enum AssociationForm {
    INSERT,
    MOVE,
    DELETE,
    DELETE_ALL
  }

  private record AssociationKey(Relationship relationship, AssociationForm form) {}

  private final Map<BulkStatement, PreparedSql> elements = new ConcurrentHashMap<>();
  private final Map<AssociationKey, PreparedSql> associations = new ConcurrentHashMap<>();

  public StatementCatalogue(EntityModels models) {
    this.layouts = new TableLayouts(models);
  }

  TableLayouts layouts() {
    return layouts;
  }

  SequenceValues sequences() {
    return sequences;
  }

  /** Takes ids of a sequence, kept ones first; others by one statement. */
  public long[] nextIds(Connection connection, IdSequence sequence, int count) {
    return sequences.take(connection, sequence, count);
  }

  PreparedSql insertRow(Connection connection, TablePart<?> part, BitSet columns) {
    return cached(
        connection,
        new Key(part, Form.INSERT_ROW, columns),
        () ->
            new BulkStatement.InsertRow(
                target(part.table()),
                columns(part, columns),
                basics(part.model(), part.returnedByInsert(columns))));
  }

  PreparedSql insertRows(
      Connection connection, TablePart<?> part, BitSet columns, Matching matching) {
    Form form =
        switch (matching) {
          case NONE -> Form.INSERT_NONE;
          case ORDINAL -> Form.INSERT_ORDINAL;
          case KEY_ORDER -> Form.INSERT_KEY_ORDER;
        };
    return cached(
        connection,
        new Key(part, form, columns),
        () ->
            new BulkStatement.InsertRows(
                target(part.table()),
                columns(part, columns),
                basics(part.model(), part.returnedByInsert(columns)),
                matching));
  }

  PreparedSql updateRow(
      Connection connection, TablePart<?> part, BitSet columns, boolean postUpdate) {
    Form form = postUpdate ? Form.POST_UPDATE_ROW : Form.UPDATE_ROW;
    return cached(
        connection,
        new Key(part, form, columns),
        () ->
            new BulkStatement.UpdateRow(
                target(part.table()),
                updated(part, columns, postUpdate),
                match(part, !postUpdate),
                basics(part.model(), part.returnedByUpdate())));
  }

  PreparedSql updateRows(
      Connection connection, TablePart<?> part, BitSet columns, boolean postUpdate) {
    Form form = postUpdate ? Form.POST_UPDATE_ROWS : Form.UPDATE_ROWS;
    return cached(
        connection,
        new Key(part, form, columns),
        () -> {
          List<Column> returned = new ArrayList<>(match(part, false));
          returned.addAll(basics(part.model(), part.returnedByUpdate()));
          return new BulkStatement.UpdateRows(
              target(part.table()),
              updated(part, columns, postUpdate),
              match(part, !postUpdate),
              returned);
        });
  }

  PreparedSql deleteRows(Connection connection, TablePart<?> part) {
    return cached(
        connection,
        new Key(part, Form.DELETE_ROWS, new BitSet()),
        () -> {
          boolean versioned = part.version() != null;
          return new BulkStatement.DeleteRows(
              target(part.table()), match(part, true), versioned ? match(part, false) : List.of());
        });
  }

  /** Adds rows of a table between others: the keys of both sides. */
  PreparedSql insertAssociations(Connection connection, Relationship owning) {
    return associations.computeIfAbsent(
        new AssociationKey(owning, AssociationForm.INSERT),
        any ->
            connection.compile(
                new BulkStatement.InsertRows(
                    target(association(owning).table().name()),
                    inserted(owning),
                    List.of(),
                    Matching.NONE)));
  }

  /** Writes where in their lists the elements of pairs stand, in the rows that say otherwise. */
  PreparedSql moveAssociations(Connection connection, Relationship owning) {
    return associations.computeIfAbsent(
        new AssociationKey(owning, AssociationForm.MOVE),
        any ->
            connection.compile(
                new BulkStatement.MoveRows(
                    target(association(owning).table().name()),
                    column(Objects.requireNonNull(owning.position())),
                    both(owning))));
  }

  private static List<Column> inserted(Relationship owning) {
    List<Column> all = new ArrayList<>(both(owning));
    org.aludel.schema.Column position = owning.position();
    if (position != null) {
      all.add(column(position));
    }
    return all;
  }

  /** Deletes rows of a table between others by the keys of both sides. */
  PreparedSql deleteAssociations(Connection connection, Relationship owning) {
    return associations.computeIfAbsent(
        new AssociationKey(owning, AssociationForm.DELETE),
        any ->
            connection.compile(
                new BulkStatement.DeleteRows(
                    target(association(owning).table().name()), both(owning), List.of())));
  }

  /** Deletes all rows of a table between others that name objects of one side. */
  PreparedSql deleteAssociationsOf(Connection connection, Relationship relationship) {
    return associations.computeIfAbsent(
        new AssociationKey(relationship, AssociationForm.DELETE_ALL),
        any ->
            connection.compile(
                new BulkStatement.DeleteRows(
                    target(association(relationship).table().name()),
                    association(relationship).near().stream()
                        .map(StatementCatalogue::column)
                        .toList(),
                    List.of())));
  }

  /** A statement of a table of values; equal ones are compiled once. */
  PreparedSql elements(Connection connection, BulkStatement statement) {
    return elements.computeIfAbsent(statement, connection::compile);
  }

  private static Association association(Relationship relationship) {
    return Objects.requireNonNull(relationship.association());
  }

  private static List<Column> both(Relationship owning) {
    List<Column> all = new ArrayList<>();
    association(owning).near().forEach(one -> all.add(column(one)));
    association(owning).far().forEach(one -> all.add(column(one)));
    return all;
  }

  /** Whether returned keys sorted give the order of the rows sent; asks the database once. */
  boolean keyOrderHolds(Connection connection, EntityModel<?> model) {
    KeyOrder table = new KeyOrder(model, connection.options().schemas());
    Boolean known = keyOrder.get(table);
    if (known == null) {
      BulkStatement question =
          new BulkStatement.AsksKeyOrder(
              target(model.mapper().tables().get(0).name()), model.ids().get(0).column().name());
      PreparedSql sql = connection.compile(question);
      known = Boolean.TRUE.equals(connection.query(sql, List.of(), YES_OR_NO).one()[0]);
      keyOrder.put(table, known);
    }
    return known;
  }

  static Target target(QualifiedName name) {
    return new Target(name.schema(), name.name());
  }

  private PreparedSql cached(Connection connection, Key key, Supplier<BulkStatement> statement) {
    PreparedSql known = compiled.get(key);
    if (known == null) {
      known = connection.compile(statement.get());
      compiled.put(key, known);
    }
    return known;
  }

  private static List<Column> columns(TablePart<?> part, BitSet columns) {
    return part.sources(columns).stream().map(source -> column(source.column())).toList();
  }

  private static List<Column> updated(TablePart<?> part, BitSet columns, boolean postUpdate) {
    List<Column> all = new ArrayList<>(columns(part, columns));
    BasicProperty version = part.version();
    if (!postUpdate && version != null && !Versions.byServer(version)) {
      all.addAll(columns(part, part.versions()));
    }
    return all;
  }

  private static List<Column> match(TablePart<?> part, boolean withVersion) {
    List<Column> match = new ArrayList<>();
    part.key().forEach(key -> match.add(column(key)));
    BasicProperty version = part.version();
    if (withVersion && version != null) {
      match.add(column(version.column()));
    }
    return match;
  }

  private static List<Column> basics(EntityModel<?> model, BitSet slots) {
    return slots.stream()
        .mapToObj(slot -> column(model.mapper().basics().get(slot).column()))
        .toList();
  }

  static Column column(org.aludel.schema.Column column) {
    return new Column(column.name(), column.type());
  }
}
