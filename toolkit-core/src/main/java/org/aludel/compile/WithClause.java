package org.aludel.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aludel.error.CompileException;
import org.aludel.error.Problem;
import org.aludel.error.SqlCode;
import org.aludel.sql.Cte;
import org.jspecify.annotations.Nullable;

/** The named queries of one WITH while they are found, those that others read first. */
final class WithClause {
  private final Map<String, Cte<?>> declared = new LinkedHashMap<>();
  private final Map<String, SqlText.Part> written = new LinkedHashMap<>();

  /** Announces a query, so that others of the clause find it. */
  void declare(Cte<?> query) {
    requireSame(declared.putIfAbsent(query.definition().name(), query), query);
  }

  boolean has(Cte<?> query) {
    return declared.containsKey(query.definition().name());
  }

  /** The query is read; writes it now if it is not written yet. */
  void read(Cte<?> query, Function<Cte<?>, SqlText.Part> writer) {
    String name = query.definition().name();
    Cte<?> known = declared.getOrDefault(name, query);
    if (!query.isWriting()) {
      requireSame(known, query);
    }
    declared.put(name, known);
    if (!written.containsKey(name)) {
      // It takes its place when it is finished: behind those that it reads itself.
      SqlText.Part part = writer.apply(known);
      written.put(name, part);
    }
  }

  /** Writes all that were declared and not read by others. */
  void finish(Function<Cte<?>, SqlText.Part> writer) {
    List.copyOf(declared.values()).forEach(query -> read(query, writer));
  }

  boolean isEmpty() {
    return written.isEmpty();
  }

  boolean isRecursive() {
    return declared.values().stream().anyMatch(one -> one.definition().body().isRecursive());
  }

  List<SqlText.Part> parts() {
    return new ArrayList<>(written.values());
  }

  private static void requireSame(@Nullable Cte<?> known, Cte<?> query) {
    if (known != null && !known.definition().equals(query.definition())) {
      throw new CompileException(
          Problem.of(
                  SqlCode.AMBIGUOUS_NAME,
                  "cannot name two queries \"" + query.definition().name() + "\"")
              .found("two definitions of that name in one statement")
              .expected("one definition, read as often as wanted")
              .fix("another name: cte(\"…\"), or as(\"…\") for a second look at the same one"));
    }
  }
}
