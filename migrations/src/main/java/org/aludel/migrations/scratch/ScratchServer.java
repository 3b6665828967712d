package org.aludel.migrations.scratch;

import java.util.List;
import java.util.Optional;
import org.aludel.engine.DatabaseUrl;
import org.aludel.engine.Engine;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.jspecify.annotations.Nullable;

/** Makes scratch databases beside the live one, in another place, or not at all. */
public final class ScratchServer {
  static final String CANNOT = "cannot make a scratch database";

  private final ScratchPlace place;
  private final @Nullable String refusal;

  private ScratchServer(ScratchPlace place, @Nullable String refusal) {
    this.place = place;
    this.refusal = refusal;
  }

  /** The server of the live database, or whatever its database has instead of one. */
  public static ScratchServer of(Engine live) {
    return new ScratchServer(ScratchDialect.of(live.dialect()).place(live, live.url()), null);
  }

  /** Another server, whose role may create databases. */
  public static ScratchServer at(DatabaseUrl server, Engine live) {
    return new ScratchServer(ScratchDialect.of(live.dialect()).place(live, server), null);
  }

  /**
   * No server: whatever needs a scratch database is refused.
   *
   * @param refusal who does not want one
   */
  public static ScratchServer none(Engine live, String refusal) {
    return new ScratchServer(ScratchDialect.of(live.dialect()).place(live, null), refusal);
  }

  /** Why no database can be made here, or empty when one can. Connects. */
  public Optional<String> obstacle() {
    return refusal == null ? place.obstacle() : Optional.of(refusal);
  }

  /**
   * A new empty database, after dropping what dead runs left.
   *
   * @throws RevisionException MIG-SCRATCH-FAILED with the server's reason
   */
  public ScratchDatabase create() {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw new RevisionException(
          Problem.of(MigrationCode.SCRATCH_FAILED, CANNOT)
              .found(obstacle.get())
              .expected("a role that may create databases, on this server or on another")
              .fix(
                  "ALTER ROLE … CREATEDB, or name another server by -Dorm.scratch.url="
                      + "postgresql://…"));
    }
    return place.create();
  }

  /** What dead runs left, by name; empty where the server cannot be asked. */
  public List<String> leftovers() {
    return refusal == null ? place.leftovers() : List.of();
  }

  /** Drops one of {@link #leftovers}; whether it was still one. */
  public boolean dropLeftover(String name) {
    return place.dropLeftover(name);
  }

  /** Drops what dead runs left, and says what it dropped. */
  public List<String> dropLeftovers() {
    return place.dropLeftovers();
  }
}
