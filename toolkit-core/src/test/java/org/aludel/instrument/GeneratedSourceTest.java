package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.aludel.processor.IndexProcessor;
import org.aludel.processor.MappingProcessor;
import org.aludel.testing.GoldenFile;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the annotation processor writes, as text; it compiles without a warning. */
final class GeneratedSourceTest {
  private static final Map<String, String> SHOP =
      Map.of(
          "shop.Base",
          """
          package shop;
          import jakarta.persistence.*;
          @MappedSuperclass
          public abstract class Base {
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
            public Long getId() { return id; }
          }
          """,
          "shop.User",
          """
          package shop;
          import jakarta.persistence.*;
          import java.util.*;
          @Entity @Table(name = "user_account", schema = "crm")
          public class User extends Base {
            @OneToMany(mappedBy = "user") private List<Address> addresses = new ArrayList<>();
            @Column(length = 30) private String fullName;
            private int visits;
            protected User() {}
            public List<Address> getAddresses() { return addresses; }
            void setFullName(String name) { fullName = name; }
            @Override public String toString() { return fullName; }
          }
          """,
          "shop.Address",
          """
          package shop;
          import jakarta.persistence.*;
          @Entity
          public class Address {
            @Id private long id;
            @ManyToOne private User user;
            private Address() {}
          }
          """);

  @TempDir Path folder;

  @Test
  void metamodelNamesAttributesWithColumnsAndTypes() {
    SourceCompiler.Outcome outcome = compiler().compile(SHOP);

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(GeneratedSourceTest.class, "UserT.java")
        .assertEquals(outcome.generated("shop.UserT"));
  }

  @Test
  void metamodelNamesTheColumnsOfAReferencesKey() {
    SourceCompiler.Outcome outcome = compiler().compile(SHOP);

    GoldenFile.of(GeneratedSourceTest.class, "AddressT.java")
        .assertEquals(outcome.generated("shop.AddressT"));
  }

  @Test
  void elementsOfAnEmbeddableClassAreTakenApartAndMade() {
    SourceCompiler.Outcome outcome =
        compiler()
            .compile(
                Map.of(
                    "shop.Person",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    import java.util.List;
                    @Entity
                    public class Person {
                      @Id private long id;
                      @ElementCollection private List<Place> places;
                      protected Person() {}
                      @Embeddable
                      static class Place {
                        private String city;
                        private int floor;
                        private Point point;
                        private Place() {}
                      }
                      @Embeddable
                      record Point(int x, int y) {}
                    }
                    """));

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(GeneratedSourceTest.class, "Person__Orm.java")
        .assertEquals(outcome.generated("shop.Person__Orm"));
    GoldenFile.of(GeneratedSourceTest.class, "PersonT.java")
        .assertEquals(outcome.generated("shop.PersonT"));
  }

  @Test
  void accessToAClassThatAnotherMapsStandsBesideTheMappingClass() {
    SourceCompiler.Outcome outcome =
        compiler()
            .compile(
                Map.of(
                    "lib.Account",
                    """
                    package lib;
                    public class Account extends Above<Long> {
                      private String name;
                      private Limit limit;
                      private Account parent;
                      private int other;
                      protected Account() {}
                      public String name() { return name; }
                    }
                    """,
                    "lib.Above",
                    """
                    package lib;
                    public abstract class Above<K> {
                      private K id;
                    }
                    """,
                    "lib.Limit",
                    """
                    package lib;
                    public record Limit(int amount, String currency) {}
                    """,
                    "shop.LimitMapping",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    import org.aludel.orm.annotation.Maps;
                    @Embeddable @Maps(lib.Limit.class)
                    abstract class LimitMapping {
                      @Column(length = 3) String currency;
                      int amount;
                    }
                    """,
                    "shop.AccountMapping",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    import org.aludel.orm.annotation.Maps;
                    @Entity @Maps(lib.Account.class)
                    abstract class AccountMapping {
                      @Id Long id;
                      String name;
                      @Embedded lib.Limit limit;
                      @ManyToOne lib.Account parent;
                    }
                    """));

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(GeneratedSourceTest.class, "AccountMapping__Orm.java")
        .assertEquals(outcome.generated("shop.AccountMapping__Orm"));
    GoldenFile.of(GeneratedSourceTest.class, "AccountT.java")
        .assertEquals(outcome.generated("shop.AccountT"));
  }

  @Test
  void metamodelCallsTheConditionsOfRelationships() {
    SourceCompiler.Outcome outcome =
        compiler()
            .compile(
                Map.of(
                    "shop.Customer",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    import java.util.*;
                    import org.aludel.orm.annotation.JoinCondition;
                    import org.aludel.sql.Predicate;
                    @Entity
                    public class Customer {
                      @Id private long id;
                      private String town;
                      @OneToMany @JoinCondition private List<Customer> near = new ArrayList<>();
                      @ManyToOne @JoinCondition private Customer twin;
                      static Predicate near(CustomerT one, CustomerT other) {
                        return other.town.eq(one.town);
                      }
                      static Predicate twin(CustomerT one, CustomerT other) {
                        return other.id.eq(one.id);
                      }
                      protected Customer() {}
                      public List<Customer> getNear() { return near; }
                      public Customer getTwin() { return twin; }
                    }
                    """));

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(GeneratedSourceTest.class, "CustomerT.java")
        .assertEquals(outcome.generated("shop.CustomerT"));
  }

