package org.aludel.migrations.reverse;

import java.util.List;
import java.util.Map;

/**
 * How classes are named.
 *
 * @param packageName the package of all classes
 * @param names class names by the names of their tables, with the schema where it is not the
 *     default one
 * @param prefixes beginnings of table names that class names go without; the first that fits
 * @param suffixes likewise, ends of table names
 * @param inverse whether the class that a reference leads to has a collection of those that refer
 */
public record ReverseRules(
    String packageName,
    Map<String, String> names,
    List<String> prefixes,
    List<String> suffixes,
    boolean inverse) {
  public ReverseRules {
    names = Map.copyOf(names);
    prefixes = List.copyOf(prefixes);
    suffixes = List.copyOf(suffixes);
  }

  /** Names in camel case, as the tables have them. */
  public static ReverseRules of(String packageName) {
    return new ReverseRules(packageName, Map.of(), List.of(), List.of(), false);
  }

  /** The same with the inverse collections. */
  public ReverseRules withInverse() {
    return new ReverseRules(packageName, names, prefixes, suffixes, true);
  }
}
