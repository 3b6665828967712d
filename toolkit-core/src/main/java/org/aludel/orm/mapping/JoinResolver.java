package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.error.Problem;
import org.aludel.instrument.AnnotationValues;
import org.aludel.schema.Column;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Finds the columns of foreign keys, once all classes are read. */
final class JoinResolver {
  private final Faults faults;
  private final ColumnTypes types;
  private final Map<Class<?>, EntityDraft> drafts;

  /**
   * The columns of one foreign key, in the order of the target's id.
   *
   * @param shared whether the columns belong to other attributes already
   */
  record Resolved(
      EntityDraft.Reference reference,
      List<Column> local,
      List<Column> remote,
      boolean shared,
      boolean insertable,
      boolean updatable) {
    Resolved {
      local = List.copyOf(local);
      remote = List.copyOf(remote);
    }

    /** The same over the columns of other attributes. */
    Resolved sharing(List<Column> others) {
      return new Resolved(reference, others, remote, true, insertable, updatable);
    }
  }

  JoinResolver(Faults faults, Map<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.types = new ColumnTypes(faults);
    this.drafts = drafts;
  }

  /** The columns of a reference, or null after a fault was added. */
  @Nullable Resolved resolve(EntityDraft owner, EntityDraft.Reference reference) {
    Resolved own = own(owner, reference, SnakeCase.of(reference.field().name()));
    if (own == null) {
      return null;
    }
    boolean written = own.insertable() || own.updatable();
    return shared(owner, reference, own.local(), written)
        ? own.sharing(existing(owner, own.local()))
        : own;
  }

  /**
   * The columns of a reference that no attribute holds, in the table of an element. Source: Jakarta
   * Persistence 3.2 §11.1.25, the name of the entity comes first where no attribute refers to it.
   */
  @Nullable Resolved resolveImplied(EntityDraft element, EntityDraft.Reference reference) {
    Class<?> owner = reference.terms().target();
    Resolved own = own(element, reference, SnakeCase.of(owner.getSimpleName()));
    if (own != null) {
      List<EntityDraft.Basic> others = basics(element, own.local());
      if (!others.isEmpty()) {
        faults.add(
            reference.place(),
            MappingRules.fault(
                "column-twice",
                reference.place(),
                others.get(0).column().name(),
                others.get(0).place()));
        return null;
      }
    }
    return own;
  }

  private @Nullable Resolved own(
      EntityDraft owner, EntityDraft.Reference reference, String prefix) {
    EntityDraft target = drafts.get(reference.terms().target());
    if (target == null) {
      unmapped(faults, reference, reference.terms().target());
      return null;
    }
    List<EntityDraft.Basic> ids = target.ids();
    List<AnnotationValues> joins = reference.joinColumns();
    if (ids.isEmpty()) {
      return null; // reported with the target
    }
    if (!joins.isEmpty() && joins.size() != ids.size()) {
      faults.add(
          reference.place(),
          MappingRules.fault(
              "join-count", reference.place(), joins.size(), ids.size(), target.table()));
      return null;
    }
    return resolved(owner, reference, prefix, ids);
  }

  private Resolved resolved(
      EntityDraft owner,
      EntityDraft.Reference reference,
      String prefix,
      List<EntityDraft.Basic> ids) {
    List<Column> local = new ArrayList<>();
    List<Column> remote = new ArrayList<>();
    boolean insertable = true;
    boolean updatable = true;
    for (EntityDraft.Basic id : ids) {
      AnnotationValues join = joinTo(reference, id, ids.size());
      boolean nullable =
          !reference.derived()
              && (reference.terms().optional() || owner.isNullForOthers(reference));
      local.add(column(reference, prefix, id, join).withNullable(nullable));
      remote.add(id.column());
      insertable &= !reference.derived() && (join == null || join.flag("insertable", true));
      updatable &= !reference.derived() && (join == null || join.flag("updatable", true));
    }
    return new Resolved(reference, local, remote, false, insertable, updatable);
  }

  static void unmapped(Faults faults, EntityDraft.Draft attribute, Class<?> target) {
    if (!Hierarchy.isEntity(target)) {
      faults.add(
          attribute.place(),
          MappingRules.fault("target", attribute.place(), Faults.place(target, null)));
      return;
    }
    faults.add(
        attribute.place(),
        Faults.invalid(attribute.place())
            .found("the target \"" + target.getName() + "\", which is not in this registry")
            .expected("an entity of the same registry")
            .fix("annotate it with @Entity, or add it to the registry"));
  }

