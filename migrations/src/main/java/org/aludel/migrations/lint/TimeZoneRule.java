package org.aludel.migrations.lint;

import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TypeFamily;

/**
 * A time gets a zone or loses it, and the session's setting says which. Source: PostgreSQL 18,
 * Date/Time Types. The driver sets it to the zone of the machine that runs the revision.
 */
final class TimeZoneRule implements LintRule {
  private static final Set<String> ZONED = Set.of("timestamptz", "timetz");
  private static final Set<String> PLAIN = Set.of("timestamp", "time", "date");

  @Override
  public String code() {
    return "C14";
  }

  @Override
  public String harm() {
    return "takes the times for those of the zone of whoever runs it";
  }

  @Override
  public String cure() {
    return "say which zone: -Dorm.using=\"table.column:column AT TIME ZONE 'UTC'\"";
  }

  @Override
  public boolean applies(Operation operation, RevisionScope scope) {
    return operation instanceof ColumnOperation.AlterType change
        && scope.mayHoldRows(change.table())
        && crosses(base(change.from()), base(change.to()));
  }

  private static boolean crosses(String from, String to) {
    return (PLAIN.contains(from) && ZONED.contains(to))
        || (ZONED.contains(from) && PLAIN.contains(to));
  }

  private static String base(ColumnType type) {
    return TypeFamily.base(type.type().name());
  }
}
