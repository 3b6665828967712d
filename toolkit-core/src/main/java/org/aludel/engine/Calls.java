package org.aludel.engine;

import org.aludel.compile.CompiledStatement;
import org.aludel.compile.Structure;
import org.aludel.dialect.Dialect;
import org.aludel.sql.Statement;

/** Turns statements into calls, by way of the engine's cache. */
record Calls(Dialect dialect, CompiledCache cache) {
  Call of(Statement<?> given) {
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
    return Call.of(compiled, structure.values(), use);
  }
}
