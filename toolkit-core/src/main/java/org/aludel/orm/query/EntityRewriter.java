package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.loading.LoadCriteria;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.Elements;
import org.aludel.orm.metamodel.EmbeddedElements;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.metamodel.EntityTypeTest;
import org.aludel.orm.metamodel.KeyColumn;
import org.aludel.orm.metamodel.RelationshipAttribute;
import org.aludel.orm.metamodel.RelationshipExists;
import org.aludel.orm.metamodel.RelationshipPath;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Delete;
import org.aludel.sql.DerivedSource;
import org.aludel.sql.Expression;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.Join;
import org.aludel.sql.Merge;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Projection;
import org.aludel.sql.Query;
import org.aludel.sql.Rewriter;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.SourceKey;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.TableName;
import org.aludel.sql.TableSource;
import org.aludel.sql.TextStatement;
import org.aludel.sql.Update;
import org.aludel.sql.With;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Replaces what only a mapping knows. Notes the tables on its way; used for one statement. */
final class EntityRewriter extends Rewriter {
  private final EntityModels models;
  private final Set<QualifiedName> tables = new LinkedHashSet<>();

  /** Whether a join without a condition needs the foreign keys of the tables. */
  private boolean inferring;

  /** Whether part of the statement was written by the user. */
  private boolean text;

  /** How many tables between two classes were joined. */
  private int betweens;

  private @Nullable SourceKey renamed;
  private @Nullable FromItem renamedTo;

  /** The table that the statement changes, which stands for itself and not for a view. */
  private @Nullable SourceKey changed;

  /** The keys that the statement gives now, though nothing was asked of it. */
  private EntityQuery.@Nullable Keys keys;

  private final CriteriaPlacement criteria;
  private final NamedObjects given = new NamedObjects();

  EntityRewriter(EntityModels models, LoadCriteria criteria) {
    this(models, criteria, false);
  }

  EntityRewriter(EntityModels models, LoadCriteria criteria, boolean inViews) {
    this.models = models;
    this.criteria = new CriteriaPlacement(models, criteria, inViews);
  }

  /** Whether the statement was rewritten in vain, and must be once more with views. */
  boolean needsViews() {
    return criteria.needsViews();
  }

  /** The keys that the statement gives of the rows that it changes; null if it does not. */
  EntityQuery.@Nullable Keys keys() {
    return keys;
  }

  /** The tables that the statement names; null where text may name others. */
  @Nullable Set<QualifiedName> tables() {
    return text ? null : tables;
  }

  EntityModels models() {
    return models;
  }

  /** A condition that is no part of the statement itself. */
  Predicate condition(Predicate condition) {
    return predicate(condition);
  }

  /** An expression that is no part of a statement yet. */
  Expression<?> resolved(Expression<?> expression) {
    return expression(expression);
  }

  /** Whether the rows of a class have what is computed for them. */
  private boolean isRead(TableSource<?> table) {
    return !table.key().equals(changed) && models.of(table.rowType()).view().query() != null;
  }

  /** Counts a table among those that the statement reads. */
  void note(QualifiedName table) {
    tables.add(table);
  }

  @Override
  public Statement<?> visitText(TextStatement<?> node) {
    text = true;
    return columnsOf(node);
  }

  /** Whole objects of a text are its columns, in the order of the class. */
  private <R> TextStatement<R> columnsOf(TextStatement<R> node) {
    Projection<R> rows = node.projection();
    return rows == null ? node : node.columns(projection(rows));
  }

  @Override
  protected <R> Select<R> plain(Select<R> node) {
    boolean before = inferring;
    inferring |= node.from().joins().stream().anyMatch(Join::isInferred);
    CriteriaPlacement.Scope scope = criteria.enter(node);
    given.note(node.from(), models.registry(), this::source);
    Select<R> rewritten = criteria.leave(scope, super.plain(node), this::source);
    inferring = before;
    return rewritten;
  }