  @Test
  void recordIsMadeByItsConstructorAndHasNoSetters() {
    SourceCompiler.Outcome outcome =
        compiler()
            .compile(
                Map.of(
                    "shop.Country",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    @Entity
                    public record Country(
                        @Id @Column(length = 2) String code, String name, int people) {}
                    """));

    assertThat(outcome.messages()).isEmpty();
    GoldenFile.of(GeneratedSourceTest.class, "Country__Orm.java")
        .assertEquals(outcome.generated("shop.Country__Orm"));
    GoldenFile.of(GeneratedSourceTest.class, "CountryT.java")
        .assertEquals(outcome.generated("shop.CountryT"));
  }

  @Test
  void keyOfATargetThatWasCompiledBeforeIsReadFromItsClassFile() {
    compiler()
        .compile(
            Map.of(
                "other.Target",
                """
                package other;
                import jakarta.persistence.*;
                @Entity @Table(name = "aim") public class Target {
                  public enum Kind { A }
                  @Id @Column(name = "nr", length = 7) private String code;
                  @Id @Enumerated(EnumType.STRING) private Kind kind;
                }
                """));

    SourceCompiler.Outcome later =
        compiler()
            .compile(
                Map.of(
                    "shop.Order",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    @Entity public class Order {
                      @Id private Long id;
                      @ManyToOne private other.Target aim;
                    }
                    """));

    assertThat(later.messages()).isEmpty();
    assertThat(later.generated("shop.OrderT"))
        .contains("code = key(\"code\", \"aim_nr\", \"nr\", SqlTypes.varchar(7));")
        .contains("KeyColumn<other.Target.Kind> kind = key(\"kind\", \"aim_kind\", \"kind\", ")
        .contains("new org.aludel.sql.TableName(null, \"aim\"));");
  }

  @Test
  void accessReadsComparesAndRestoresWithExactHandles() {
    SourceCompiler.Outcome outcome = compiler().compile(SHOP);

    GoldenFile.of(GeneratedSourceTest.class, "User__Orm.java")
        .assertEquals(outcome.generated("shop.User__Orm"));
  }

  @Test
  void privateConstructorIsCalledThroughAHandleAndGivesNoLazySubclass() {
    SourceCompiler.Outcome outcome = compiler().compile(SHOP);

    GoldenFile.of(GeneratedSourceTest.class, "Address__Orm.java")
        .assertEquals(outcome.generated("shop.Address__Orm"));
  }

