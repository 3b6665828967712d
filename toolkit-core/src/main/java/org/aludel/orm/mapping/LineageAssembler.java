package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.instrument.ClassModel;
import org.aludel.orm.inheritance.ColumnMoment;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** Works out where each class stands in its hierarchy, and builds the tables on the way. */
final class LineageAssembler {
  private static final List<String> SAYING =
      List.of(Words.INHERITANCE, Words.DISCRIMINATOR_COLUMN, Words.DISCRIMINATOR_VALUE);

  private final Faults faults;
  private final NamingConvention convention;
  private final Map<Class<?>, EntityDraft> drafts;
  private final Function<EntityDraft, Map<String, JoinResolver.Resolved>> joins;
  private final DiscriminatorReader discriminators;

  LineageAssembler(
      Faults faults,
      NamingConvention convention,
      Map<Class<?>, EntityDraft> drafts,
      Function<EntityDraft, Map<String, JoinResolver.Resolved>> joins) {
    this.faults = faults;
    this.convention = convention;
    this.drafts = drafts;
    this.joins = joins;
    this.discriminators = new DiscriminatorReader(faults);
  }

  /**
   * The place of one class.
   *
   * @param above the mapper of the entity that it extends, or null
   */
  Lineage of(EntityDraft draft, @Nullable Mapper<?> above) {
    if (above == null && !isRoot(draft)) {
      Table table = table(TableDraft.of(draft, joins.apply(draft)));
      return new Lineage(null, null, null, null, List.of(table), null);
    }
    Discriminator discriminator =
        above == null ? discriminators.column(draft) : above.discriminator();
    boolean hasObjects = !ClassModel.isAbstract(draft.type());
    Object value = discriminator != null && hasObjects ? discriminators.value(draft) : null;
    InheritanceStrategy strategy = draft.strategy();
    List<Table> tables = tables(draft, above, discriminator);
    return new Lineage(strategy, above, discriminator, value, tables, moment(draft));
  }

  private static @Nullable ColumnMoment moment(EntityDraft draft) {
    return draft
        .model()
        .annotations()
        .find(Words.POLYMORPHIC_LOAD)
        .map(said -> ColumnMoment.valueOf(said.text("value", ColumnMoment.WITH_ROWS.name())))
        .orElse(null);
  }

  private List<Table> tables(
      EntityDraft draft, @Nullable Mapper<?> above, @Nullable Discriminator discriminator) {
    Map<String, JoinResolver.Resolved> own = joins.apply(draft);
    return switch (draft.strategy()) {
      case SINGLE_TABLE ->
          above == null
              ? List.of(table(TableDraft.shared(draft, below(draft), joins, discriminator)))
              : above.tables();
      case JOINED -> {
        List<Table> all = new ArrayList<>(above == null ? List.of() : above.tables());
        all.add(table(TableDraft.joined(draft, own, discriminator)));
        yield all;
      }
      case TABLE_PER_CLASS -> List.of(table(TableDraft.of(draft, own)));
    };
  }

  /** All other classes of a hierarchy, superclasses first, else by name. */
  private Collection<EntityDraft> below(EntityDraft root) {
    List<EntityDraft> all = new ArrayList<>();
    List<EntityDraft> level = List.of(root);
    while (!level.isEmpty()) {
      List<EntityDraft> above = level;
      level =
          drafts.values().stream()
              .filter(one -> above.stream().anyMatch(sup -> one.superDraft() == sup))
              .toList();
      all.addAll(level);
    }
    return all;
  }

  private boolean isRoot(EntityDraft draft) {
    return SAYING.stream().anyMatch(draft.model().annotations()::has)
        || drafts.values().stream().anyMatch(one -> one.superDraft() == draft);
  }

  private Table table(TableDraft content) {
    return new TableAssembler(faults, convention, content).assemble(drafts);
  }

  /** Tells the mappers of those below them. */
  void complete(Collection<Mapper<?>> mappers) {
    for (Mapper<?> mapper : mappers) {
      mapper.subMappers(mappers.stream().filter(other -> other.superMapper() == mapper).toList());
    }
    discriminators.checkDistinct(mappers);
  }
}