  /**
   * The statement around reads the columns by the names that annotations gave them, whatever this
   * registry calls them.
   */
  @Override
  protected <R> Query<R> named(Query<R> query) {
    if (!(query instanceof Select<R> select)) {
      return select(query);
    }
    Select<R> rewritten = plain(select);
    List<Selectable<?>> before = select.projection().items();
    List<Selectable<?>> items = new ArrayList<>(rewritten.projection().items());
    if (items.size() != before.size()) {
      // Whole objects are read at the end of a statement alone.
      return rewritten.withProjection(new Projection<>(items, null));
    }
    for (int i = 0; i < items.size(); i++) {
      if (before.get(i) instanceof ColumnReference<?> known
          && items.get(i) instanceof ColumnReference<?> found
          && !known.name().equals(found.name())) {
        items.set(i, found.as(known.name()));
      }
    }
    return rewritten.withProjection(new Projection<>(items, rewritten.projection().maker()));
  }

  @Override
  protected FromItem source(FromItem item) {
    if (!(item instanceof TableSource<?> table)) {
      return super.source(item);
    }
    if (table instanceof EntityTable<?> entity && entity.treated() != null) {
      return source(entity.treated());
    }
    if (table.key().equals(changed)) {
      return target(table);
    }
    if (!models.registry().contains(table.rowType())) {
      return target(table);
    }
    FromItem named = given.of(table);
    return named == null ? ofModel(table) : named;
  }

  private FromItem ofModel(TableSource<?> table) {
    FromItem found = view(models.of(table.rowType()), table.alias());
    return found.key().equals(renamed) && renamedTo != null ? renamedTo : found;
  }

  /** A table that a statement changes or takes samples of. */
  @Override
  protected TableSource<?> target(TableSource<?> table) {
    if (models.registry().contains(table.rowType())) {
      return table(models.registry().mapper(table.rowType()), table.alias());
    }
    TableName name = table.tableName();
    tables.add(new QualifiedName(name.schema(), name.name()));
    return table;
  }

  /** What stands for a class in this statement. */
  FromItem view(EntityModel<?> model, @Nullable String alias) {
    return criteria.view(model, unfiltered(model, alias));
  }

  private FromItem unfiltered(EntityModel<?> model, @Nullable String alias) {
    if (model.view().query() == null) {
      return table(model.mapper(), alias);
    }
    tables.addAll(model.view().tables());
    return model.view().source(alias);
  }

  private NamedTable table(Mapper<?> mapper, @Nullable String alias) {
    tables.add(mapper.table().name());
    NamedTable table = Relationships.table(mapper, alias);
    return inferring
        ? new NamedTable(table.tableName(), alias, List.of(), mapper.table().joinKeys())
        : table;
  }

  @Override
  public Statement<?> visitWith(With<?> node) {
    Statement<?> whole = super.visitWith(node);
    boolean changes = !(node.statement() instanceof Query<?>);
    return changes && whole instanceof With<?> with ? WideChange.behind(with) : whole;
  }

  @Override
  public Statement<?> visitUpdate(Update<?> node) {
    if (isWide(node.table())) {
      return wide(WideChange.of(node, this, criteria));
    }
    return changing(node.table(), node.reach().from().items(), () -> super.visitUpdate(node));
  }

  @Override
  public Statement<?> visitDelete(Delete<?> node) {
    if (isWide(node.table())) {
      return wide(WideChange.of(node, this, criteria));
    }
    return changing(node.table(), node.reach().from().items(), () -> super.visitDelete(node));
  }

  @Override
  public Statement<?> visitInsert(Insert<?> node) {
    return changing(node.table(), List.of(), () -> super.visitInsert(node));
  }

  @Override
  public Statement<?> visitMerge(Merge<?> node) {
    return changing(node.table(), List.of(), () -> super.visitMerge(node));
  }

  private Statement<?> wide(WideChange<?> change) {
    tables.addAll(change.model().view().tables());
    Statement<?> whole = change.statement();
    boolean gives = whole instanceof With<?> && change.projection() == null;
    keys = gives ? new EntityQuery.Keys(change.model(), change::steps) : null;
    return whole;
  }