  private @Nullable AnnotationValues joinTo(
      EntityDraft.Reference reference, EntityDraft.Basic id, int count) {
    AnnotationValues found = join(reference, id, count);
    if (found != null || reference.joinColumns().isEmpty()) {
      return found;
    }
    faults.add(
        reference.place(),
        MappingRules.fault("join-target", reference.place(), id.column().name()));
    return null;
  }

  private static @Nullable AnnotationValues join(
      EntityDraft.Reference reference, EntityDraft.Basic id, int count) {
    List<AnnotationValues> joins = reference.joinColumns();
    Optional<AnnotationValues> named =
        joins.stream()
            .filter(
                join ->
                    id.column()
                        .name()
                        .equals(Delimited.exact(join.text("referencedColumnName", ""))))
            .findFirst();
    boolean only =
        count == 1 && joins.size() == 1 && joins.get(0).text("referencedColumnName", "").isEmpty();
    return only ? joins.get(0) : named.orElse(null);
  }

  /** The column of a reference for one of several ids of its target, which is NOT NULL. */
  static Column column(EntityDraft.Reference reference, EntityDraft.Basic id, int count) {
    AnnotationValues join = join(reference, id, count);
    String prefix = SnakeCase.of(reference.field().name());
    return Column.of(name(prefix, id, join), id.column().type())
        .withNullable(false)
        .withComment(join == null ? null : join.textOrNull("comment"));
  }

  private static String name(String prefix, EntityDraft.Basic id, @Nullable AnnotationValues join) {
    String given = join == null ? null : join.textOrNull("name");
    return given == null ? prefix + "_" + id.column().name() : Delimited.exact(given);
  }

  private Column column(
      EntityDraft.Reference reference,
      String prefix,
      EntityDraft.Basic id,
      @Nullable AnnotationValues join) {
    String name = name(prefix, id, join);
    String definition = join == null ? null : join.textOrNull("columnDefinition");
    SqlType<?> type = id.column().type();
    if (definition != null) {
      DeclaredType declared = types.parse(reference.place(), definition);
      type = declared == null ? type : type.named(declared.name());
    }
    return Column.of(name, type).withComment(join == null ? null : join.textOrNull("comment"));
  }

  /**
   * Whether the key's columns are those of basic attributes, which then must not both be written.
   */
  private boolean shared(
      EntityDraft owner, EntityDraft.Reference reference, List<Column> local, boolean written) {
    List<EntityDraft.Basic> others = basics(owner, local);
    if (others.isEmpty()) {
      return false;
    }
    boolean bothWritten =
        written
            && others.stream()
                .anyMatch(one -> one.writes().insertable() || one.writes().updatable());
    if (others.size() < local.size() || bothWritten) {
      faults.add(reference.place(), sharing(reference, others, bothWritten));
      return others.size() == local.size();
    }
    for (int index = 0; index < local.size(); index++) {
      requireAgreement(reference, local.get(index), others.get(index));
    }
    return true;
  }

  /** A column has one type, one comment and one nullability; the basic attribute says them. */
  private void requireAgreement(
      EntityDraft.Reference reference, Column wanted, EntityDraft.Basic other) {
    Column column = other.column();
    boolean comment = wanted.comment() == null || wanted.comment().equals(column.comment());
    boolean same =
        wanted.nullable() == column.nullable() && wanted.type().name().equals(column.type().name());
    if (!comment || !same) {
      faults.add(
          reference.place(),
          Faults.invalid(reference.place())
              .found(described(wanted) + ", unlike \"" + other.place() + "\": " + described(column))
              .expected("the same of both attributes that are stored in the column")
              .fix("say it on both: @Column(nullable, comment, columnDefinition), @JoinColumn"));
    }
  }

  private static String described(Column column) {
    return column.name()
        + " "
        + column.type()
        + (column.nullable() ? "" : " NOT NULL")
        + (column.comment() == null ? "" : " with comment \"" + column.comment() + "\"");
  }

  private static Problem sharing(
      EntityDraft.Reference reference, List<EntityDraft.Basic> others, boolean bothWritten) {
    return MappingRules.fault(
        bothWritten ? "both-write" : "key-in-part",
        reference.place(),
        others.get(0).column().name(),
        others.get(0).place());
  }

  private static List<EntityDraft.Basic> basics(EntityDraft owner, List<Column> columns) {
    return columns.stream()
        .flatMap(
            column ->
                owner.basics().stream()
                    .filter(basic -> !basic.isExpression())
                    .filter(basic -> basic.column().name().equals(column.name()))
                    .limit(1))
        .toList();
  }

  private static List<Column> existing(EntityDraft owner, List<Column> local) {
    return basics(owner, local).stream().map(EntityDraft.Basic::column).toList();
  }
}
