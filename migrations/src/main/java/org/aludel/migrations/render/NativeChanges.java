package org.aludel.migrations.render;

import java.util.List;
import org.aludel.compile.DdlCompiler;
import org.aludel.ddl.DdlStatement;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.revision.Change;

/** The native changes that we render ourselves, without Liquibase. */
public final class NativeChanges {
  private NativeChanges() {}

  /** The SQL of native changes, by the compiler of a dialect. Thread-safe. */
  public static ChangeSql of(Dialect dialect) {
    DdlCompiler compiler = dialect.ddlCompiler();
    return new ChangeSql() {
      @Override
      public List<String> sql(Change change) {
        return NativeChanges.sql(change, compiler);
      }

      @Override
      public List<String> statements(String text) {
        return dialect.statements(text);
      }

      @Override
      public String database() {
        return dialect.name();
      }
    };
  }

  private static List<String> sql(Change change, DdlCompiler compiler) {
    ChangeReader reader = new ChangeReader(change);
    List<DdlStatement> statements = new NativeReader(reader).statements();
    reader.refuseUnread();
    return statements.stream().map(compiler::compile).toList();
  }
}
