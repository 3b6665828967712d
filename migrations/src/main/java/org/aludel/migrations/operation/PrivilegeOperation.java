package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectReference;

/** Operations on the privileges of one object, column or role's defaults. */
public sealed interface PrivilegeOperation extends Operation {
  ObjectReference on();

  /** The answer of the visitor for this operation. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitPrivilege(this);
  }

  /** One method an operation. */
  interface Visitor<R> {
    R visitChange(Change operation);

    R visitGive(Give operation);

    R visitLapse(Lapse operation);
  }

  /** Changes the privileges on something that is there before and after. */
  record Change(ObjectReference on, List<Grant> from, List<Grant> to)
      implements PrivilegeOperation {
    public Change {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    /** What is taken back, then what is given; sorted as the grants are. */
    public List<Grant> steps() {
      List<Grant> steps = new ArrayList<>();
      taken().forEach(each -> steps.add(each.inverse()));
      steps.addAll(without(to, from));
      return steps;
    }

    /** What was given or revoked before and is not afterwards, by the single privilege. */
    public List<Grant> taken() {
      return without(from, to);
    }

    @Override
    public Change inverse() {
      return new Change(on, to, from);
    }

    @Override
    public String describe() {
      return "change privileges  " + on + ": " + words(steps());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitChange(this);
    }
  }

  /** Gives something new its privileges. */
  record Give(ObjectReference on, List<Grant> grants) implements PrivilegeOperation {
    public Give {
      grants = List.copyOf(grants);
    }

    @Override
    public Lapse inverse() {
      return new Lapse(on, grants);
    }

    @Override
    public String describe() {
      return "give privileges  " + on + ": " + words(grants);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGive(this);
    }
  }

  /** The privileges on something that is dropped next: they go with it, by no statement. */
  record Lapse(ObjectReference on, List<Grant> grants) implements PrivilegeOperation {
    public Lapse {
      grants = List.copyOf(grants);
    }

    @Override
    public Give inverse() {
      return new Give(on, grants);
    }

    @Override
    public String describe() {
      return "lose privileges  " + on + ": " + words(grants);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLapse(this);
    }
  }

  /** The grants that others lack, by the single privilege. */
  private static List<Grant> without(List<Grant> grants, List<Grant> others) {
    List<Grant> rest = new ArrayList<>();
    for (Grant grant : grants) {
      SortedSet<String> left = new TreeSet<>(grant.privileges());
      for (Grant other : others) {
        if (other.grantee().equals(grant.grantee()) && other.action() == grant.action()) {
          left.removeAll(other.privileges());
        }
      }
      if (!left.isEmpty()) {
        rest.add(new Grant(grant.on(), grant.grantee(), grant.action(), left));
      }
    }
    return rest;
  }

  private static String words(List<Grant> grants) {
    return String.join("; ", grants.stream().map(PrivilegeOperation::words).toList());
  }

  private static String words(Grant grant) {
    Set<String> privileges = grant.privileges();
    boolean revoke = grant.action() == Grant.Action.REVOKE;
    String who =
        switch (grant.grantee().kind()) {
          case PUBLIC -> "public";
          case OWNER -> "the owner";
          case ROLE -> grant.grantee().role();
        };
    return (revoke ? "revoke " : "grant ")
        + String.join(", ", privileges)
        + (revoke ? " from " : " to ")
        + who
        + (grant.action() == Grant.Action.GRANT_WITH_OPTION ? " with grant option" : "");
  }
}
