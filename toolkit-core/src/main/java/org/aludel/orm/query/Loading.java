package org.aludel.orm.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aludel.orm.mapping.LoadStrategy;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.Criteria;
import org.aludel.orm.metamodel.CriteriaTarget;
import org.aludel.orm.metamodel.EntityTable;
import org.aludel.orm.metamodel.RelationshipPath;
import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.sql.RowLock;
import org.aludel.sql.StatementOption;
import org.jspecify.annotations.Nullable;

/**
 * Loader options of a SELECT over entities; made to be imported statically.
 *
 * <pre>{@code
 * select(USER).options(selectIn(USER.orders).then(joined(ORDER.lines)), raiseAll())
 * }</pre>
 *
 * <p>They hold for what the objects of the result load later, too. Where two paths of one statement
 * lead to an object, the shorter one decides.
 */
public final class Loading {
  private Loading() {}

  /**
   * Loads a relationship right after the rows, with one statement for each batch of objects.
   *
   * @param behind options for the objects that are loaded by it
   */
  public static <E, T> LoadOption<E, T> selectIn(
      RelationshipPath<E, T> path, StatementOption... behind) {
    return LoadOption.of(path, LoadStrategy.SELECT_IN, behind);
  }

  /**
   * Loads a relationship with the rows themselves, by a LEFT JOIN, or an inner one where a
   * reference is never null. A statement with a limit becomes a subquery, so that it limits objects
   * and not rows; objects that come with several rows are given once.
   */
  public static <E, T> LoadOption<E, T> joined(RelationshipPath<E, T> path) {
    return LoadOption.of(path, LoadStrategy.JOINED);
  }

  /**
   * Loads a relationship right after the rows, with one statement that repeats the conditions of
   * the first, however many objects there are. Where there is no such statement, as in a lazy load,
   * it is {@link #selectIn}.
   */
  public static <E, T> LoadOption<E, T> subquery(RelationshipPath<E, T> path) {
    return LoadOption.of(path, LoadStrategy.SUBQUERY);
  }

  /** Loads a relationship right after the rows, as its first use would. */
  public static <E, T> LoadOption<E, T> immediate(RelationshipPath<E, T> path) {
    return LoadOption.of(path, LoadStrategy.IMMEDIATE);
  }

  /**
   * Loads a relationship on its first use, for the objects of the result together.
   *
   * @param behind options for the objects that are loaded by it
   */
  public static <E, T> LoadOption<E, T> lazy(
      RelationshipPath<E, T> path, StatementOption... behind) {
    return LoadOption.of(path, LoadStrategy.LAZY, behind);
  }

  /** Loads a relationship on its first use, for the one object alone. */
  public static <E, T> LoadOption<E, T> lazyEach(RelationshipPath<E, T> path) {
    return LoadOption.of(path, LoadStrategy.LAZY_EACH);
  }

  /**
   * Makes the use of a relationship that is not loaded an error. A reference to an object that the
   * session holds already is no error: nothing is loaded for it.
   */
  public static <E, T> LoadOption<E, T> raise(RelationshipPath<E, T> path) {
    return LoadOption.of(path, LoadStrategy.RAISE);
  }

  /** Leaves a collection empty; what is added to it is stored. */
  public static <E, T> LoadOption<E, T> noLoad(RelationshipPath<E, T> path) {
    return LoadOption.of(path, LoadStrategy.NO_LOAD);
  }

  /**
   * Fills a relationship from a join that the statement has: its elements are those that the rows
   * name, in their order. Give the alias by {@link RelationshipPath#to} where the join is to one.
   */
  public static <E, T> LoadOption<E, T> containsEager(RelationshipPath<E, T> path) {
    return LoadOption.contained(path);
  }

  /**
   * Reads only these columns of a class, beside ids, versions, keys of references and what is
   * embedded. The others are read together on the first use of one of them, for all objects of the
   * result.
   */
  @SafeVarargs
  public static <E> StatementOption loadOnly(
      BasicAttribute<E, ?> first, BasicAttribute<? super E, ?>... more) {
    return columns(ColumnOption.Kind.LOAD_ONLY, first, more);
  }

  /** Leaves columns out that are read on the first use of one of them, for the result together. */
  @SafeVarargs
  public static <E> StatementOption defer(
      BasicAttribute<E, ?> first, BasicAttribute<? super E, ?>... more) {
    return columns(ColumnOption.Kind.DEFER, first, more);
  }

  /**
   * Leaves columns out whose use is an error. A method of the class that is more than an accessor
   * of another field counts as a use.
   */
  @SafeVarargs
  public static <E> StatementOption raiseColumns(
      BasicAttribute<E, ?> first, BasicAttribute<? super E, ?>... more) {
    return columns(ColumnOption.Kind.RAISE, first, more);
  }

  /** Reads columns with the row that the mapping, or an option before this one, defers. */
  @SafeVarargs
  public static <E> StatementOption undefer(
      BasicAttribute<E, ?> first, BasicAttribute<? super E, ?>... more) {
    return columns(ColumnOption.Kind.UNDEFER, first, more);
  }

  /** As {@link #undefer} for the attributes of a group: {@code @Deferred(group = "…")}. */
  public static StatementOption undeferGroup(EntityTable<?> table, String group) {
    return new ColumnOption(table, ColumnOption.Kind.UNDEFER_GROUP, List.of(), group);
  }

  /** Reads all columns of a class with the row. */
  public static StatementOption undeferAll(EntityTable<?> table) {
    return new ColumnOption(table, ColumnOption.Kind.UNDEFER_ALL, List.of(), "");
  }

