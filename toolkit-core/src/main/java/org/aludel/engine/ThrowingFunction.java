package org.aludel.engine;

import org.jspecify.annotations.Nullable;

/**
 * A block of code that gives a value and may throw what it likes.
 *
 * @param <T> what it works on
 * @param <R> what it gives
 * @param <X> what it throws besides unchecked exceptions
 */
@FunctionalInterface
public interface ThrowingFunction<T, R extends @Nullable Object, X extends Exception> {
  R apply(T value) throws X;
}
