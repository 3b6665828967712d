package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.instrument.ClassModel;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * What one table holds: the attributes of a class, or of all classes that share the table.
 *
 * @param draft the class that names the table
 * @param classes whose annotations say indexes of it
 * @param attributes in the order of their columns
 * @param joins the foreign keys of the references among them
 * @param discriminator to be added as a column, or null
 * @param above the class to whose table the primary key refers, or null
 */
record TableDraft(
    EntityDraft draft,
    List<ClassModel> classes,
    List<EntityDraft.Draft> attributes,
    List<JoinResolver.Resolved> joins,
    @Nullable Discriminator discriminator,
    @Nullable EntityDraft above) {
  TableDraft {
    classes = List.copyOf(classes);
    attributes = List.copyOf(attributes);
    joins = List.copyOf(joins);
  }

  List<EntityDraft.Basic> basics() {
    return attributes.stream()
        .filter(EntityDraft.Basic.class::isInstance)
        .map(EntityDraft.Basic.class::cast)
        .toList();
  }

  List<EntityDraft.Basic> ids() {
    return basics().stream().filter(EntityDraft.Basic::id).toList();
  }

  /** The table of a class that shares it with none. */
  static TableDraft of(EntityDraft draft, Map<String, JoinResolver.Resolved> joins) {
    return new TableDraft(
        draft, draft.classes(), draft.attributes(), List.copyOf(joins.values()), null, null);
  }

  /** The table of a class whose objects have a row in the tables of the classes above it too. */
  static TableDraft joined(
      EntityDraft draft,
      Map<String, JoinResolver.Resolved> joins,
      @Nullable Discriminator discriminator) {
    EntityDraft above = draft.superDraft();
    List<EntityDraft.Draft> attributes = new ArrayList<>();
    List<String> keys = draft.keyColumns();
    for (int index = 0; above != null && index < keys.size(); index++) {
      attributes.add(key(draft.ids().get(index), keys.get(index)));
    }
    attributes.addAll(draft.ownAttributes());
    List<JoinResolver.Resolved> own =
        joins.values().stream()
            .filter(join -> above == null || !above.attributes().contains(join.reference()))
            .toList();
    return new TableDraft(
        draft, draft.ownClasses(), attributes, own, above == null ? discriminator : null, above);
  }

  /** The value comes from the row of the class above. */
  private static EntityDraft.Basic key(EntityDraft.Basic id, String name) {
    Column column = Column.of(name, id.column().type()).withNullable(false);
    return new EntityDraft.Basic(id.field(), id.path(), column, true, false, id.writes());
  }

  /**
   * The one table of a hierarchy. Columns that classes beside each other both name are one.
   *
   * @param below all other classes of the hierarchy, superclasses first
   * @param joins of each class, by attribute
   */
  static TableDraft shared(
      EntityDraft root,
      Collection<EntityDraft> below,
      Function<EntityDraft, Map<String, JoinResolver.Resolved>> joins,
      @Nullable Discriminator discriminator) {
    List<ClassModel> classes = new ArrayList<>(root.classes());
    List<EntityDraft.Draft> attributes = new ArrayList<>(root.attributes());
    List<JoinResolver.Resolved> all = new ArrayList<>(joins.apply(root).values());
    for (EntityDraft sub : below) {
      classes.addAll(sub.ownClasses());
      Map<String, JoinResolver.Resolved> own = joins.apply(sub);
      for (EntityDraft.Draft attribute : sub.ownAttributes()) {
        JoinResolver.Resolved join = own.get(attribute.field().name());
        List<Column> columns = columns(attribute, join);
        if (columns.isEmpty() || !isShared(sub, columns, attributes, all)) {
          attributes.add(attribute);
          if (join != null) {
            all.add(join);
          }
        }
      }
      own.values().stream()
          .filter(join -> !sub.attributes().contains(join.reference()) && !all.contains(join))
          .forEach(all::add);
    }
    return new TableDraft(root, classes, attributes, all, discriminator, null);
  }

  private static List<Column> columns(
      EntityDraft.Draft attribute, JoinResolver.@Nullable Resolved join) {
    if (attribute instanceof EntityDraft.Basic basic) {
      return List.of(basic.column());
    }
    return join == null ? List.of() : join.local();
  }

  /** Whether a class beside it has the columns already; those above it are another's. */
  private static boolean isShared(
      EntityDraft sub,
      List<Column> columns,
      List<EntityDraft.Draft> attributes,
      List<JoinResolver.Resolved> joins) {
    for (EntityDraft.Draft other : attributes) {
      JoinResolver.Resolved join =
          joins.stream().filter(one -> one.reference() == other).findFirst().orElse(null);
      if (!sub.attributes().contains(other) && same(columns, columns(other, join))) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(List<Column> left, List<Column> right) {
    return described(left).equals(described(right));
  }

  private static List<String> described(List<Column> columns) {
    return columns.stream().map(column -> column.name() + " " + column.type().name()).toList();
  }

  /** Whether the hierarchy keeps all its rows in one table. */
  static boolean isShared(EntityDraft draft) {
    return draft.strategy() == InheritanceStrategy.SINGLE_TABLE;
  }
}
