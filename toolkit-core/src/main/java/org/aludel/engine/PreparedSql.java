package org.aludel.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.compile.TypedSql;
import org.aludel.dialect.Dialect;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.BulkStatement;

/**
 * SQL that {@link Connection#compile} made of a statement by key, to be run as often as wanted on
 * any connection of the engine. It is compiled once more for each translation of schemas; the texts
 * of those used last are kept. Thread-safe.
 */
public final class PreparedSql {
  /** Texts for other schemas; a text costs less to make than the way to the server. */
  private static final int KEPT = 64;

  private final Dialect dialect;
  private final BulkStatement statement;
  private final TypedSql typed;
  private final Map<SchemaTranslation, TypedSql> translated =
      Collections.synchronizedMap(
          new LinkedHashMap<>(4, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SchemaTranslation, TypedSql> eldest) {
              return size() > KEPT;
            }
          });

  PreparedSql(Dialect dialect, BulkStatement statement) {
    this.dialect = dialect;
    this.statement = statement;
    this.typed = dialect.bulkCompiler().compile(statement);
  }

  TypedSql typed(SchemaTranslation schemas) {
    return schemas.isNone()
        ? typed
        : translated.computeIfAbsent(schemas, any -> dialect.bulkCompiler(any).compile(statement));
  }

  /** The text in the schemas of the statement. */
  public String sql() {
    return typed.sql();
  }

  @Override
  public String toString() {
    return typed.sql();
  }
}
