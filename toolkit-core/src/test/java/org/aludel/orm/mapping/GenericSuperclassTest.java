package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.instrument.EntityAccess;
import org.aludel.processor.MappingProcessor;
import org.aludel.schema.Column;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapped superclasses whose type variables the entities fill in. */
@SuppressWarnings("NullAway.Init") // JUnit sets the outcome
final class GenericSuperclassTest {
  private static final String IMPORTS =
      "package shop; import jakarta.persistence.*; import java.io.Serializable;"
          + " import java.util.*; ";
  private static final Map<String, String> SHOP =
      Map.of(
          "shop.Base",
          """
          @MappedSuperclass public abstract class Base<ID extends Serializable> {
            @Id private ID id;
            public ID getId() { return id; }
          }
          """,
          "shop.Tree",
          """
          @MappedSuperclass
          public abstract class Tree<T extends Tree<T, I>, I extends Serializable> extends Base<I> {
            @ManyToOne private T parent;
            @OneToMany(mappedBy = "parent") private List<T> children = new ArrayList<>();
            public T getParent() { return parent; }
            public void setParent(T value) { parent = value; }
            public List<T> getChildren() { return children; }
          }
          """,
          "shop.Topic",
          "@Entity public class Topic extends Tree<Topic, Long> { private String name; }",
          "shop.Tag",
          "@Entity public class Tag extends Base<UUID> {}");

  private static SourceCompiler.Outcome outcome;
  private static URLClassLoader loader;

  @BeforeAll
  static void compile(@TempDir Path folder) {
    Map<String, String> texts = new LinkedHashMap<>();
    SHOP.forEach((name, text) -> texts.put(name, IMPORTS + text));
    outcome = new SourceCompiler(folder).processor(new MappingProcessor()).compile(texts);
    assertThat(outcome.messages()).isEmpty();
    loader = outcome.loader();
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @Test
  void columnsHaveTheTypesThatTheEntityNames() throws Exception {
    Registry registry = registry();

    assertThat(registry.mapper(type("Topic")).table().columns())
        .extracting(Column::name, column -> column.type().name())
        .containsExactly(
            tuple("id", "bigint"), tuple("parent_id", "bigint"), tuple("name", "varchar(255)"));
    assertThat(registry.mapper(type("Tag")).table().columns())
        .extracting(Column::name, column -> column.type().name())
        .containsExactly(tuple("id", "uuid"));
  }

  @Test
  void relationshipsLeadToTheClassThatTheEntityNames() throws Exception {
    assertThat(registry().mapper(type("Topic")).relationships())
        .extracting(Relationship::name, one -> one.facts().target())
        .containsExactly(tuple("parent", type("Topic")), tuple("children", type("Topic")));
  }

  @Test
  void metamodelNamesTheClassThatTheEntityNames() {
    assertThat(outcome.generated("shop.TopicT"))
        .contains("BasicAttribute<shop.Topic, java.lang.Long> id = ")
        .contains(
            "ParentReference extends org.aludel.orm.metamodel.ToOne<shop.Topic, shop.Topic> {")
        .contains(
            "KeyColumn<java.lang.Long> id = key(\"id\", \"parent_id\", \"id\", SqlTypes.BIGINT);")
        .contains("ToMany<shop.Topic, shop.Topic> children = ");
  }

  @Test
  void generatedCodeReadsWritesAndCompares() throws Exception {
    EntityAccess<Object> access = access("Topic");
    Object topic = access.create();
    Object parent = access.create();

    access.longId(topic, 7);
    Object before = access.snapshot(topic);
    access.set(topic, 0, 8L);
    access.set(topic, 2, parent);

    assertThat(access.hasLongId()).isTrue();
    assertThat(access.longId(topic)).isEqualTo(8);
    assertThat(type("Topic").getMethod("getParent").invoke(topic)).isSameAs(parent);
    assertThat(access.changed(topic, before).stream()).containsExactly(0, 2);
    access.restore(topic, before);
    assertThat(access.get(topic, 0)).isEqualTo(7L);
  }

  @Test
  void inheritedMethodsOfALazyInstanceLoadFirst() throws Exception {
    EntityAccess<Object> access = access("Topic");
    List<Object> loaded = new ArrayList<>();
    Object lazy = access.lazy(loaded::add);

    type("Topic").getMethod("getId").invoke(lazy);

    assertThat(loaded).containsExactly(lazy);
  }

  private static Registry registry() throws Exception {
    return Registry.builder().add(type("Topic"), type("Tag")).build();
  }

  @SuppressWarnings("unchecked") // an access of a class that only the test's compiler knows
  private static EntityAccess<Object> access(String name) throws Exception {
    return (EntityAccess<Object>) EntityAccess.of(type(name));
  }

  private static Class<?> type(String name) throws Exception {
    return Class.forName("shop." + name, true, loader);
  }
}
