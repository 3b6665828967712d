package org.aludel.migrations.operation;

import java.util.List;
import java.util.Set;
import org.aludel.migrations.revision.Change;
import org.aludel.schema.ObjectReference;

/**
 * An operation of users: the one place where the tree of operations is open. It runs in the
 * transaction of its revision, both ways, and is proven like all others. Implement it as a record:
 * operations are compared by value.
 *
 * <pre>{@code
 * record Schedule(String job, String every) implements CustomOperation {
 *   public List<String> sql() { return List.of("SELECT cron.schedule('" + job + "', '" + every + "', …)"); }
 *   public CustomOperation inverse() { return new Unschedule(job, every); }
 *   public String describe() { return "schedule job  " + job; }
 * }
 * }</pre>
 */
public non-sealed interface CustomOperation extends Operation {
  /** The statements that do it, in order, each without a semicolon at its end. */
  List<String> sql();

  @Override
  CustomOperation inverse();

  /** What it makes, takes away, needs and lets go; decides its place among the others. */
  default Effects effects() {
    return Effects.none();
  }

  /** What a person should know before it runs, each with a code of their own; none by default. */
  default List<Caution> cautions() {
    return List.of();
  }

  /** How it stands in the revision file; their SQL must do what {@link #sql()} does. */
  default List<Change> changes() {
    return sql().stream().map(Change::sql).toList();
  }

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitCustom(this);
  }

  /**
   * What an operation does to objects. It stands behind the creation of what it needs and before
   * the drop of what it lets go; what needs what it makes stands behind it.
   *
   * @param creates there afterwards
   * @param drops gone afterwards
   * @param needs must be there before it
   * @param releases referred to it, or lay in it, until then
   */
  record Effects(
      Set<ObjectReference> creates,
      Set<ObjectReference> drops,
      Set<ObjectReference> needs,
      Set<ObjectReference> releases) {
    public Effects {
      creates = Set.copyOf(creates);
      drops = Set.copyOf(drops);
      needs = Set.copyOf(needs);
      releases = Set.copyOf(releases);
    }

    /** It has to do with no object that others know of. */
    public static Effects none() {
      return new Effects(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** It needs these objects. */
    public static Effects needing(ObjectReference... objects) {
      return new Effects(Set.of(), Set.of(), Set.of(objects), Set.of());
    }

    /** Those of the way back. */
    public Effects inverse() {
      return new Effects(drops, creates, releases, needs);
    }
  }

  /**
   * One thing to know.
   *
   * @param code such as {@code ACME1}
   * @param harm what happens, one sentence without a full stop
   * @param cure what avoids it, one sentence without a full stop
   */
  record Caution(String code, String harm, String cure) {}
}
