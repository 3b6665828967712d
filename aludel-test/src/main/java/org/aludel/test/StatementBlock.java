package org.aludel.test;

/**
 * A block of code under test.
 *
 * @param <X> what it throws besides unchecked exceptions
 */
@FunctionalInterface
public interface StatementBlock<X extends Exception> {
  void run() throws X;
}
