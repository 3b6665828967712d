package org.aludel.migrations.contention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.aludel.engine.Connection;

/**
 * The key of an advisory lock of PostgreSQL. Always asked for without waiting in the server: a
 * process that is blocked there holds a snapshot, which a concurrent index build of the holder
 * waits for: a deadlock.
 *
 * @param value tells it from the other keys of the database
 */
public record AdvisoryKey(long value) {
  /** Takes the lock until the transaction ends, if it is free; the bind is the key. */
  public static final String TRY_IN_TRANSACTION = "pg_catalog.pg_try_advisory_xact_lock(?)";

  /** Gives one row while a server process has the lock; the binds are {@link #held}. */
  public static final String HELD =
      """
      SELECT 1 FROM pg_catalog.pg_locks
      WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = ?
        AND classid = CAST(? AS bigint)::oid AND objid = CAST(? AS bigint)::oid\
      """;

  private static final long LOW_WORD = 0xFFFF_FFFFL;
  private static final String HOLDER =
      """
      SELECT a.pid, a.application_name, a.usename::text,
        coalesce(a.client_addr::text, 'the same machine'),
        pg_catalog.date_trunc('second', a.backend_start)::text
      FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d
                          WHERE d.datname = pg_catalog.current_database())
        AND l.classid = CAST(? AS bigint)::oid AND l.objid = CAST(? AS bigint)::oid\
      """;

  /** The key that a name gives. */
  public static AdvisoryKey of(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new AdvisoryKey(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }

  /** Takes the lock for the session, if it is free. */
  public boolean take(Connection connection) {
    String sql = "SELECT pg_catalog.pg_try_advisory_lock(?)";
    return Boolean.TRUE.equals(connection.execute(sql, value).scalar(Boolean.class));
  }

  /** Takes the lock until the transaction ends, if it is free. */
  public boolean takeInTransaction(Connection connection) {
    String sql = "SELECT " + TRY_IN_TRANSACTION;
    return Boolean.TRUE.equals(connection.execute(sql, value).scalar(Boolean.class));
  }

  /** Gives back what the session took. */
  public void giveBack(Connection connection) {
    connection.execute("SELECT pg_catalog.pg_advisory_unlock(?)", value).close();
  }

  /** The binds of {@link #HELD} for a server process. */
  public List<Object> held(int serverProcess) {
    return List.of(serverProcess, high(), low());
  }

  /** SQL with numbers in the place of its binds, for what is sent many times with the same ones. */
  public static String literal(String sql, List<Object> numbers) {
    String text = sql;
    for (Object each : numbers) {
      text = text.replaceFirst("[?]", String.valueOf(each));
    }
    return text;
  }

  /** Who holds the lock, in words. */
  public String holder(Connection connection) {
    Optional<String> holder =
        connection
            .execute(HOLDER, high(), low())
            .first()
            .map(
                row ->
                    "server process "
                        + row.get(0)
                        + " ("
                        + row.get(1)
                        + ") of user "
                        + row.get(2)
                        + " from "
                        + row.get(3)
                        + ", connected since "
                        + row.get(4));
    return holder.orElse("nobody any more");
  }

  private long high() {
    return value >>> Integer.SIZE;
  }

  private long low() {
    return value & LOW_WORD;
  }
}
