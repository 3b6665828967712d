package org.aludel.migrations.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The change types that a revision file may hold, and their attributes. Immutable. */
final class ChangeVocabulary {
  private static final String RESOURCE = "changes.txt";
  private static final ChangeVocabulary LIQUIBASE = read();

  private final Map<String, ChangeShape> types = new LinkedHashMap<>();
  private final Map<String, ChangeShape> shapes = new LinkedHashMap<>();

  private ChangeVocabulary(List<String> lines) {
    for (String line : lines) {
      if (!line.startsWith("#")) {
        add(line);
      }
    }
  }

  /** The vocabulary of Liquibase 4.33. */
  static ChangeVocabulary liquibase() {
    return LIQUIBASE;
  }

  private static ChangeVocabulary read() {
    try (InputStream stream =
            Objects.requireNonNull(
                ChangeVocabulary.class.getResourceAsStream(RESOURCE), "the vocabulary resource");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new ChangeVocabulary(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    List<String> words = new ArrayList<>(List.of(line.trim().split(" ")));
    String name = words.remove(0);
    String wrapper = null;
    if (!words.isEmpty() && words.get(0).startsWith("wrapped:")) {
      wrapper = words.remove(0).substring("wrapped:".length());
    }
    Map<String, ChangeAttribute> attributes = new LinkedHashMap<>();
    for (String word : words) {
      ChangeAttribute attribute = ChangeAttribute.parse(word);
      attributes.put(attribute.name(), attribute);
    }
    boolean foreign = name.startsWith("~");
    String bare = foreign ? name.substring(1) : name;
    ChangeShape shape = new ChangeShape(bare, wrapper, foreign, attributes);
    (bare.startsWith("@") ? shapes : types).put(bare, shape);
  }

  /** The attributes of a change type, or empty for a type that neither we nor Liquibase know. */
  Optional<ChangeShape> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** A nested mapping, by the name after {@code =}. */
  ChangeShape shape(String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }

  Collection<String> typeNames() {
    return Collections.unmodifiableSet(types.keySet());
  }
}
