package org.aludel.engine.option;

/**
 * The key of one execution option: a name for people, and the value where nobody states one. Two
 * keys are never equal, so make each once, as a constant. An application makes keys of its own for
 * its listeners to read.
 *
 * <pre>{@code
 * static final Option<String> TENANT = Option.of("tenant", "none");
 * connection.options(options -> options.with(TENANT, "acme"));
 * }</pre>
 *
 * @param <T> the class of its values
 */
public final class Option<T> {
  private final String name;
  private final T standard;

  private Option(String name, T standard) {
    this.name = name;
    this.standard = standard;
  }

  /** A new key. */
  public static <T> Option<T> of(String name, T standard) {
    return new Option<>(name, standard);
  }

  /** The value where nobody states one. */
  public T standard() {
    return standard;
  }

  @Override
  public String toString() {
    return name;
  }
}
