package org.aludel.orm.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MatchType;
import org.aludel.schema.ReferentialAction;
import org.aludel.util.Suggestion;

/** Builds the foreign keys of one table. */
final class ForeignKeyAssembler {
  private final Faults faults;
  private final ConstraintNames names;
  private final Map<Class<?>, EntityDraft> drafts;

  ForeignKeyAssembler(Faults faults, ConstraintNames names, Map<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.names = names;
    this.drafts = drafts;
  }

  /** The primary key of a joined class as a foreign key to the table above it. */
  Optional<ForeignKey> assembleKey(EntityDraft draft, EntityDraft above) {
    List<AnnotationValues> said =
        draft.keyJoins().stream()
            .map(one -> Optional.ofNullable(one.nested("foreignKey")))
            .flatMap(Optional::stream)
            .toList();
    if (said.stream().anyMatch(one -> one.text("value", "").equals("NO_CONSTRAINT"))) {
      return Optional.empty();
    }
    String name =
        said.stream()
            .map(one -> one.text("name", ""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(null);
    List<String> columns = draft.keyColumns();
    return Optional.of(
        new ForeignKey(
            names.foreignKey(name, columns, above.table()),
            columns,
            above.table(),
            above.keyColumns(),
            ReferentialAction.NO_ACTION,
            List.of(),
            ReferentialAction.NO_ACTION,
            MatchType.SIMPLE,
            Deferral.NOT_DEFERRABLE,
            true,
            null));
  }

  /** Objects of a class may lie in several tables, or in a view, to which no one key can refer. */
  static boolean isReferable(EntityDraft target, Map<Class<?>, EntityDraft> drafts) {
    boolean inManyTables =
        target.strategy() == InheritanceStrategy.TABLE_PER_CLASS
            && (ClassModel.isAbstract(target.type())
                || drafts.values().stream().anyMatch(one -> one.superDraft() == target));
    return !inManyTables && !target.isView();
  }

  /** The foreign key of a reference; empty for {@code ConstraintMode.NO_CONSTRAINT}. */
  Optional<ForeignKey> assemble(JoinResolver.Resolved join) {
    EntityDraft.Reference reference = join.reference();
    EntityDraft target = drafts.get(reference.terms().target());
    List<AnnotationValues> said = said(reference).toList();
    boolean none = said.stream().anyMatch(one -> one.text("value", "").equals("NO_CONSTRAINT"));
    if (target == null || none || !isReferable(target, drafts)) {
      return Optional.empty();
    }
    String name =
        said.stream()
            .map(one -> one.text("name", ""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(null);
    Annotations annotations = reference.field().annotations();
    List<String> columns = join.local().stream().map(Column::name).toList();
    return Optional.of(
        new ForeignKey(
            names.foreignKey(name, columns, target.table()),
            columns,
            target.table(),
            target.keyColumns(),
            action(annotations, Words.ON_DELETE),
            actionColumns(reference, annotations, columns),
            action(annotations, Words.ON_UPDATE),
            MatchType.SIMPLE,
            TableAssembler.deferral(annotations.find(Words.DEFERRABLE).orElse(null)),
            true,
            null));
  }

  /** Every place where a {@code @ForeignKey} of this reference can stand. */
  private static Stream<AnnotationValues> said(EntityDraft.Reference reference) {
    Stream<AnnotationValues> container =
        reference.field().annotations().findAll(Words.JOIN_COLUMNS).stream();
    return Stream.concat(container, reference.joinColumns().stream())
        .map(one -> Optional.ofNullable(one.nested("foreignKey")))
        .flatMap(Optional::stream);
  }

  private static ReferentialAction action(Annotations annotations, String type) {
    return annotations
        .find(type)
        .map(one -> ReferentialAction.valueOf(one.text("value", "NO_ACTION")))
        .orElse(ReferentialAction.NO_ACTION);
  }

  private List<String> actionColumns(
      EntityDraft.Reference reference, Annotations annotations, List<String> columns) {
    List<String> wanted =
        annotations.find(Words.ON_DELETE).map(one -> one.texts("columns")).orElse(List.of());
    boolean sets = action(annotations, Words.ON_DELETE).name().startsWith("SET_");
    for (String name : wanted) {
      if (!columns.contains(name) || !sets) {
        faults.add(
            reference.place(),
            Faults.invalid(reference.place())
                .found("@OnDelete column \"" + name + "\"" + Suggestion.phrase(name, columns))
                .expected(
                    "columns of the foreign key ("
                        + String.join(", ", columns)
                        + "), with SET_NULL or SET_DEFAULT"));
      }
    }
    // All columns is what no list means; one spelling, so that equal keys compare as equal.
    return wanted.size() == columns.size() ? List.of() : wanted;
  }
}