  /** Whether its rows lie in several tables, of which a statement changes one at a time. */
  private boolean isWide(TableSource<?> table) {
    return models.registry().contains(table.rowType())
        && HierarchyChanges.inSeveralTables(models.of(table.rowType()));
  }

  private Statement<?> changing(
      TableSource<?> table, List<FromItem> others, Supplier<Statement<?>> rewriting) {
    SourceKey before = changed;
    changed = table.key();
    try {
      Statement<?> rewritten = rewriting.get();
      if (!models.registry().contains(table.rowType())) {
        return rewritten;
      }
      EntityModel<?> model = models.of(table.rowType());
      return new HierarchyChanges(model)
          .of(criteria.change(model, rewritten, others, this::source));
    } finally {
      changed = before;
    }
  }

  @Override
  protected <R> Projection<R> projection(Projection<R> projection) {
    List<Selectable<?>> items = new ArrayList<>();
    for (Selectable<?> item : projection.items()) {
      if (item instanceof EntityTable<?> entity && entity.treated() != null) {
        throw HierarchyChanges.treatedWhole(entity);
      }
      if (item instanceof TableSource<?> table && models.registry().contains(table.rowType())) {
        if (!isRead(table)) {
          ExpressionColumns.refuseWhole(models.of(table.rowType()).mapper());
          HierarchyChanges.refuseWhole(models.of(table.rowType()));
        }
        FromItem source = source(table);
        for (EntityView.Selected column : models.of(table.rowType()).view().columns()) {
          items.add(column.of(source, ""));
        }
      } else {
        items.add(item(item));
      }
    }
    return new Projection<>(items, projection.maker());
  }

  @Override
  protected ColumnReference<?> column(ColumnReference<?> column) {
    FromItem source = column.source();
    if (column instanceof BasicAttribute<?, ?> attribute
        && models.registry().contains(attribute.table().rowType())) {
      return attribute(attribute);
    }
    if (column instanceof KeyColumn<?> key
        && models.registry().contains(key.reference().table().rowType())) {
      return key(key);
    }
    return source == null ? column : column.withSource(source(source));
  }

  private <T> ColumnReference<T> attribute(BasicAttribute<?, T> attribute) {
    BasicProperty property = Relationships.of(models, attribute);
    if (property.isExpression()) {
      ExpressionColumns.requireRead(
          models.of(attribute.table().rowType()), property, isRead(attribute.table()));
    }
    @SuppressWarnings("unchecked") // metamodel and mapping were made from the same field
    SqlType<T> type = (SqlType<T>) property.column().type();
    return new ColumnReference<>(
        source(attribute.table()), name(attribute.table(), property.column()), type);
  }

  private <T> ColumnReference<T> key(KeyColumn<T> key) {
    Column column = Relationships.of(models, key);
    @SuppressWarnings("unchecked") // a foreign key has the types of the id that it refers to
    SqlType<T> type = (SqlType<T>) column.type();
    return new ColumnReference<>(
        source(key.reference().table()), name(key.reference().table(), column), type);
  }

  /** What a column of the class is called in the source that stands for its rows. */
  private String name(TableSource<?> table, Column column) {
    if (table.key().equals(changed)) {
      return column.name();
    }
    Mapper<?> declaring = models.registry().mapper(table.rowType());
    TableSource<?> rows = table;
    while (rows instanceof EntityTable<?> entity && entity.treated() != null) {
      rows = entity.treated();
    }
    return models.of(rows.rowType()).view().name(declaring, column);
  }

  /** The columns of a relationship between two sources. */
  RelationshipEnds ends(RelationshipAttribute<?, ?> path, FromItem target, EntityModel<?> to) {
    Relationship relationship = Relationships.of(models, path);
    FromItem owner = source(path.table());
    List<ColumnReference<?>> near = new ArrayList<>();
    for (Column local : relationship.localColumns()) {
      near.add(new ColumnReference<>(owner, name(path.table(), local), local.type()));
    }
    List<ColumnReference<?>> far = new ArrayList<>();
    relationship.remoteColumns().forEach(one -> far.add(to.view().column(target, one)));
    Predicate said = JoinConditions.between(this, relationship, owner, target);
    return new RelationshipEnds(relationship, near, far, said);
  }

