package org.aludel.migrations.lint;

import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;

/**
 * A volatile default gives each row a value of its own. Source: PostgreSQL 18, ALTER TABLE, notes.
 */
final class VolatileDefaultRule implements LintRule {
  /** Source: pg_proc.provolatile of PostgreSQL 18 and its contrib; now() and its kin are stable. */
  private static final Set<String> VOLATILE =
      Set.of(
          "random",
          "random_normal",
          "gen_random_uuid",
          "uuidv4",
          "uuidv7",
          "uuid_generate_v1",
          "uuid_generate_v1mc",
          "uuid_generate_v4",
          "clock_timestamp",
          "timeofday",
          "nextval",
          "gen_random_bytes",
          "gen_salt",
          "txid_current");

  private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\(");

  @Override
  public String code() {
    return "A13";
  }

  @Override
  public String harm() {
    return "rewrites the table under an exclusive lock";
  }

  @Override
  public String cure() {
    return "add the column without it, set the default, fill the rows in batches";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.Add add
        && scope.mayHoldRows(add.table())
        && add.column().serverDefault() != null
        && CALL.matcher(add.column().serverDefault())
            .results()
            .anyMatch(call -> VOLATILE.contains(call.group(1)));
  }
}
