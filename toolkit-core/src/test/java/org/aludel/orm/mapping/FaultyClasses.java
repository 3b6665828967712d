package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.MappingException;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.jspecify.annotations.Nullable;

/**
 * Classes at fault, each {@code User} with what stands above it in a package of its own, so that
 * two compilations serve all of them: one by the processors, one without. Messages name the package
 * {@code shop} whatever its number.
 */
final class FaultyClasses {
  private static final String IMPORTS =
      "import jakarta.persistence.*; import org.aludel.orm.annotation.*;"
          + " import java.math.*; import java.util.*; import java.time.*; ";
  private static final Pattern PACKAGE = Pattern.compile("shop([0-9]+)\\.");

  /** The texts of one case. */
  private record Texts(String user, List<?> above) {}

  private final List<Texts> cases = new ArrayList<>();
  private final Map<Integer, List<String>> messages = new LinkedHashMap<>();
  private @Nullable URLClassLoader loader;

  void add(String user, List<?> above) {
    cases.add(new Texts(user, above));
  }

  void compile(Path processed, Path plain) {
    Map<String, String> classes = new LinkedHashMap<>();
    for (int number = 0; number < cases.size(); number++) {
      String name = "shop" + number;
      String head = "package " + name + "; " + IMPORTS;
      classes.put(name + ".User", head + cases.get(number).user());
      cases.get(number).above().forEach(one -> classes.put(name + ".Above", head + one));
    }
    new SourceCompiler(processed)
        .processor(new MappingProcessor())
        .processor(new IndexProcessor())
        .compile(classes)
        .messages()
        .forEach(this::note);
    SourceCompiler.Outcome outcome = new SourceCompiler(plain).compile(classes);
    assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
    loader = outcome.loader();
  }

  private void note(String message) {
    Matcher matcher = PACKAGE.matcher(message);
    if (message.startsWith("ERROR: ") && matcher.find()) {
      messages
          .computeIfAbsent(Integer.valueOf(matcher.group(1)), any -> new ArrayList<>())
          // The compiler indents every line but the first.
          .add(unnumbered(message.substring("ERROR: ".length()).replace("\n  ", "\n")));
    }
  }

  private static String unnumbered(String message) {
    return PACKAGE.matcher(message).replaceAll("shop.");
  }

  List<String> byProcessor(String user, List<String> above) {
    return messages.getOrDefault(cases.indexOf(new Texts(user, above)), List.of());
  }

  String byReflection(String user, List<String> above) {
    String name = "shop" + cases.indexOf(new Texts(user, above));
    RegistryBuilder builder = Registry.builder();
    addEntity(builder, name + ".User");
    above.forEach(one -> addEntity(builder, name + ".Above"));
    MappingException failure = catchThrowableOfType(MappingException.class, builder::build);
    return unnumbered(
        Objects.requireNonNull(Objects.requireNonNull(failure, "accepted").getMessage()));
  }

  private void addEntity(RegistryBuilder builder, String name) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (Hierarchy.isEntity(type) || EmbeddedDrafter.isPart(type)) {
        builder.add(type);
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  void close() throws IOException {
    Objects.requireNonNull(loader).close();
  }
}