  @Test
  void sameInputGivesTheSameBytes(@TempDir Path other) {
    String first = compiler().compile(SHOP).generated("shop.User__Orm");

    String second =
        new SourceCompiler(other)
            .processor(new MappingProcessor())
            .processor(new IndexProcessor())
            .compile(SHOP)
            .generated("shop.User__Orm");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void awkwardNamesAndSignaturesCompileWithoutAWarning() {
    String text =
        """
        package shop;
        import jakarta.persistence.*;
        import java.io.*;
        import java.util.*;
        public class Outer {
          public interface Named<N extends Comparable<N>> {
            default N name(N org) { return org; }
          }
          public abstract static class Generic<T extends Number, X extends Exception> {
            protected T twice(T java) throws X { return java; }
          }
          @Entity @SuppressWarnings("serial")
          public static class Org extends Generic<Integer, IOException>
              implements Named<String>, Serializable {
            private static final long serialVersionUID = 1L;
            @Id private Long org;
            private String java;
            private byte[] slot;
            @ManyToOne private Org entity;
            @ManyToOne @JoinColumn(name = "second") private Org Entity;
            @OneToMany(mappedBy = "entity") private Set<Org> row;
            public <E extends Enum<E> & Runnable> List<? super E> pick(Class<E> org, E... java) {
              return null;
            }
            @Deprecated public void old(int[] values, Map<String, ? extends List<?>> all) {}
            @Override protected void finalize() {}
            @Override public Org clone() throws CloneNotSupportedException {
              return (Org) super.clone();
            }
            protected static int count() { return 0; }
            private int secret() { return 0; }
            @Override public boolean equals(Object other) { return this == other; }
            @Override public int hashCode() { return 1; }
          }
        }
        """;

    SourceCompiler.Outcome outcome = compiler().compile(Map.of("shop.Outer", text));

    assertThat(outcome.messages())
        .as("all but those about the user's own text")
        .filteredOn(message -> !message.contains("finalize") && !message.contains("heap pollution"))
        .isEmpty();
    assertThat(outcome.success()).isTrue();
    assertThat(outcome.generated("shop.Outer_Org__Orm"))
        .contains(
            "protected java.lang.Integer twice(java.lang.Integer p0) throws java.io.IOException {")
        .contains("public java.lang.String name(java.lang.String p0) {")
        .doesNotContain("finalize", "secret", "count()");
  }

  @Test
  void referenceThatIsLoadedWithItsObjectMayLeadToAFinalClass() {
    Map<String, String> classes =
        Map.of(
            "shop.User",
            """
            package shop;
            import jakarta.persistence.*;
            import org.aludel.orm.annotation.Load;
            @Entity public class User {
              @Id private Long id;
              @ManyToOne @Load(Load.Strategy.SELECT_IN) private Target target;
            }
            """,
            "shop.Target",
            """
            package shop;
            import jakarta.persistence.*;
            @Entity final class Target { @Id Long id; }
            """);

    SourceCompiler.Outcome outcome = compiler().compile(classes);

    assertThat(outcome.messages()).isEmpty();
    assertThat(outcome.generated("shop.Target__Orm")).doesNotContain("Lazy");
    assertThat(outcome.generated("shop.TargetT")).contains("\nfinal class TargetT");
  }

  @Test
  void indexListsTheEntitiesAndKeepsThoseOfAnEarlierCompilation() {
    compiler().compile(SHOP);

    SourceCompiler.Outcome later =
        compiler()
            .compile(
                Map.of(
                    "shop.Order",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    @Entity public class Order { @Id private Long id; }
                    """));

    assertThat(later.resource("META-INF/aludel/mapped-classes"))
        .isEqualTo("shop.Address\nshop.Order\nshop.User\n");
  }

  @Test
  void indexForgetsAClassThatIsNoEntityAnyMore() {
    compiler().compile(SHOP);

    SourceCompiler.Outcome later =
        compiler()
            .compile(
                Map.of(
                    "shop.Address",
                    "package shop; public class Address {}",
                    "shop.User",
                    """
                    package shop;
                    import jakarta.persistence.*;
                    @Entity public class User extends Base {}
                    """));

    assertThat(later.resource("META-INF/aludel/mapped-classes")).isEqualTo("shop.User\n");
  }

  private SourceCompiler compiler() {
    return new SourceCompiler(folder)
        .processor(new MappingProcessor())
        .processor(new IndexProcessor());
  }
}
