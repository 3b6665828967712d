package org.aludel.engine;

import java.util.function.IntSupplier;
import org.aludel.compile.CompiledStatement;
import org.aludel.compile.Structure;
import org.aludel.dialect.Dialect;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Statement;

/** Turns statements into calls, by way of the engine's cache. */
record Calls(Dialect dialect, CompiledCache cache) {
  /**
   * The call of a statement.
   *
   * @param serverVersion asked only where the statement needs what older servers do not have
   * @throws CompileException with {@code UNSUPPORTED_BY_SERVER} where the server is too old for it
   */
  Call of(Statement<?> given, IntSupplier serverVersion) {
    Statement<?> statement = given.completed();
    Structure structure = Structure.of(statement);
    Structure.Key key = structure.key();
    CompiledStatement compiled = cache.get(key);
    CacheUse use = CacheUse.HIT;
    if (compiled == null) {
      compiled = dialect.compile(statement, structure);
      cache.put(key, compiled);
      use = CacheUse.MISS;
    }
    CompiledStatement.Requirement requirement = compiled.requirement();
    if (requirement != null) {
      require(requirement, serverVersion.getAsInt());
    }
    return Call.of(compiled, structure.values(), use);
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
