package org.aludel.migrations.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.schema.Column;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.View;

/**
 * The schemas on the way to one in which names are both there: first the new names beside the old
 * ones, empty and kept in step from then on; when rows have been filled, all that the model asks of
 * the new names.
 */
public final class Expansion {
  private final List<TwoNames> columns;
  private final List<OldTable> tables;
  private final IdentifierQuoter quoter;

  /**
   * @param columns of tables by their new names
   */
  public Expansion(List<TwoNames> columns, List<OldTable> tables, IdentifierQuoter quoter) {
    this.columns = List.copyOf(columns);
    this.tables = List.copyOf(tables);
    this.quoter = quoter;
  }

  public List<TwoNames> columns() {
    return columns;
  }

  /**
   * Where old and new names are there and nothing else has changed.
   *
   * @param renamed the database after the renames of tables alone
   * @param before the database as it is
   */
  public MetaData first(MetaData renamed, MetaData before) {
    List<Table> widened = new ArrayList<>();
    for (Table table : renamed.tables()) {
      List<Column> all = new ArrayList<>(table.columns());
      for (TwoNames pair : pairs(table.name())) {
        table.column(pair.old()).ifPresent(each -> all.add(empty(each, pair.renamed())));
      }
      widened.add(table.withColumns(all));
    }
    return kept(renamed.withTables(widened), renamed, before);
  }

  private static Column empty(Column old, String name) {
    return old.withName(name).withNullable(true).withServerDefault(null).withComment(null);
  }

  /**
   * The model with the old names besides.
   *
   * @param renamed the database after the renames of tables alone
   * @param before the database as it is
   */
  public MetaData last(MetaData model, MetaData renamed, MetaData before) {
    List<Table> widened = new ArrayList<>();
    for (Table table : model.tables()) {
      Table now = renamed.table(table.name()).orElse(table);
      Table wide = table;
      for (TwoNames pair : pairs(table.name())) {
        wide = new OldColumn(pair, quoter).added(wide, now);
      }
      widened.add(wide);
    }
    List<Grant> grants = new ArrayList<>(model.grants());
    for (TwoNames pair : columns) {
      ObjectReference column = ObjectReference.column(pair.table(), pair.old());
      renamed.grants().stream().filter(each -> each.on().equals(column)).forEach(grants::add);
    }
    MetaData wide = model.copy().tables(widened).grants(grants).build();
    return kept(wide, renamed, before);
  }

  private List<TwoNames> pairs(QualifiedName table) {
    return columns.stream().filter(each -> each.table().equals(table)).toList();
  }

  /** With what keeps names in step, and the views. */
  private MetaData kept(MetaData schema, MetaData renamed, MetaData before) {
    List<DefinedObject> objects = new ArrayList<>(schema.definedObjects());
    Map<ObjectReference, Set<ObjectReference>> needs = new HashMap<>(schema.dependencies());
    for (TwoNames pair : columns) {
      objects.add(pair.function(quoter));
      objects.add(pair.trigger(quoter));
      needs.put(
          pair.triggerReference(),
          Set.of(pair.functionReference(), ObjectReference.table(pair.table())));
    }
    List<View> views = new ArrayList<>(schema.views());
    List<Grant> grants = new ArrayList<>(schema.grants());
    for (OldTable old : tables) {
      Table now = renamed.table(old.table()).orElseThrow();
      views.add(old.view(now, quoter));
      grants.addAll(old.grants(before));
      needs.put(old.reference(), columns(now));
    }
    return schema
        .copy()
        .definedObjects(objects)
        .views(views)
        .grants(grants.stream().distinct().sorted().toList())
        .dependencies(needs)
        .build();
  }

  private static Set<ObjectReference> columns(Table table) {
    Set<ObjectReference> needed = new TreeSet<>();
    needed.add(ObjectReference.of(ObjectKind.TABLE, table.name()));
    table.columns().forEach(each -> needed.add(ObjectReference.column(table.name(), each.name())));
    return needed;
  }
}
