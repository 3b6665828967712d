package org.aludel.migrations.scratch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.migrations.plan.MigrationPlan;

/**
 * The statements of a way there and back, for a trial.
 *
 * @param there in the order of an upgrade
 * @param back in the order of a downgrade
 */
public record RoundTrip(List<Leg> there, List<Leg> back) {
  public RoundTrip {
    there = List.copyOf(there);
    back = List.copyOf(back);
  }

  /** Statements that share a transaction, or of which each commits by itself. */
  public record Leg(boolean transactional, List<String> statements) {
    public Leg {
      statements = List.copyOf(statements);
    }
  }

  /** What a plan would send. */
  public static RoundTrip of(MigrationPlan plan) {
    return new RoundTrip(
        plan.steps().stream().map(each -> new Leg(each.transactional(), each.upgrade())).toList(),
        plan.backwards().stream()
            .map(each -> new Leg(each.transactional(), each.downgrade()))
            .toList());
  }

  /** This one, then another, and back the other way round. */
  public RoundTrip and(RoundTrip next) {
    List<Leg> forth = new ArrayList<>(there);
    forth.addAll(next.there);
    List<Leg> home = new ArrayList<>(next.back);
    home.addAll(back);
    return new RoundTrip(forth, home);
  }

  /** Nowhere. */
  public static RoundTrip none() {
    return new RoundTrip(Collections.emptyList(), Collections.emptyList());
  }
}
