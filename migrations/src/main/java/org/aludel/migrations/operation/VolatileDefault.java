package org.aludel.migrations.operation;

import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.schema.Column;

/** Recognises defaults that give each row a value of its own. */
public final class VolatileDefault {
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

  private VolatileDefault() {}

  /** Whether a column, added to rows, has to be written into each of them by itself. */
  public static boolean isIn(Column column) {
    String text = column.serverDefault();
    return text != null
        && CALL.matcher(text).results().anyMatch(call -> VOLATILE.contains(call.group(1)));
  }
}
