package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.JoinedReader;
import org.aludel.instrument.LevelsReader;
import org.aludel.instrument.PolymorphicReader;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.PersistenceContext;
import org.aludel.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one class in one result, those of classes below it among them: read rows with the
 * reader, then finish.
 */
public final class LoadedRows<E> {
  private final Results results;
  private final EntityModel<E> model;

  /** By class; one unless the class has others below it. */
  private final List<EntityRows<? extends E>> rows;

  private final List<JoinedRows> joined;
  private final ColumnChoice choice;

  LoadedRows(
      Results results,
      EntityModel<E> model,
      List<EntityRows<? extends E>> rows,
      List<JoinedRows> joined,
      ColumnChoice choice) {
    this.results = results;
    this.model = model;
    this.rows = List.copyOf(rows);
    this.joined = List.copyOf(joined);
    this.choice = choice;
  }

  public EntityModel<E> model() {
    return model;
  }

  PersistenceContext context() {
    return results.context();
  }

  /** Whether an object may come in several rows, once for each element of what is joined to it. */
  boolean repeats() {
    return !joined.isEmpty();
  }

  /** How many columns of a row it takes. */
  public int width() {
    int width = ownWidth();
    for (JoinedRows one : joined) {
      width += one.target().width();
    }
    return width;
  }

  private int ownWidth() {
    return choice.shifted(model.view().width());
  }

  /** A reader for rows whose columns of this class begin at a 1-based position. */
  public RowReader<@Nullable E> reader(int firstColumn) {
    RowReader<@Nullable E> own = own(firstColumn);
    if (joined.isEmpty()) {
      return own;
    }
    int column = firstColumn + ownWidth();
    List<RowReader<?>> targets = new ArrayList<>();
    List<RowReader<?>> elements = new ArrayList<>();
    List<JoinedRows> owned = new ArrayList<>();
    for (JoinedRows one : joined) {
      (one.comesFirst() ? targets : elements).add(one.target().reader(column));
      if (!one.comesFirst()) {
        owned.add(one);
      }
      column += one.target().width();
    }
    return new JoinedReader<>(
        targets,
        own,
        elements,
        (owner, element, value) -> owned.get(element).add(current(owner), value));
  }

  /** What is known of the object of the row that was read last. */
  InstanceState<?> current(Object entity) {
    InstanceState<?> last = rows.size() == 1 ? rows.get(0).current() : null;
    return last == null ? results.state(entity) : last;
  }

  private RowReader<@Nullable E> own(int firstColumn) {
    Map<String, Mapper<?>> marks = model.view().marks();
    if (!model.mapper().isPolymorphic()) {
      return single(firstColumn);
    }
    Map<String, RowReader<? extends @Nullable E>> readers = new HashMap<>();
    for (EntityRows<? extends E> each : rows) {
      marks.forEach(
          (mark, mapper) -> {
            if (mapper == each.model().mapper()) {
              readers.put(mark, levels(each, firstColumn));
            }
          });
    }
    return new PolymorphicReader<>(
        readers,
        firstColumn + choice.shifted(model.ids().get(0).slot()),
        firstColumn + ownWidth() - 1,
        (mark, id) -> unknown(mark, id, marks.keySet()));
  }

  private UsageException unknown(@Nullable String mark, Object id, Set<String> known) {
    return new UsageException(
        Problem.of(SessionCode.OTHER_CLASS, "cannot read \"" + model.describe(id) + "\"")
            .found(mark == null ? "no discriminator" : "the discriminator \"" + mark + "\"")
            .expected("one of " + String.join(", ", known.stream().sorted().toList()))
            .fix("map the class of the row, or correct the row"));
  }

  @SuppressWarnings("unchecked") // the only rows are those of the class itself
  private RowReader<@Nullable E> single(int firstColumn) {
    return ((EntityRows<E>) rows.get(0)).reader(firstColumn);
  }

  private <C extends E> RowReader<@Nullable C> levels(EntityRows<C> each, int firstColumn) {
    if (!choice.isWhole()) {
      return each.reader(firstColumn);
    }
    List<LevelsReader.Level<C>> levels = new ArrayList<>();
    List<Mapper<?>> lineage = each.model().mapper().lineage();
    for (EntityView.Level level : model.view().levels()) {
      if (lineage.contains(level.mapper())) {
        levels.add(new LevelsReader.Level<>(access(level.mapper()), level.offset()));
      }
    }
    return each.reader(new LevelsReader<>(levels), firstColumn);
  }

  @SuppressWarnings("unchecked") // the classes of a lineage are superclasses of the last
  private <C> EntityAccess<? super C> access(Mapper<?> mapper) {
    return (EntityAccess<? super C>) results.context().models().of(mapper).access();
  }

  /** Loads what options and mapping want at once; called when all rows are read. */
  public void finish() {
    Set<Relationship> filled = new HashSet<>();
    for (JoinedRows one : joined) {
      one.finish();
      filled.add(one.relationship());
    }
    results.columns().follow(model, rows, choice);
    rows.forEach(each -> results.eager().load(each, filled));
    rows.forEach(EntityRows::tell);
  }

  List<InstanceState<?>> states() {
    if (rows.size() == 1) {
      return rows.get(0).states();
    }
    List<InstanceState<?>> all = new ArrayList<>();
    rows.forEach(each -> all.addAll(each.states()));
    return all;
  }
}
