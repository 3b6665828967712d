package org.aludel.engine;

import java.util.Map;
import java.util.function.IntSupplier;
import org.aludel.compile.CompiledStatement;
import org.aludel.compile.Structure;
import org.aludel.dialect.Dialect;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.schema.translation.SchemaTranslation;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns statements into calls, by way of the engine's cache. */
record Calls(Dialect dialect, CompiledCache cache, CartesianPolicy policy) {
  private static final Logger LOGGER = LoggerFactory.getLogger("org.aludel.sql");

  /**
   * The call of a statement.
   *
   * @param schemas that stand in for those of the statement; the cache knows nothing of them
   * @param serverVersion asked only where the statement needs what older servers do not have
   * @throws CompileException with {@code UNSUPPORTED_BY_SERVER} where the server is too old for it
   */
  Call of(Statement<?> given, SchemaTranslation schemas, IntSupplier serverVersion) {
    return template(given, schemas, serverVersion).call();
  }

  /** As above, with its values yet to be asked for. */
  Template template(Statement<?> given, SchemaTranslation schemas, IntSupplier serverVersion) {
    Statement<?> statement = given.completed();
    Structure structure = Structure.of(statement);
    Structure.Key key = structure.key();
    CompiledStatement compiled = cache.get(key);
    CacheUse use = CacheUse.HIT;
    if (compiled == null) {
      compiled = dialect.compile(statement, structure);
      compiled.products().forEach(this::product);
      cache.put(key, compiled);
      use = CacheUse.MISS;
    }
    CompiledStatement.Requirement requirement = compiled.requirement();
    if (requirement != null) {
      require(requirement, serverVersion.getAsInt());
    }
    String sql = compiled.sql(schemas, dialect.quoter());
    return new Template(given, structure, compiled, sql, use);
  }

  /**
   * A compiled statement.
   *
   * @param given as the application wrote it
   * @param sql with the names of schemas in it
   */
  record Template(
      Statement<?> given,
      Structure structure,
      CompiledStatement compiled,
      String sql,
      CacheUse use) {
    Call call() {
      return Call.of(compiled, sql, structure.values(), use);
    }

    /** The call for one row of a batch; what the client gives by itself is new for each. */
    Call call(Map<String, ? extends @Nullable Object> row) {
      Statement<?> again = given.completed();
      Structure own = again == given ? structure : Structure.of(again);
      return Call.of(compiled, sql, own.values(row), use);
    }
  }

  /** Each structure is compiled once, so that each warns once. */
  private void product(String sources) {
    Problem problem =
        Problem.of(SqlCode.CARTESIAN_PRODUCT, "cannot tell which rows belong together")
            .found("sources that nothing connects: " + sources)
            .fix("join(…) or a condition over both; crossJoin(…) if every pair is meant");
    if (policy == CartesianPolicy.REFUSE) {
      throw new CompileException(problem);
    }
    if (policy == CartesianPolicy.WARN) {
      LOGGER.warn("{}", problem);
    }
  }

  private void require(CompiledStatement.Requirement requirement, int serverVersion) {
    if (serverVersion < requirement.majorVersion()) {
      throw new CompileException(
          Problem.of(SqlCode.UNSUPPORTED_BY_SERVER, "cannot run " + requirement.what())
              .found(dialect.name() + " " + serverVersion)
              .expected(dialect.name() + " " + requirement.majorVersion() + " or later"));
    }
  }
}
