package org.aludel.migrations.contention;

import java.util.List;

/** Knows who is in the way of a statement that waits. Thread-safe. */
public interface LockWatch extends AutoCloseable {
  /** A statement begins on a server process; what was seen before is forgotten. */
  void begin(int serverProcess);

  /** It has ended, one way or the other. */
  void end();

  /** Who was in the way of the last statement, a line each; empty when nobody was seen. */
  List<String> seen();

  @Override
  void close();

  /** Where nobody can be asked: the database is a file, and says only that it is in use. */
  static LockWatch blind() {
    return new LockWatch() {
      @Override
      public void begin(int serverProcess) {
        // There is nobody to ask.
      }

      @Override
      public void end() {
        // There is nobody to ask.
      }

      @Override
      public List<String> seen() {
        return List.of();
      }

      @Override
      public void close() {
        // Nothing was opened.
      }
    };
  }
}
