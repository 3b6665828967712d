package org.aludel.migrations.seed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was put into a database.
 *
 * @param files each in the order in which it was read
 * @param filled tables that got generated rows
 * @param empty tables that could not get any, each with the server's reason
 */
public record SeedResult(List<SeededFile> files, List<String> filled, Map<String, String> empty) {
  /**
   * One file.
   *
   * @param file its name below the folder
   * @param rows that it holds; 0 for SQL, which says nothing of its rows
   * @param inserted how many of them were new
   * @param updated how many were there and differed
   */
  public record SeededFile(String file, long rows, long inserted, long updated) {}

  public SeedResult {
    files = List.copyOf(files);
    filled = List.copyOf(filled);
    empty = Collections.unmodifiableMap(new LinkedHashMap<>(empty));
  }
}
