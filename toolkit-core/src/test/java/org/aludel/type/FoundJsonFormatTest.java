package org.aludel.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoundJsonFormatTest {
  /** Writes what no library would. */
  public static final class Shouting implements JsonFormat {
    @Override
    public String write(Object value) {
      return "\"" + value + "!\"";
    }

    @Override
    public <J> @Nullable J read(String json, Class<J> type) {
      return null;
    }
  }

  @Test
  void jacksonIsTakenWhereNothingIsProvided() {
    SqlType<int[]> numbers = JavaTypes.json("jsonb", int[].class);

    assertThat(numbers.codec().text(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(numbers.codec().parse("[3]")).containsExactly(3);
  }

  @Test
  void listsKnowTheClassOfTheirItems() {
    SqlType<List<Long>> numbers = JavaTypes.json("jsonb", List.class, Long.class);

    assertThat(numbers.codec().parse("[3]")).containsExactly(3L);
  }

  @Test
  void theServiceOfAnApplicationComesFirst(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(JsonFormat.class.getName()), Shouting.class.getName());
    URL[] place = {folder.toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
      assertThat(new FoundJsonFormat(loader).write("a")).isEqualTo("\"a!\"");
    }
  }

  @Test
  void withoutAnyLibraryTheTypeStandsAndItsValuesAreRefused() throws Exception {
    try (URLClassLoader poor = new URLClassLoader(withoutJackson(), parent())) {
      Class<?> types = poor.loadClass(JavaTypes.class.getName());
      Object type =
          types.getMethod("json", String.class, Class.class).invoke(null, "jsonb", String.class);
      Object codec = type.getClass().getMethod("codec").invoke(type);
      Class<?> contract = poor.loadClass(ValueCodec.class.getName());

      assertThat(type).hasToString("jsonb");
      assertThatThrownBy(() -> contract.getMethod("text", Object.class).invoke(codec, "a"))
          .cause()
          .hasMessageContainingAll("ORM-TYPE-NO-JSON-FORMAT", "jackson-databind");
    }
  }

  private static ClassLoader parent() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL[] withoutJackson() {
    return Arrays.stream(
            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
        .filter(entry -> !entry.contains("jackson"))
        .map(FoundJsonFormatTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
