package org.aludel.migrations.step;

import java.util.Set;

/**
 * Gives the rows of a large table new values without holding locks on all of them: in parts by
 * ranges of a key, each committed by itself together with how far it has come. A run that is broken
 * off goes on where it stopped, and changes no row twice.
 *
 * <pre>{@code
 * - changeSet:
 *     id: "ae1027a6acf0-2"
 *     author: aludel
 *     runInTransaction: false
 *     changes:
 *       - customChange:
 *           class: org.aludel.migrations.step.Backfill
 *           params:
 *             - param: {name: table, value: user_account}
 *             - param: {name: set, value: "email = lower(email)"}
 *             - param: {name: where, value: "email <> lower(email)"}
 *     rollback: []
 * }</pre>
 *
 * Parameters, as SQL writes them: {@code table}; {@code set}; {@code where}, all rows without it;
 * {@code key}, the columns that order the rows, the primary key without it; {@code batch}, rows a
 * part; {@code pause} between two parts. Rows that are added meanwhile with a smaller key are not
 * seen: the application must write the new value itself by then. Under {@code rollback:} it is a
 * backfill with values of its own.
 */
public final class Backfill extends ReversibleJavaMigration {
  /** For the revision files that name it. */
  public Backfill() {}

  @Override
  public Set<String> parameters() {
    return Set.copyOf(BackfillPlan.PARAMETERS);
  }

  @Override
  public void up(StepContext context) {
    new BackfillRun(context, BackfillPlan.of(context.parameters())).run();
  }

  @Override
  public void down(StepContext context) {
    up(context);
  }
}
