package org.aludel.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Entities for factories of many classes: six columns and a reference each, written and compiled
 * for a run with whatever annotation processors a contender's JVM would have had.
 */
public final class GeneratedEntities {
  private static final String PACKAGE = "generated";

  private GeneratedEntities() {}

  /** How many classes a work has. */
  static int count(Work work) {
    return switch (work) {
      case FACTORY_2 -> 2;
      case FACTORY_200 -> 200;
      case FACTORY_500 -> 500;
      default -> throw new IllegalArgumentException(work.title());
    };
  }

  /** The classes of a work. */
  public static Class<?>[] of(Work work) {
    List<Class<?>> classes = new ArrayList<>();
    for (int number = 1; number <= count(work); number++) {
      try {
        classes.add(Class.forName(PACKAGE + ".Entity" + number));
      } catch (ClassNotFoundException missing) {
        throw new IllegalStateException("the suite has not compiled its entities", missing);
      }
    }
    return classes.toArray(Class<?>[]::new);
  }

  /** Compiles as many as the largest work needs. */
  static void compile(Path target) throws IOException {
    Path sources = Files.createDirectories(target.resolve("sources/" + PACKAGE));
    Path classes = Files.createDirectories(target.resolve("classes"));
    List<Path> files =
        IntStream.rangeClosed(1, count(Work.FACTORY_500))
            .mapToObj(number -> write(sources.resolve("Entity" + number + ".java"), number))
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"),
              "-processor",
              "org.aludel.processor.MappingProcessor,org.aludel.processor.IndexProcessor");
      boolean compiled =
          compiler
              .getTask(
                  null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IOException("the generated entities do not compile");
      }
    }
  }

  private static Path write(Path file, int number) {
    String source =
        """
        package generated;

        import jakarta.persistence.*;
        import java.time.LocalDate;

        @Entity
        public class EntityN {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
          @Column(length = 40) private String name;
          private Integer amount;
          private Boolean active;
          private LocalDate day;
          @ManyToOne(fetch = FetchType.LAZY) private EntityM other;

          protected EntityN() {}

          public Long getId() { return id; }
          public String getName() { return name; }
          public EntityM getOther() { return other; }
        }
        """
            .replace("EntityN", "Entity" + number)
            .replace("EntityM", "Entity" + (number > 2 ? number - 1 : 1));
    try {
      return Files.writeString(file, source);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
