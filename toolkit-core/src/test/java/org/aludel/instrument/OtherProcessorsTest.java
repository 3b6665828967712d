package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One build with the processors of Lombok and Hibernate, in either order. */
final class OtherProcessorsTest {
  private static final Map<String, String> CLASSES =
      Map.of(
          "shop.Author",
          "package shop; import jakarta.persistence.*; import java.util.*; import lombok.*; @Entity"
              + " @Getter @Setter @NoArgsConstructor public class Author { @Id private Long id;"
              + " private String name; @OneToMany(mappedBy = \"author\") private List<Book> books;"
              + " @Embedded private Mark mark; public Author(String name) { this.name = name; } }",
          "shop.Mark",
          "package shop; import jakarta.persistence.*; import lombok.*;"
              + " @Embeddable @NoArgsConstructor @AllArgsConstructor @Getter public class Mark {"
              + " private String text; }",
          "shop.Book",
          "package shop; import jakarta.persistence.*; import lombok.*;"
              + " @Entity @Data public class Book {"
              + " @Id private Long id; private String title; @ManyToOne private Author author;"
              + " public static String of(Book book) { return book.getTitle(); } }",
          "shop.Shelf",
          "package shop; import jakarta.persistence.*; @Entity public class Shelf {"
              + " @Id private Long id; @ManyToOne private Author author; }");

  private static SourceCompiler.Outcome lombokFirst;
  private static SourceCompiler.Outcome lombokLast;

  @BeforeAll
  static void compile(@TempDir Path first, @TempDir Path last) throws Exception {
    List<Processor> processors = processors();
    lombokFirst = compiled(first, processors);
    processors = processors();
    Collections.reverse(processors);
    lombokLast = compiled(last, processors);
  }

  private static List<Processor> processors() throws Exception {
    return new ArrayList<>(
        List.of(
            made("lombok.launch.AnnotationProcessorHider$AnnotationProcessor"),
            made("org.hibernate.processor.HibernateProcessor"),
            new MappingProcessor(),
            new IndexProcessor()));
  }

  private static Processor made(String name) throws Exception {
    Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Processor) constructor.newInstance();
  }

  private static SourceCompiler.Outcome compiled(Path folder, List<Processor> processors) {
    SourceCompiler compiler = new SourceCompiler(folder);
    processors.forEach(compiler::processor);
    SourceCompiler.Outcome outcome = compiler.compile(CLASSES);
    assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
    return outcome;
  }

  @Test
  void lazyObjectsLoadInTheMethodsThatLombokAdds() {
    assertThat(lombokFirst.generated("shop.Author__Orm"))
        .contains("getName()", "setName(java.lang.String p0)", "getBooks()");
    assertThat(lombokFirst.generated("shop.Book__Orm"))
        .contains("getTitle()", "equals(java.lang.Object p0)", "hashCode()", "toString()");
  }

  /** The order in which a build lists processors is nobody's choice. */
  @Test
  void theOrderOfTheProcessorsDoesNotMatter() {
    for (String name :
        List.of("shop.Author__Orm", "shop.AuthorT", "shop.Book__Orm", "shop.Shelf__Orm")) {
      assertThat(lombokLast.generated(name)).isEqualTo(lombokFirst.generated(name));
    }
    assertThat(lombokLast.resource("META-INF/aludel/mapped-classes"))
        .isEqualTo(lombokFirst.resource("META-INF/aludel/mapped-classes"));
  }

  @Test
  void hibernatesMetamodelStandsBesideOurs() {
    assertThat(lombokFirst.generated("shop.Author_")).contains("StaticMetamodel");
    assertThat(lombokFirst.generated("shop.AuthorT")).contains("AUTHOR");
    assertThat(lombokFirst.resource("META-INF/aludel/mapped-classes"))
        .contains("shop.Author", "shop.Book");
  }
}