  /**
   * Reads an expression into an attribute of the objects that the statement brings: one that is
   * marked {@code @QueryExpression}, or a {@code @ColumnProperty} in place of what that says.
   *
   * <p>An expression over the class under its own name speaks of the row of each object, whatever
   * the statement calls its table, so that the option may stand behind another one: {@code
   * selectIn(COMPOSER.works, withExpression(WORK.rank, …))}. Other tables in it are those of the
   * statement, or of subqueries. Its values are parameters.
   *
   * <p>Objects that the session has read in this transaction keep what they hold, unless {@link
   * #populateExisting()} is given.
   */
  public static <E, T> StatementOption withExpression(
      BasicAttribute<E, T> attribute, Expression<T> expression) {
    return new WithExpression(attribute, expression);
  }

  /**
   * Reads the columns of these subclasses alone with the rows of a class, beside its own and those
   * above it; of none named, no subclass's. Objects of the others come too: what they add is read
   * on its first use, for all objects of their class in the result. Tables that nothing needs are
   * not joined.
   *
   * @param subclasses classes below it; those in between count as named
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static <E> StatementOption withPolymorphic(
      EntityTable<E> table, EntityTable<? extends E>... subclasses) {
    return new PolymorphicOption(table, Arrays.asList(subclasses), false);
  }

  /**
   * As {@link #withPolymorphic} of none, and reads the columns of these subclasses right after the
   * rows: by one statement for each of them of which there are objects, and for each batch of
   * these. An object below a named class gets the columns of the deepest named one above it.
   *
   * @param subclasses classes below it; those in between count as named
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static <E> StatementOption selectInPolymorphic(
      EntityTable<E> table, EntityTable<? extends E>... subclasses) {
    return new PolymorphicOption(table, Arrays.asList(subclasses), true);
  }

  private static StatementOption columns(
      ColumnOption.Kind kind, BasicAttribute<?, ?> first, BasicAttribute<?, ?>... more) {
    List<BasicAttribute<?, ?>> all = new ArrayList<>();
    all.add(first);
    all.addAll(Arrays.asList(more));
    return new ColumnOption(first.table(), kind, all, "");
  }

  /** Makes every use of a relationship an error that no option names and that is not loaded. */
  public static StatementOption raiseAll() {
    return new All(null, LoadStrategy.RAISE);
  }

  /** As {@link #raiseAll()} for the relationships of one class of the statement. */
  public static StatementOption raiseAll(EntityTable<?> table) {
    return new All(table, LoadStrategy.RAISE);
  }

  /** Loads all relationships on first use that no option names, however they are mapped. */
  public static StatementOption lazyAll() {
    return new All(null, LoadStrategy.LAZY);
  }

  /** As {@link #lazyAll()} for the relationships of one class of the statement. */
  public static StatementOption lazyAll(EntityTable<?> table) {
    return new All(table, LoadStrategy.LAZY);
  }

  /** Loads all relationships of one class of the statement right after the rows. */
  public static StatementOption selectInAll(EntityTable<?> table) {
    return new All(table, LoadStrategy.SELECT_IN);
  }

  /** Lets rows overwrite what objects in memory hold, unflushed changes included. */
  public static StatementOption populateExisting() {
    return new PopulateExisting();
  }

  /** Whether changes in memory are flushed before the statement; the session's way otherwise. */
  public static StatementOption autoflush(boolean value) {
    return new Autoflush(value);
  }

  /** What becomes of the objects of rows that the statement changes. */
  public static StatementOption synchronise(Synchronisation way) {
    return new Synchronise(way);
  }

  /**
   * Locks the row of a {@code get} until the transaction ends; it is read, and overwrites what the
   * object holds. A SELECT is locked by its own {@code forUpdate()}.
   */
  public static StatementOption forUpdate() {
    return new Lock(RowLock.forUpdate());
  }

  /** As {@link #forUpdate()} for any lock. */
  public static StatementOption lock(RowLock lock) {
    return new Lock(lock);
  }

  /** Whether to flush; for the session. */
  public record Autoflush(boolean value) implements StatementOption {
    @Override
    public String describe() {
      return "autoflush(" + value + ")";
    }
  }

  /** How to synchronise; for the session. */
  public record Synchronise(Synchronisation way) implements StatementOption {
    @Override
    public String describe() {
      return "synchronise(" + way + ")";
    }
  }

  /** How to lock a row; for the session. */
  public record Lock(RowLock lock) implements StatementOption {
    @Override
    public String describe() {
      return "lock(" + lock.strength() + ")";
    }
  }

  /**
   * Leaves out rows of an entity, and of the classes below it, wherever the statement reads or
   * changes them and wherever its objects load later.
   *
   * @param condition over the table under its own name
   */
  public static <E> Criteria withCriteria(EntityTable<E> table, Predicate condition) {
    return new Criteria.OfEntity(table, condition);
  }

  /**
   * As above for every entity that extends or implements a class:
   *
   * <pre>{@code
   * withCriteria(SoftDeleted.class, entity -> entity.attribute("deleted", Boolean.class).eq(false))
   * }</pre>
   */
  public static Criteria withCriteria(
      Class<?> type, Function<CriteriaTarget, Predicate> condition) {
    return new Criteria.OfClass(type, condition);
  }

  /**
   * All relationships that no option names.
   *
   * @param table of one class, or null for all of the statement, however far behind
   */
  record All(@Nullable EntityTable<?> table, LoadStrategy strategy) implements StatementOption {
    @Override
    public String describe() {
      String word =
          switch (strategy) {
            case RAISE -> "raiseAll";
            case SELECT_IN -> "selectInAll";
            default -> "lazyAll";
          };
      return word + "(" + (table == null ? "" : table) + ")";
    }
  }

  record PopulateExisting() implements StatementOption {
    @Override
    public String describe() {
      return "populateExisting()";
    }
  }
}
