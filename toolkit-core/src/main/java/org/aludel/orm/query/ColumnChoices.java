package org.aludel.orm.query;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.sql.Expression;
import org.aludel.sql.StatementOption;
import org.jspecify.annotations.Nullable;

/** Which columns of one class options want, one option after the other. Not thread-safe. */
final class ColumnChoices {
  private final EntityModels models;
  private final EntityModel<?> model;
  private final BitSet left;
  private final BitSet raising;
  private final Map<Integer, ColumnChoice.Given> given = new HashMap<>();
  private final Map<Mapper<?>, BitSet> following = new HashMap<>();
  private boolean spoken;

  /** Whether an option has named the classes whose columns are read. */
  private boolean chosen;

  /** As the class is mapped. */
  ColumnChoices(EntityModels models, EntityModel<?> model) {
    this.models = models;
    this.model = model;
    this.left = (BitSet) model.columns().left().clone();
    this.raising = new BitSet();
    model.columns().following().forEach((mapper, columns) -> following.put(mapper, copy(columns)));
  }

  private static BitSet copy(BitSet columns) {
    return (BitSet) columns.clone();
  }

  /** What is chosen; null where no option spoke of columns. */
  @Nullable ColumnChoice choice() {
    if (!spoken) {
      return null;
    }
    following.values().forEach(columns -> columns.and(left));
    following.values().removeIf(BitSet::isEmpty);
    return new ColumnChoice(left, raising, given, Map.copyOf(following));
  }

  void apply(PolymorphicOption option) {
    Mapper<?> above = models.of(option.table().rowType()).mapper();
    if (!model.mapper().lineage().contains(above)) {
      throw unknown(option, "options for objects of " + model.mapper());
    }
    spoken = true;
    if (!chosen) {
      chosen = true;
      model.mapper().selfAndBelow().stream()
          .filter(each -> each != model.mapper())
          .forEach(each -> left.or(ColumnChoice.own(each, model.view())));
      following.clear();
    }
    for (EntityTable<?> table : option.named()) {
      Mapper<?> named = models.of(table.rowType()).mapper();
      if (!named.lineage().contains(above)) {
        throw unknown(option, named + " among the classes below");
      }
      if (named.lineage().contains(model.mapper())) {
        add(named, option.following());
      }
    }
  }

  /** What a class and those between it and the selected one add, but what the mapping defers. */
  private void add(Mapper<?> named, boolean follows) {
    BitSet columns = new BitSet();
    named.lineage().stream()
        .filter(each -> each.lineage().contains(model.mapper()))
        .forEach(each -> columns.or(ColumnChoice.own(each, model.view())));
    columns.andNot(ColumnChoice.deferred(model.mapper(), model.view()));
    if (follows) {
      following.put(named, columns);
    } else {
      left.andNot(columns);
    }
  }

  void apply(ColumnOption option) {
    spoken = true;
    switch (option.kind()) {
      case LOAD_ONLY -> {
        all((basic, position) -> leave(position, isDeferrable(basic)));
        read(option);
      }
      case DEFER -> named(option).stream().forEach(position -> leave(position, true));
      case RAISE -> {
        named(option).stream().forEach(position -> leave(position, true));
        raising.or(named(option));
      }
      case UNDEFER -> read(option);
      case UNDEFER_GROUP -> undeferGroup(option);
      case UNDEFER_ALL -> {
        left.clear();
        raising.clear();
      }
    }
  }

  private void leave(int position, boolean leaves) {
    if (leaves) {
      left.set(position);
      following.values().forEach(columns -> columns.clear(position));
    }
  }

  private void read(ColumnOption option) {
    left.andNot(named(option));
    raising.andNot(named(option));
  }

  private void undeferGroup(ColumnOption option) {
    BitSet members = new BitSet();
    all((basic, position) -> members.set(position, option.group().equals(basic.deferral())));
    if (members.isEmpty()) {
      throw refused(option, "no attribute of " + model.mapper() + " in this group");
    }
    left.andNot(members);
    raising.andNot(members);
  }

  private interface Visitor {
    void visit(BasicProperty basic, int position);
  }

  private void all(Visitor visitor) {
    for (Mapper<?> each : model.mapper().selfAndBelow()) {
      int[] positions = model.view().positions(each);
      for (BasicProperty basic : each.basics()) {
        visitor.visit(basic, positions[basic.slot()]);
      }
    }
  }

  /**
   * Reads an expression in place of a column.
   *
   * @param resolved over the sources of the statement
   */
  void apply(WithExpression option, Expression<?> resolved) {
    spoken = true;
    Found found = found(option, option.attribute());
    if (!found.basic().isExpression()) {
      throw new UsageException(
          Problem.of(SessionCode.UNSUPPORTED, "cannot use the option " + option.describe())
              .found("an attribute in a column")
              .expected("an attribute that is marked @QueryExpression or @ColumnProperty"));
    }
    left.clear(found.position());
    raising.clear(found.position());
    boolean own = option.attribute().table().alias() == null;
    given.put(found.position(), new ColumnChoice.Given(resolved, own));
  }

  private BitSet named(ColumnOption option) {
    BitSet positions = new BitSet();
    for (BasicAttribute<?, ?> attribute : option.attributes()) {
      Found found = found(option, attribute);
      boolean leaves = option.kind() != ColumnOption.Kind.LOAD_ONLY;
      if (leaves && !isDeferrable(found.basic())) {
        throw refused(
            option,
            found.basic().isQueryExpression()
                ? "an attribute that is never read later"
                : "an id, a version or a part of something embedded");
      }
      positions.set(found.position());
    }
    return positions;
  }

  /** An attribute, and where its column is in a whole row. */
  private record Found(BasicProperty basic, int position) {}

  private Found found(StatementOption option, BasicAttribute<?, ?> attribute) {
    Class<?> declared = attribute.table().rowType();
    boolean above = declared.isAssignableFrom(model.mapper().type());
    Mapper<?> mapper = above ? model.mapper() : models.of(declared).mapper();
    if (!above && !model.mapper().type().isAssignableFrom(declared)) {
      throw refused(option, "an attribute of " + mapper + " among the objects of another class");
    }
    BasicProperty basic =
        mapper.basics().stream()
            .filter(one -> one.name().equals(attribute.attribute()))
            .findAny()
            .orElseThrow(() -> refused(option, "an attribute that is in no column of its own"));
    return new Found(basic, model.view().positions(mapper)[basic.slot()]);
  }

  /** Keys and versions are needed at once; what is embedded is made of all its parts. */
  private boolean isDeferrable(BasicProperty basic) {
    boolean version = basic.equals(model.mapper().version());
    boolean id = model.ids().stream().anyMatch(one -> one.name().equals(basic.name()));
    return !id && !version && !basic.isQueryExpression() && !basic.name().contains(".");
  }

  private static UsageException unknown(PolymorphicOption option, String found) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot use the option " + option.describe())
            .found(found)
            .expected("the selected class or one above it, then classes that extend it"));
  }

  private static UsageException refused(StatementOption option, String found) {
    return new UsageException(
        Problem.of(SessionCode.UNSUPPORTED, "cannot use the option " + option.describe())
            .found(found)
            .expected("attributes in columns of the selected class, each of its own"));
  }
}
