package org.aludel.migrations.reverse;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.schema.MetaData;

/**
 * What a schema is as files.
 *
 * @param classes Java sources by their paths below the source folder
 * @param objects SQL files by their paths below the folder of database objects
 * @param notMapped tables that are in the SQL files, each with the reason
 * @param said the part of the schema that the classes say
 */
public record ReverseFiles(
    SortedMap<String, String> classes,
    SortedMap<String, String> objects,
    List<String> notMapped,
    MetaData said) {
  public ReverseFiles {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    notMapped = List.copyOf(notMapped);
  }
}