  private Predicate ofType(EntityTypeTest test) {
    EntityTable<?> rows = test.table();
    for (EntityTable<?> other = rows; other != null; other = other.treated()) {
      rows = other;
    }
    EntityModel<?> model = models.of(rows.rowType());
    Set<Mapper<?>> wanted = new LinkedHashSet<>();
    for (Class<?> type : test.types()) {
      Mapper<?> mapper = models.registry().mapper(type);
      wanted.addAll(test.below() ? mapper.selfAndBelow() : List.of(mapper));
    }
    Predicate found = model.view().isOf(source(rows), wanted);
    return test.negated() ? found.not() : found;
  }

  @Override
  protected Join join(Join join) {
    if (join.target() instanceof Elements<?, ?> elements) {
      return super.join(Relationships.elements(elements.toJoin(join.kind()), join));
    }
    if (join.target() instanceof EmbeddedElements<?, ?> elements) {
      return super.join(Relationships.elements(elements.toJoin(join.kind()), join));
    }
    if (!(join.target() instanceof RelationshipPath<?, ?> path)) {
      Join plain = super.join(join);
      return join.target() instanceof TableSource<?> table
              && plain.target() instanceof FromItem target
              && models.registry().contains(table.rowType())
          ? criteria.join(plain, models.of(table.rowType()), target)
          : plain;
    }
    PathJoin made = new PathJoin(this, path, join);
    Join whole = made.join("_" + (betweens + 1));
    betweens += made.hasTableBetween() ? 1 : 0;
    return criteria.join(
        whole, models.of(Relationships.of(models, path.relationship()).target()), made.target());
  }

  @Override
  public Expression<?> visitUnresolved(Predicate.Unresolved node) {
    if (node instanceof EntityTypeTest test) {
      return ofType(test);
    }
    return node instanceof RelationshipExists exists ? exists(exists) : node;
  }

  private Predicate exists(RelationshipExists exists) {
    Relationship relationship = Relationships.of(models, exists.relationship());
    FromItem owner = source(exists.relationship().table());
    EntityTable<?> type = exists.below();
    EntityModel<?> model =
        type == null ? models.of(relationship.target()) : models.of(type.rowType());
    FromItem target = view(model, null);
    boolean same = owner.key().equals(target.key());
    FromItem inner = same ? view(model, name(target) + "_1") : target;
    List<Predicate> where = new ArrayList<>();
    RelationshipEnds ends = ends(exists.relationship(), inner, model);
    if (!ends.haveTableBetween()) {
      where.add(ends.condition());
    }
    criteria.addOutside(model, inner, where);
    Predicate condition = exists.condition();
    if (condition != null) {
      // A second step from the renamed table reads it under its own name again, which hides it.
      boolean hides = target.key().equals(renamed);
      where.add(
          same
              ? renamed(condition, target.key(), inner)
              : hides ? renamed(condition, null, null) : predicate(condition));
    }
    if (ends.haveTableBetween()) {
      return ends.any(inner, where);
    }
    Select<Integer> one = Sql.select(Sql.literal(1));
    return Sql.exists(one.from(inner).where(where.toArray(new Predicate[0])));
  }

  /** A table that is asked about from itself needs a second name inside. */
  private Predicate renamed(
      Predicate condition, @Nullable SourceKey target, @Nullable FromItem inner) {
    SourceKey keyBefore = renamed;
    FromItem tableBefore = renamedTo;
    renamed = target;
    renamedTo = inner;
    try {
      return predicate(condition);
    } finally {
      renamed = keyBefore;
      renamedTo = tableBefore;
    }
  }

  private static String name(FromItem item) {
    return item instanceof NamedTable table
        ? table.tableName().name()
        : ((DerivedSource<?>) item).name();
  }
}
