package org.aludel.migrations.runtime;

import java.util.List;

/** A script of revisions for a database's own program, while it grows. Not thread-safe. */
public interface ScriptText {
  /** The head: how to run it. */
  void begin(String what, int revisions);

  /** The end. */
  void end();

  /** A line for people. */
  void comment(String line);

  /** Statements in one transaction. */
  void transaction(List<String> statements);

  /**
   * Steps and what is recorded of them, in one transaction, which fails where the database is not
   * at these heads.
   */
  void together(List<String> heads, List<List<String>> steps, List<String> settled);

  /** Statements that each commit by themselves, then what is recorded of them. */
  void alone(List<String> heads, List<List<String>> steps, List<String> settled);

  /** The text so far. */
  @Override
  String toString();
}
