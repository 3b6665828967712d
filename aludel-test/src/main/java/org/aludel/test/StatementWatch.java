package org.aludel.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aludel.engine.Execution;
import org.aludel.engine.ExecutionListener;
import org.aludel.error.Problem;
import org.opentest4j.AssertionFailedError;

/**
 * Knows the statements that an engine sent, and asserts what a block of code may send.
 *
 * <pre>{@code
 * watch.assertStatements(2, () -> service.report());
 * watch.assertStatements(List.of("DELETE FROM item WHERE id = ?"), () -> service.clear());
 * watch.assertNoNPlusOne(() -> page.render());
 * }</pre>
 *
 * BEGIN, COMMIT, savepoints and the modes of a transaction are no statements of the application and
 * are not counted. A parameter of {@link OrmTest}; elsewhere a listener like others: {@code
 * engine.withListener(watch)}. Thread-safe; statements of other threads count for the block that
 * runs meanwhile.
 */
public final class StatementWatch implements ExecutionListener {
  /** One load for the first and one for the rest of two batches, which no loop explains. */
  private static final int REPEATS = 2;

  private final List<SentStatement> sent = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void executed(Execution execution) {
    if (!execution.sql().startsWith("SET TRANSACTION")) {
      sent.add(new SentStatement(execution.sql(), Place.ofCaller()));
    }
  }

  /** All that were sent since this watch was made or cleared, in order; a copy. */
  public List<SentStatement> statements() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  /** Forgets what was sent. */
  public void clear() {
    sent.clear();
  }

  /** The statements that a block sends. */
  public <X extends Exception> List<SentStatement> during(StatementBlock<X> block) throws X {
    int before = sent.size();
    block.run();
    List<SentStatement> all = statements();
    return all.subList(Math.min(before, all.size()), all.size());
  }

  /**
   * Asserts how many statements a block sends.
   *
   * @throws AssertionFailedError with {@code STATEMENTS}, listing them with their places
   */
  public <X extends Exception> void assertStatements(int expected, StatementBlock<X> block)
      throws X {
    List<SentStatement> found = during(block);
    if (found.size() != expected) {
      throw new AssertionFailedError(
          Problem.of(TestCode.STATEMENTS, "cannot accept " + found.size() + " statements")
              .found(listed(found))
              .expected(expected + " statements")
              .message(),
          expected,
          found.size());
    }
  }

  /**
   * Asserts which statements a block sends, in their order, with question marks for values.
   *
   * @throws AssertionFailedError with {@code STATEMENTS}
   */
  public <X extends Exception> void assertStatements(List<String> expected, StatementBlock<X> block)
      throws X {
    List<SentStatement> found = during(block);
    List<String> texts = found.stream().map(SentStatement::sql).toList();
    if (!texts.equals(expected)) {
      throw new AssertionFailedError(
          Problem.of(TestCode.STATEMENTS, "cannot accept other statements than expected")
              .found(listed(found))
              .expected(expected.isEmpty() ? "none" : String.join("\n", expected))
              .message(),
          String.join("\n", expected),
          String.join("\n", texts));
    }
  }

  /** As {@link #assertNoNPlusOne(int, StatementBlock)}, at most 2 times. */
  public <X extends Exception> void assertNoNPlusOne(StatementBlock<X> block) throws X {
    assertNoNPlusOne(REPEATS, block);
  }

  /**
   * Asserts that a block sends no statement in a loop: none more often than so many times with
   * other values. Literals and the length of a list of values make no difference.
   *
   * @throws AssertionFailedError with {@code N_PLUS_ONE}, naming the statements and their places
   */
  public <X extends Exception> void assertNoNPlusOne(int repeats, StatementBlock<X> block)
      throws X {
    List<Repetition> loops = Repetition.moreThan(repeats, during(block));
    if (!loops.isEmpty()) {
      String found = String.join("\n", loops.stream().map(Repetition::text).toList());
      throw new AssertionFailedError(
          Problem.of(TestCode.N_PLUS_ONE, "cannot accept the same statement over and over")
              .found(found)
              .expected("each statement at most " + repeats + " times")
              .fix(
                  "load what the loop touches with the query, .options(selectIn(…)), or write"
                      + " many rows at once; where so many are meant: assertNoNPlusOne("
                      + loops.get(0).count()
                      + ", …)")
              .message());
    }
  }

  private static String listed(List<SentStatement> found) {
    return found.isEmpty()
        ? "none"
        : String.join(
            "\n", found.stream().map(each -> each.sql() + "\n  at " + each.place()).toList());
  }
}
