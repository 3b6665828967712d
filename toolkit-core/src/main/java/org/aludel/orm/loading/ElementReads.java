package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityReader;
import org.aludel.instrument.ValueReader;
import org.aludel.orm.element.ElementForm;
import org.aludel.orm.mapping.ElementCollection;
import org.aludel.orm.state.ElementValues;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Ordering;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Select;
import org.aludel.sql.TableName;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/** Reads collections of values, one statement for each batch of owners. Not thread-safe. */
final class ElementReads {
  private final PersistenceContext context;
  private final LoadSource source;

  ElementReads(PersistenceContext context, LoadSource source) {
    this.context = context;
    this.source = source;
  }

  /**
   * Fills a collection of these owners, which are of one class.
   *
   * @param number of its contents
   */
  void read(int number, List<InstanceState<?>> owners) {
    for (int from = 0; from < owners.size(); from += source.batchSize()) {
      int to = Math.min(owners.size(), from + source.batchSize());
      readBatch(number, owners.subList(from, to));
    }
  }

  private void readBatch(int number, List<InstanceState<?>> owners) {
    EntityModel<?> model = owners.get(0).model();
    ElementCollection collection =
        Objects.requireNonNull(model.elements(number), "a collection of values");
    Map<Object, List<Object>> byOwner = new HashMap<>();
    for (ValueReader.Row row :
        source
            .connection(model.mapper())
            .query(select(collection, owners), reader(model, collection))
            .all()) {
      List<Object> elements = byOwner.computeIfAbsent(row.owner(), any -> new ArrayList<>());
      elements.add(element(collection, row, elements.size()));
    }
    for (InstanceState<?> owner : owners) {
      OwnedElements.fillValues(
          context, owner, number, byOwner.getOrDefault(owner.requireKey(), List.of()));
    }
  }

  /** A list counts its positions itself, so a gap would make it write to the wrong rows. */
  private static Object element(ElementCollection collection, ValueReader.Row row, int size) {
    Object value = row.value();
    if (value == null) {
      throw refused(collection, row, "null in " + names(collection));
    }
    if (collection.isOrdered() && !Integer.valueOf(size).equals(row.key())) {
      throw refused(collection, row, "position " + row.key() + " where " + size + " should be");
    }
    return collection.isMap() ? new ElementValues.Entry(row.key(), value) : value;
  }

  private static String names(ElementCollection collection) {
    return collection.form().columns().stream()
        .map(column -> "\"" + column.name() + "\"")
        .collect(Collectors.joining(", "));
  }

  private static UsageException refused(
      ElementCollection collection, ValueReader.Row row, String found) {
    return new UsageException(
        Problem.of(SessionCode.CONTRADICTION, "cannot load \"" + collection + "\"")
            .found(
                "table \"" + collection.table().name() + "\", owner " + row.owner() + ": " + found)
            .expected("a value in each row; in a list, positions from 0 without gaps")
            .fix("correct the rows, which were not written by a session"));
  }

  private static ValueReader reader(EntityModel<?> model, ElementCollection collection) {
    EntityReader.Key owner =
        new EntityReader.Key(
            IntStream.range(0, model.ids().size()).boxed().toList(),
            model.ids().stream().<ValueCodec<?>>map(id -> model.type(id).codec()).toList());
    Column keyColumn = collection.key();
    return new ValueReader(
        owner,
        keyColumn == null ? null : model.type(keyColumn).codec(),
        value(model, collection.form()),
        model.ids().size() + (keyColumn == null ? 1 : 2));
  }

  private static ValueReader.Value value(EntityModel<?> model, ElementForm form) {
    List<? extends ValueCodec<?>> codecs =
        form.columns().stream().map(column -> model.type(column).codec()).toList();
    return (row, first) -> {
      @Nullable Object[] parts = new @Nullable Object[codecs.size()];
      for (int part = 0; part < parts.length; part++) {
        parts[part] = codecs.get(part).read(row, first + part);
      }
      return form.make(parts);
    };
  }

  private static Select<?> select(ElementCollection collection, List<InstanceState<?>> owners) {
    QualifiedName name = collection.table().name();
    NamedTable table =
        new NamedTable(new TableName(name.schema(), name.name()), null, List.of(), List.of());
    List<ColumnReference<?>> keys = references(table, collection.ownerColumns());
    List<ColumnReference<?>> columns = new ArrayList<>(keys);
    columns.addAll(references(table, collection.elementColumns()));
    Predicate match = RowMatch.in(keys, keys(owners));
    return new Select<>(
        new Projection<>(List.copyOf(columns), values -> values),
        new Select.From(List.of(table), List.of()),
        new Select.Criteria(List.of(match), List.of(), List.of(), List.of()),
        new Select.Paging(order(table, collection), null, null, false),
        Select.Modifiers.NONE);
  }

  /** By position or key, else by value, so that equal rows give equal lists. */
  private static List<Ordering> order(NamedTable table, ElementCollection collection) {
    Column key = collection.key();
    List<Column> by = key == null ? collection.form().columns() : List.of(key);
    return by.stream()
        .filter(one -> Comparable.class.isAssignableFrom(one.type().javaType()))
        .map(
            one ->
                new Ordering(references(table, List.of(one)).get(0), false, Ordering.Nulls.DEFAULT))
        .toList();
  }

  private static List<ColumnReference<?>> references(NamedTable table, List<Column> columns) {
    List<ColumnReference<?>> all = new ArrayList<>();
    columns.forEach(column -> all.add(new ColumnReference<>(table, column.name(), column.type())));
    return all;
  }

  private static List<List<Object>> keys(List<InstanceState<?>> owners) {
    List<List<Object>> keys = new ArrayList<>();
    for (int part = 0; part < owners.get(0).model().ids().size(); part++) {
      @Nullable Object[] values = new @Nullable Object[owners.size()];
      for (int index = 0; index < values.length; index++) {
        InstanceState<?> owner = owners.get(index);
        values[index] = owner.model().keyPart(owner.requireKey(), part);
      }
      keys.add(Arrays.asList(values));
    }
    return keys;
  }
}
