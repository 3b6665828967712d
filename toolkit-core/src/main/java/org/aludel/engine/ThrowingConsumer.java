package org.aludel.engine;

/**
 * A block of code that may throw what it likes.
 *
 * @param <T> what it works on
 * @param <X> what it throws besides unchecked exceptions
 */
@FunctionalInterface
public interface ThrowingConsumer<T, X extends Exception> {
  void accept(T value) throws X;
}
