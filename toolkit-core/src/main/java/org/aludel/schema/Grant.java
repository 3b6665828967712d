package org.aludel.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One difference between the privileges on an object and those that every new object of its kind
 * has. Comparable: by object, then grantee, then action, so that revocations of a grantee come
 * first.
 *
 * @param on the object or column, or the default privileges of a role
 * @param privileges in the words of GRANT, such as {@code SELECT}; never empty
 */
public record Grant(
    ObjectReference on, Grantee grantee, Action action, SortedSet<String> privileges)
    implements Comparable<Grant> {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::on)
          .thenComparing(Grant::grantee)
          .thenComparing(Grant::action)
          .thenComparing(one -> String.join(",", one.privileges()));

  public Grant {
    privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
  }

  /** What is done. */
  public enum Action {
    REVOKE,
    GRANT,
    GRANT_WITH_OPTION
  }

  /**
   * Who has the privileges: everybody, the owner of the object, whoever that is, or a role.
   *
   * @param role the exact name of a role; empty for the other two
   */
  public record Grantee(Kind kind, String role) implements Comparable<Grantee> {
    private static final Comparator<Grantee> ORDER =
        Comparator.comparing(Grantee::kind).thenComparing(Grantee::role);

    /** The three sorts of grantees. */
    public enum Kind {
      PUBLIC,
      OWNER,
      ROLE
    }

    public static Grantee everybody() {
      return new Grantee(Kind.PUBLIC, "");
    }

    public static Grantee owner() {
      return new Grantee(Kind.OWNER, "");
    }

    public static Grantee role(String name) {
      return new Grantee(Kind.ROLE, name);
    }

    @Override
    public int compareTo(Grantee other) {
      return ORDER.compare(this, other);
    }
  }

  /** What takes it back, and leaves what a new object has. */
  public Grant inverse() {
    return new Grant(
        on, grantee, action == Action.REVOKE ? Action.GRANT : Action.REVOKE, privileges);
  }

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
